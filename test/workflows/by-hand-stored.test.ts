import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RawAct } from '../../desk/admit.js';
import type { Received } from '../../desk/door.js';
import { isRefusal } from '../../domain/model/refusal.js';
import type { NamedAct } from '../../domain/model/step.js';
import { byHand, type ByHand } from './by-hand/messages.js';
import { answered, leavesNothing, stillAnswers } from './by-hand/proofs.js';
import { openTown, type Town } from './by-hand/town.js';

let town: Town;
let hand: ByHand;
beforeAll(async () => {
  town = await openTown();
  hand = await byHand(town.theatre);
});
afterAll(() => town.close());

const MINUTE = 60_000;
const report = (id: string): RawAct => ({ by: id, do: 'submit-first-report', with: { emissions: '98000', sealed: true } });
const preAllocation = (id: string): RawAct => {
  return { by: 'city/a', approvedBy: 'city/b', for: id, do: 'pre-allocate', with: { amount: '700', basis: '预发方案' } };
};
const trade = (from: string, to: string, quantity: string): RawAct => {
  return { by: 'exchange', do: 'settle-trade', with: { from, to, quantity, price: '90' } };
};
const surrender = (id: string): RawAct => ({ by: id, do: 'surrender', with: { quantity: '1' } });

/** A unit with an act that is stored and that nobody has handed over yet. */
async function waiting(raw: (id: string) => RawAct): Promise<{ id: string; caseId: string; received: Received; act: NamedAct }> {
  const { id } = await town.freshUnit('key');
  const received = await town.store(raw(id), `stored-${id}`);
  return { id, caseId: received.concerns[0]?.case ?? '', received, act: received.act };
}

/** Hands over what was stored: it is decided with its own content, under its own stamp, by who asked for it. */
async function decidedAsStored(received: Received, type: string, content: string): Promise<void> {
  const { act } = received;
  const cases = received.concerns.map((one) => one.case);
  const answer = await answered(town.desk().handOver(received));
  const rows = await town.theatre.book.actsById(act.id);
  const events = (await town.theatre.book.readCase(cases[0] ?? ''))?.events.filter((event) => event.type === type) ?? [];
  const because = `${act.do} was not decided as it was stored`;
  expect(isRefusal(answer), because).toBe(false);
  expect(
    rows.map(({ state }) => state),
    because,
  ).toEqual(cases.map(() => 'applied'));
  expect(
    events.map(({ at, by }) => [at, by]),
    because,
  ).toEqual([[act.at, act.by]]);
  expect(JSON.stringify(events[0]?.with), because).toContain(content);
}

describe('an Update by hand that names a stored act is compared with what was stored', () => {
  const LIES: readonly [string, (act: NamedAct) => Partial<NamedAct>][] = [
    ['another content', () => ({ with: { emissions: '1', sealed: true } })],
    ['another kind of act', () => ({ do: 'appoint-verifier', with: { verifier: 'V-66' } })],
    ['an earlier stamp', ({ at }) => ({ at: at - MINUTE })],
    ['a later stamp', ({ at }) => ({ at: at + MINUTE })],
    ['another asker', () => ({ by: 'BJ-0001' })],
    ['an approval that nobody gave', () => ({ approvedBy: 'city/b' })],
  ];
  for (const [what, lie] of LIES)
    it(`with ${what}, it leaves nothing, and the act is decided as it was stored`, async () => {
      const { id, caseId, received, act } = await waiting(report);
      await leavesNothing(town, () => hand.act(caseId, { ...act, ...lie(act) }));
      await decidedAsStored(received, 'first-report-filed', '98000');
      await stillAnswers(town, id);
    });

  it('with another approver than the one stored, it leaves nothing', async () => {
    const { id, caseId, received, act } = await waiting(preAllocation);
    await leavesNothing(town, () => hand.act(caseId, { ...act, approvedBy: 'city/z' }));
    await decidedAsStored(received, 'pre-allocated', '700');
    await stillAnswers(town, id);
  });

  it('without the approval stored, it leaves nothing', async () => {
    const { id, caseId, received, act } = await waiting(preAllocation);
    const { approvedBy: _approvedBy, ...alone } = act;
    await leavesNothing(town, () => hand.act(caseId, alone));
    await decidedAsStored(received, 'pre-allocated', '700');
    await stillAnswers(town, id);
  });

  it('sent to the case of another unit, it leaves nothing', async () => {
    const { id, received, act } = await waiting(report);
    const other = await town.freshUnit('key');
    await leavesNothing(town, () => hand.act(town.caseOf(other.id), act));
    await decidedAsStored(received, 'first-report-filed', '98000');
    await stillAnswers(town, id);
    await stillAnswers(town, other.id);
  });

  it('a trade sent to its buyer’s case, which does not decide it, leaves nothing', async () => {
    const buyer = await town.freshUnit('key');
    const { id, received, act } = await waiting((seller) => trade(seller, buyer.id, '1'));
    await leavesNothing(town, () => hand.act(town.caseOf(buyer.id), act));
    await decidedAsStored(received, 'allowances-sold', '1');
    await stillAnswers(town, id);
  });
});

describe('what was refused stays refused', () => {
  it('an act that its case refused, sent by hand when it would be right, leaves nothing', async () => {
    const { id, openings } = await town.freshUnit('key');
    const received = await town.store(surrender(id), `early-${id}`);
    if (!isRefusal(await town.desk().handOver(received))) throw new Error('nothing was owed yet');
    const confirm = {
      by: 'city/a',
      approvedBy: 'city/b',
      for: id,
      do: 'confirm-emissions',
      with: { emissions: '9', basis: '报告' },
    };
    if (isRefusal(await town.submit(confirm, `confirm-${id}`))) throw new Error('not confirmed');
    await leavesNothing(town, () => hand.act(openings[0]?.id ?? '', { ...received.act, at: town.now() }));
    await stillAnswers(town, id);
  });

  it('an act that was refused at the desk, sent by hand, leaves nothing', async () => {
    const { id } = await town.freshUnit('key');
    const raw = { ...preAllocation(id), approvedBy: 'city/a' };
    const refused = await town.desk().receive(raw, `door-${id}`, town.now());
    if (!isRefusal(refused)) throw new Error('one officer is not two');
    const act = { id: `door-${id}`, do: raw.do, by: raw.by, approvedBy: 'city/a', with: raw.with ?? null, at: town.now() };
    await leavesNothing(town, () => hand.act(town.caseOf(id), act));
    await stillAnswers(town, id);
  });
});
