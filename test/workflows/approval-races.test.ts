import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Theatre } from '../../client/drill/stage.js';
import type { ApprovalAnswer } from '../../desk/approvals/saying.js';
import { Front, type Reply } from '../../desk/front.js';
import { PeopleDesk } from '../../desk/people.js';
import { isRefusal, type Refusal } from '../../domain/model/refusal.js';
import type { Caller } from '../../parties/caller.js';
import { claimPlatform } from '../../records/platform.js';
import { changedBytesIn } from '../../records/inspect.js';
import { foundWrongAnew } from '../records/everything-agrees.js';
import { theatreForTests } from '../drill/theatre.js';
import { inTheBook } from './callers.js';
import { codeOf, openNext, proposed, shownBy, unitsToDecide } from './proposals.js';
import { seen } from '../seen.js';

const AMOUNT = 700;
const ROUNDS = 6;
const UNITS = unitsToDecide(60);

let theatre: Theatre;
let front: Front;
let people: PeopleDesk;
let asked = 0;
const request = (): string => `r-${String((asked += 1))}`;
const open = async (): Promise<string> => (await openNext(theatre, UNITS)).unit.id;
const propose = async (by: Caller, unit: string): Promise<{ readonly approval: string; readonly previewDigest: string }> => {
  const wish = { do: 'pre-allocate', for: unit, with: { amount: String(AMOUNT), basis: '预发方案' } };
  const approval = proposed(await front.submit(by, wish));
  return { approval, previewDigest: await shown(approval) };
};
const shown = async (approval: string): Promise<string> => (await shownBy(front, approval)).previewDigest;
const end = (appointment: number) =>
  people.submit(
    { by: 'city/a', approvedBy: 'city/b', do: 'end-appointment', with: { appointment, basis: '调离' } },
    `end-${String(appointment)}`,
  );
const held = async (unit: string): Promise<number> => {
  const text = `select coalesce(sum(quantity), 0)::float8 as sum from lots where unit = $1`;
  return (await theatre.book.pool.query<{ sum: number }>(text, [unit])).rows[0]?.sum ?? 0;
};
const allocations = async (unit: string): Promise<number> =>
  ((await theatre.book.readCase(`2024/${unit}/compliance-cycle`))?.events ?? []).filter(({ type }) => type === 'pre-allocated')
    .length;
/** Starts all at one instant, in an order of its own each round, and answers in the order given. */
const atOnce = async <T>(round: number, ways: readonly (() => Promise<T>)[]): Promise<T[]> => {
  const turned = ways.map((_, n) => (n + round) % ways.length);
  const started = new Map(turned.map((n) => [n, (ways[n] as () => Promise<T>)()]));
  return Promise.all(ways.map((_, n) => started.get(n) as Promise<T>));
};

let [a, b, c]: Caller[] = [];
beforeAll(async () => {
  theatre = await theatreForTests({ SWEEP_SECONDS: '2' });
  const { book, client, taskQueue, prefix } = theatre;
  front = new Front({ book, client, taskQueue, prefix, patienceMs: 100_000 });
  people = new PeopleDesk(book);
  await claimPlatform(book.pool, 'rehearsal');
  [a, b, c] = [
    await inTheBook(theatre.book, 'city/a'),
    await inTheBook(theatre.book, 'city/b'),
    await inTheBook(theatre.book, 'city/c'),
  ];
});
afterAll(() => theatre.close());
const three = (): [Caller, Caller, Caller] => [a as Caller, b as Caller, c as Caller];

/** What comes of a race: at most one yes, and then the money once; whatever was said to whom. */
const settled = async (unit: string, said: readonly (ApprovalAnswer | Refusal | Reply)[]): Promise<string[]> => {
  const codes = said.map((one) => ('refused' in one || !('proposedBy' in one) ? codeOf(one as Refusal) : codeOf(one)));
  const yes = codes.filter((code) => code === 'approved').length;
  expect([codes, yes <= 1]).toEqual([codes, true]);
  await seen('what was said is what was done', async () =>
    expect([codes, await allocations(unit), await held(unit)]).toEqual([codes, yes, yes * AMOUNT]),
  );
  return codes;
};

