import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Theatre } from '../../client/drill/stage.js';
import { Cases } from '../../desk/cases.js';
import { CityDesk } from '../../desk/city.js';
import { Front } from '../../desk/front.js';
import { Places } from '../../desk/places.js';
import { letIn } from '../../domain/model/step.js';
import { openAlarms } from '../../ledger/alarms.js';
import type { Caller } from '../../parties/caller.js';
import { claimPlatform } from '../../records/platform.js';
import { raiseAlarms } from '../../records/raise-alarms.js';
import { noteRevival } from '../../records/revivals.js';
import { rulebookNamed } from '../../regulation/named.js';
import { termsOf } from '../../regulation/terms.js';
import { theatreForTests } from '../drill/theatre.js';
import { foundWrongAnew } from '../records/everything-agrees.js';
import { inTheBook } from './callers.js';
import { seen } from '../seen.js';
import { openNext, proposed, unitsToDecide } from './proposals.js';

const UNITS = unitsToDecide(10);
const CITY_TERMS = termsOf(rulebookNamed('2024'));
const WHY = '试验';

let theatre: Theatre;
let front: Front;
/** Does not wait long for what cannot be decided yet. */
let hasty: Front;
let [a, b]: Caller[] = [];
beforeAll(async () => {
  theatre = await theatreForTests({ SWEEP_SECONDS: '2' });
  const { book, client, taskQueue, prefix } = theatre;
  front = new Front({ book, client, taskQueue, prefix, patienceMs: 100_000 });
  hasty = new Front({ book, client, taskQueue, prefix, patienceMs: 2_000 });
  await claimPlatform(book.pool, 'rehearsal');
  [a, b] = [await inTheBook(book, 'city/a'), await inTheBook(book, 'city/b')];
});
afterAll(() => theatre.close());
const two = (): [Caller, Caller] => [a as Caller, b as Caller];
const yes = async (by: Caller, approval: string, at = front) => {
  const shown = await front.approvals.read(approval, by);
  if (!('previewDigest' in shown)) throw new Error(JSON.stringify(shown));
  return at.approve(by, approval, { request: `yes-${approval}`, previewDigest: shown.previewDigest });
};
const preAllocate = (unit: string) => ({ do: 'pre-allocate', for: unit, with: { amount: '700', basis: '预发方案' } });

