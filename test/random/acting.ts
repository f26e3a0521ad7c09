import fc from 'fast-check';
import type { RawAct } from '../../desk/admit.js';
import { addDays, type Day } from '../../domain/model/instant.js';
import type { Json } from '../../domain/model/json.js';

/** A made-up cycle in which everybody does anything at any time, often what they may, often what they may not. */
export const FROM: Day = '2024-05-10';
export const UNTIL: Day = '2025-02-05';
export const DAYS = 272;

export const whole = (max: number) => fc.integer({ min: 1, max }).map(String);
export const emissions = fc.oneof(
  fc.integer({ min: 0, max: 3000 }).map(String),
  fc.integer({ min: 1, max: 300_000 }).map((n) => `${String(Math.floor(n / 100))}.${String(n % 100).padStart(2, '0')}`),
);
export const sealed = fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) });
export const month = fc.integer({ min: 1, max: 12 }).map((n) => `2024-${String(n).padStart(2, '0')}`);
export const result = fc.constantFrom('pass', 'return');
export const decision = fc.constantFrom('accept', 'reject');
export const basis = fc.constant('依据');
export type Made = Omit<RawAct, 'with'> & { with?: Json };
export const act = (by: string, name: string, subject: string | undefined, brings: fc.Arbitrary<unknown>): fc.Arbitrary<Made> =>
  brings.map((brought) => ({ by, do: name, ...(subject === undefined ? {} : { for: subject }), with: brought as Json }));
export const decided = (name: string, subject: string, brings: fc.Arbitrary<unknown>): fc.Arbitrary<Made> =>
  fc
    .tuple(
      fc.oneof({ weight: 18, arbitrary: fc.constant('city/b') }, { weight: 1, arbitrary: fc.constantFrom('city/a', undefined) }),
      act('city/a', name, subject, brings),
    )
    .map(([approvedBy, made]) => ({ ...made, ...(approvedBy === undefined ? {} : { approvedBy }) }));

export const lots = (unit: string) =>
  fc.uniqueArray(fc.record({ lot: fc.integer({ min: 1, max: 6 }).map((n) => `${unit}/L${String(n)}`), quantity: whole(150) }), {
    minLength: 1,
    maxLength: 3,
    selector: (one) => one.lot,
  });

const bought = (id: string) => ({ to: fc.constant(id), quantity: whole(400), price: fc.constant('104.89') });

/** What happens on any account: trades, auctions' lots, what its owner gives up, what officers do by hand. */
export const onAccount = (id: string, other: fc.Arbitrary<string>): fc.Arbitrary<Made>[] => {
  const trade = { from: fc.constant(id), to: other, quantity: whole(1500), price: fc.constant('100.00') };
  return [
    act('exchange', 'settle-trade', undefined, fc.record(trade)),
    act('exchange', 'credit-auction', undefined, fc.record(bought(id))),
    act(
      id,
      'cancel',
      undefined,
      fc.oneof(
        fc.record({ quantity: whole(300), reason: fc.constant('自愿注销') }),
        fc.record({ lots: lots(id), reason: fc.constant('自愿注销') }),
      ),
    ),
    decided('issue-order', id, fc.record({ case: fc.constantFrom('referral', 'rectification'), basis })),
    decided('decide-penalty', id, fc.record({ amount: fc.constant('1000.00'), basis })),
    decided('freeze-account', id, fc.record({ basis })),
    decided('unfreeze-account', id, fc.record({ basis })),
    decided('reverse-movement', id, fc.record({ event: fc.integer({ min: 1, max: 40 }), basis })),
    decided('move-allowances', id, fc.record({ from: fc.constant(id), into: other, quantity: whole(500), basis })),
  ];
};

/** A decision that says that it may take time away. */
const expressly = fc.constant(true);

/** What changes the register, and what operators do by hand, about one of the duties named. */
export const byHand = (id: string, other: fc.Arbitrary<string>, duty: fc.Arbitrary<string>): fc.Arbitrary<Made>[] => {
  const dueOn = fc.integer({ min: 0, max: DAYS }).map((day) => addDays(FROM, day));
  const template = fc.constantFrom(
    'reminder',
    'overdue',
    'returned',
    'decision',
    'referral',
    'collection',
    'rectification',
    'order',
  );
  return [
    decided('extend-deadline', id, fc.record({ duty, dueOn, basis, expressly }, { requiredKeys: ['duty', 'dueOn', 'basis'] })),
    decided('resend-mail', id, fc.record({ template, duty, basis })),
    decided('resend-mail', id, fc.record({ template, basis })),
    decided('move-district', id, fc.record({ district: fc.constantFrom('chaoyang', 'haidian'), basis })),
    decided('close-case', id, fc.record({ basis })),
    fc.oneof(
      { weight: 1, arbitrary: decided('leave', id, fc.record({ to: fc.constantFrom('none', 'national-market'), basis })) },
      { weight: 1, arbitrary: decided('merge', id, fc.record({ into: other, basis })) },
      { weight: 3, arbitrary: act('exchange', 'credit-auction', undefined, fc.record(bought(id))) },
    ),
  ];
};

/** What the city does to all cases at once. */
export const byTheCity: fc.Arbitrary<Made> = fc
  .oneof(
    fc.constantFrom(2, 3, 4).map((revision) => ({ do: 'adopt-revision', with: { revision } })),
    fc.constantFrom('V-01', 'V-02').map((verifier) => ({ do: 'strike-off-verifier', with: { verifier, basis: '依据' } })),
    fc.constant({ do: 'close-cycle', with: { basis: '依据' } }),
  )
  .map((made) => ({ by: 'city/a', approvedBy: 'city/b', ...made }));