describe('front §3 — whoever comes to a proposal at one instant', () => {
  it('of two yeses and a no the first counts, in whatever order they come', async () => {
    const [one, two, third] = three();
    for (let round = 0; round < ROUNDS; round += 1) {
      const unit = await open();
      const { approval, previewDigest } = await propose(one, unit);
      const said = await atOnce<ApprovalAnswer | Refusal>(round, [
        () => front.approve(two, approval, { request: request(), previewDigest }),
        () => front.approve(third, approval, { request: request(), previewDigest }),
        () => front.approvals.end(one, 'withdraw', approval, { request: request() }),
        () => front.approvals.end(third, 'return', approval, { request: request(), reason: '依据不足' }),
      ]);
      const codes = await settled(unit, said);
      expect(codes.filter((code) => code === 'already-done')).toHaveLength(3);
    }
  });

  it('a yes to what was withdrawn and proposed anew with another amount counts for neither', async () => {
    const [one, two, third] = three();
    for (let round = 0; round < ROUNDS; round += 1) {
      const unit = await open();
      const { approval, previewDigest } = await propose(one, unit);
      const anew = async (): Promise<ApprovalAnswer | Refusal> => {
        // who looks first comes later
        if (round % 2 === 1) await shown(approval);
        const gone = await front.approvals.end(one, 'withdraw', approval, { request: request() });
        if (isRefusal(gone)) return gone;
        const wish = { do: 'pre-allocate', for: unit, with: { amount: '1', basis: '更正' } };
        const next = proposed(await front.submit(one, wish));
        // what was seen of the first is no yes to the second
        expect(codeOf(await front.approve(third, next, { request: request(), previewDigest }))).toBe('moved');
        return gone;
      };
      const said = await atOnce<ApprovalAnswer | Refusal>(round, [
        () => front.approve(two, approval, { request: request(), previewDigest }),
        anew,
      ]);
      await settled(unit, said);
    }
  });

  it('a yes beside what overtakes it and beside its lapse: money moves once, by what came first', async () => {
    const [one, two, third] = three();
    for (let round = 0; round < ROUNDS; round += 1) {
      const unit = await open();
      const confirm = proposed(
        await front.submit(one, { do: 'confirm-emissions', for: unit, with: { emissions: '10', basis: '依据' } }),
      );
      await front.approve(two, confirm, { request: request(), previewDigest: await shown(confirm) });
      const { approval, previewDigest } = await propose(one, unit);
      const final = proposed(await front.submit(one, { do: 'allocate', for: unit, with: { amount: '900', basis: '依据' } }));
      const digest = await shown(final);
      const [first, last] = await atOnce<ApprovalAnswer | Refusal | boolean>(round, [
        () => front.approve(two, approval, { request: request(), previewDigest }),
        () => front.approve(third, final, { request: request(), previewDigest: digest }),
        () => front.approvals.lapseOvertaken(approval),
      ]);
      expect(codeOf(last as ApprovalAnswer)).toBe('approved');
      expect(['approved', 'refused', 'lapsed']).toContain(codeOf(first as ApprovalAnswer));
      await seen('the unit holds its allocation', async () => expect(await held(unit)).toBe(900));
    }
  });

  it('a yes beside the end of the approver’s appointment counts only where it was stamped first', async () => {
    const [one] = three();
    for (let round = 0; round < ROUNDS; round += 1) {
      const unit = await open();
      const leaving = await inTheBook(theatre.book, `city/leaving-${String(round)}`);
      const { approval, previewDigest } = await propose(one, unit);
      const ends = async () => {
        for (const { id } of leaving.appointments) await end(id);
        return undefined;
      };
      const said = await atOnce<ApprovalAnswer | Refusal | undefined>(round, [
        () => front.approve(leaving, approval, { request: request(), previewDigest }),
        ends,
      ]);
      await settled(unit, [said[0] as ApprovalAnswer]);
    }
  });

  it('a yes whose stamp comes after that end is none, however early it was asked', async () => {
    const [one] = three();
    const unit = await open();
    const leaving = await inTheBook(theatre.book, 'city/leaving');
    const { approval, previewDigest } = await propose(one, unit);
    const { pool } = theatre.book;
    const holder = await pool.connect();
    await holder.query('begin');
    await holder.query('select from cases where case_id = $1 for update', [`2024/${unit}/compliance-cycle`]);
    const asking = front.approve(leaving, approval, { request: request(), previewDigest });
    const WAITS = `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%for no key update%' and datname = current_database()`;
    await seen('the approval waits for the case', async () => (await pool.query(WAITS)).rowCount !== 0);
    for (const { id } of leaving.appointments) expect(await end(id)).toMatchObject({ state: 'decided' });
    await holder.query('commit');
    holder.release();
    expect(await settled(unit, [await asking])).toEqual(['not-allowed']);
  });

  it('whoever was appointed after it was proposed may approve it', async () => {
    const [one] = three();
    const unit = await open();
    const { approval, previewDigest } = await propose(one, unit);
    const fresh = await inTheBook(theatre.book, 'city/fresh');
    expect(await settled(unit, [await front.approve(fresh, approval, { request: request(), previewDigest })])).toEqual([
      'approved',
    ]);
  });

  it('and the book holds', async () => {
    expect(await foundWrongAnew(theatre.book)).toEqual([]);
    expect(await changedBytesIn(theatre.book.pool)).toEqual([]);
  });
});