describe('front §1, §3 — what is proposed waits while a case stands still', () => {
  it('the case that it is about: approved under its stamp, said to wait for it, and decided once it is revived', async () => {
    const [one, other] = two();
    const { unit, id: caseId } = await openNext(theatre, UNITS);
    const approval = proposed(await front.submit(one, preAllocate(unit.id)));
    await theatre.client.getHandle(`${theatre.prefix}${caseId}`).terminate(WHY);
    expect(await theatre.book.suspend(caseId, WHY)).toBe(true);
    const said = await yes(other, approval, hasty);
    expect(said).toMatchObject({ state: 'approved' });
    expect(said).not.toHaveProperty('outcome.state', 'decided');
    await noteRevival(theatre.book.pool, caseId, { by: 'operator/x', reason: '已修复' });
    await seen('it is decided', async () =>
      expect(await front.approvals.read(approval)).toMatchObject({
        outcome: { state: 'decided', at: expect.anything() as unknown },
      }),
    );
  });

  it('the proposal itself: the yes of another counts all the same, once', async () => {
    const [one, other] = two();
    const { unit, id: caseId } = await openNext(theatre, UNITS);
    const approval = proposed(await front.submit(one, preAllocate(unit.id)));
    const its = `2024/approval/${approval}`;
    await theatre.client.getHandle(`${theatre.prefix}${its}`).terminate(WHY);
    expect(await theatre.book.suspend(its, WHY)).toBe(true);
    const said = await yes(other, approval);
    expect(said).toMatchObject({ state: 'approved', outcome: { state: 'decided' } });
    const events = (await theatre.book.readCase(caseId))?.events ?? [];
    expect(events.filter(({ type }) => type === 'pre-allocated')).toHaveLength(1);
    expect(await front.approvals.end(one, 'withdraw', approval, { request: 'too late' })).toMatchObject({
      refused: 'already-done',
    });
  });

  it('the proposal itself, revived: its run goes on, and ends with what a colleague decides', async () => {
    const { book, client, taskQueue, prefix } = theatre;
    const [one, other] = two();
    const { unit } = await openNext(theatre, UNITS);
    const approval = proposed(await front.submit(one, preAllocate(unit.id)));
    const its = `2024/approval/${approval}`;
    const run = client.getHandle(`${prefix}${its}`);
    await run.terminate(WHY);
    expect(await book.suspend(its, WHY)).toBe(true);
    const cases = new Cases({ book, client, taskQueue, prefix });
    await expect(cases.revive(its)).rejects.toThrow(WHY);
    await noteRevival(book.pool, its, { by: 'operator/x', reason: '已修复' });
    await cases.revive(its);
    expect(await cases.isRunning(its)).toBe(true);
    const answer = await front.approvals.end(other, 'return', approval, { request: `no-${approval}`, reason: '依据不足' });
    expect(answer).toMatchObject({ state: 'returned' });
    await seen('its run has ended', async () => (await run.describe()).status.name === 'COMPLETED');
  });

  it('the people and the alarms, which no run plays: what is decided about them is stored, and counts under its stamp once they are revived', async () => {
    const { book } = theatre;
    const [one, other] = two();
    const eventsOf = async (id: string): Promise<string[]> =>
      (await book.since(id, 0)).flatMap(({ events }) => events.map(({ type }) => type));
    await raiseAlarms(book.pool, [{ check: 'lot-not-its-postings', subject: 'X/L1', found: WHY, units: ['X'] }], Date.now());
    const [alarm] = await openAlarms(book.pool);
    const asked = {
      people: { do: 'enter-person', with: { name: '王五', mail: 'wang@unit.example' } },
      alarms: { do: 'release-alarm', with: { alarm: alarm?.id ?? 0, reason: WHY } },
    };
    for (const [id, wish] of Object.entries(asked)) {
      const approval = proposed(await front.submit(one, wish));
      expect(await book.suspend(id, WHY)).toBe(true);
      const before = await eventsOf(id);
      const said = await yes(other, approval);
      expect(said).toMatchObject({ state: 'approved' });
      expect(said).not.toHaveProperty('outcome');
      // whoever comes with it again changes nothing
      const [stored] = await book.actsAskedAs(`${approval}/1`, 'platform');
      const again = await new Places({ ...theatre }).finish({ act: letIn(stored!), concerns: [{ case: id, role: 'decides' }] });
      expect(again).toMatchObject({ state: 'stored', suspended: true });
      expect(await eventsOf(id)).toEqual(before);
      await noteRevival(book.pool, id, { by: 'operator/x', reason: '已修复' });
      await seen('it is decided', async () =>
        expect(await front.approvals.read(approval)).toMatchObject({ outcome: { state: 'decided' } }),
      );
      const [decided] = await book.actsAskedAs(`${approval}/1`, 'platform');
      expect(decided?.at).toBe(stored?.at);
      expect((await eventsOf(id)).length).toBe(before.length + 1);
    }
  });

  it('a run that somebody starts of what stands still, of any kind, ends at once: nothing goes on before it is revived', async () => {
    const { book, client, taskQueue, prefix } = theatre;
    const [one] = two();
    const { unit, id: caseId } = await openNext(theatre, UNITS);
    const its = `2024/approval/${proposed(await front.submit(one, preAllocate(unit.id)))}`;
    const city = await new CityDesk({ book, client, taskQueue, prefix, cycle: 2024 }).open(CITY_TERMS, Date.now());
    for (const [type, id] of [
      ['complianceCycle', caseId],
      ['approval', its],
      ['cityCycle', city.opening.id],
    ] as const) {
      const workflowId = `${prefix}${id}`;
      await client.getHandle(workflowId).terminate(WHY);
      expect(await book.suspend(id, WHY)).toBe(true);
      const run = await client.start(type, { workflowId, taskQueue, args: [{ caseId: id, prefix }] });
      await seen(`the run of ${type} has ended`, async () => (await run.describe()).status.name === 'FAILED');
    }
  });

  it('and the book holds', async () => {
    expect(await foundWrongAnew(theatre.book)).toEqual([]);
  });
});
