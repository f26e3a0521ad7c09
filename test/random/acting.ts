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

const DUTIES = ['first-report', 'verified-report', 'first-check', 'adjustment-application', 'offset-application', 'surrender'];

/** What changes the register, and what operators do by hand. */
export const byHand = (id: string, other: fc.Arbitrary<string>): fc.Arbitrary<Made>[] => {
  const basis = fc.constant('依据');
  const dueOn = fc.integer({ min: 0, max: DAYS }).map((day) => addDays(FROM, day));
  const duty = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...DUTIES, 'confirmation', 'collection') },
    { weight: 1, arbitrary: month.map((one) => `monthly-evidence/${one}`) },
    { weight: 1, arbitrary: month.map((one) => `monthly-check/${one}`) },
  );
  const template = fc.constantFrom('reminder', 'overdue', 'returned', 'decision', 'referral', 'collection', 'rectification');
  const scores = fc.constant({ management: '80', impartiality: '80', timeliness: '80', quality: '80' });
  return [
    decided('extend-deadline', id, fc.record({ duty, dueOn, basis })),
    decided('resend-mail', id, fc.record({ template, duty, basis })),
    decided('resend-mail', id, fc.record({ template, basis })),
    decided('record-expert-meeting', id, fc.oneof(fc.record({ emissions, opinion: basis }), fc.record({ opinion: basis }))),
    decided('assess-verifier', id, fc.record({ verifier: fc.constantFrom('V-01', 'V-02'), scores, basis })),
    decided('move-district', id, fc.record({ district: fc.constantFrom('chaoyang', 'haidian'), basis })),
    decided('close-case', id, fc.record({ basis })),
    fc.oneof(
      { weight: 1, arbitrary: decided('leave', id, fc.record({ to: fc.constantFrom('none', 'national-market'), basis })) },
      { weight: 1, arbitrary: decided('merge', id, fc.record({ into: other, basis })) },
      { weight: 4, arbitrary: act('haidian', 'first-check', id, fc.record({ result })) },
    ),
    decided('move-allowances', id, fc.record({ from: fc.constant(id), into: other, quantity: whole(500), basis })),
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
