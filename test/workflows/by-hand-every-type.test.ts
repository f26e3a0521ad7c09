import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuctionDesk } from '../../desk/auction.js';
import { Front } from '../../desk/front.js';
import { beginStandingWork } from '../../desk/standing.js';
import { instantOf } from '../../domain/model/instant.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { claimPlatform } from '../../records/platform.js';
import { stepDifferences } from '../../records/verify-steps.js';
import { rulebookNamed } from '../../regulation/named.js';
import { outboxIdOf, TYPE_OF } from '../../workflows/ids.js';
import { ANNOUNCEMENT } from '../auction/hall.js';
import { seen } from '../seen.js';
import { byHand, type ByHand } from './by-hand/messages.js';
import { leavesNothing, stillAnswers } from './by-hand/proofs.js';
import { openTown, type Town } from './by-hand/town.js';
import { inTheBook } from './callers.js';
import { proposed } from './proposals.js';

const IN_2099 = instantOf('2099-01-01', '10:00:00');
const ANNOUNCED = instantOf('2024-09-10', '10:00:00');
/** What a run does of itself when it has begun, it has done by then. */
const BEGUN_MS = 2_500;

let town: Town;
let hand: ByHand;
let front: Front;
let auctions: AuctionDesk;
let approval: string;
let unit: string;
let general: string;
const cases = new Map<string, string>();

beforeAll(async () => {
  town = await openTown(3);
  hand = await byHand(town.theatre);
  const { book, client, taskQueue, prefix } = town.theatre;
  await claimPlatform(book.pool, 'rehearsal');
  ({ id: unit } = await town.freshUnit('key'));
  ({ id: general } = await town.freshUnit('general'));
  const verifier = { by: unit, do: 'engage-verifier', with: { verifier: 'V-01' } };
  if (isRefusal(await town.submit(verifier, 'verifier'))) throw new Error('no verifier');
  front = new Front({ book, client, taskQueue, prefix, patienceMs: 100_000 });
  const amount = { do: 'pre-allocate', for: unit, with: { amount: '700', basis: '预发方案' } };
  approval = proposed(await front.submit(await inTheBook(book, 'city/a'), amount));
  auctions = new AuctionDesk({ book, client, taskQueue, prefix, rulebook: rulebookNamed('2024'), patienceMs: 90_000 });
  const raw = { do: 'announce-auction', by: 'city/a', approvedBy: 'city/b', with: ANNOUNCEMENT };
  const clock = { wall0: Date.now(), business0: ANNOUNCED, skips: true } as const;
  if (isRefusal(await auctions.announce(raw, 'announcement', { stamp: ANNOUNCED, clock }))) throw new Error('not announced');
  for (const kind of ['compliance-cycle', 'monthly-evidence', 'verification'] as const) cases.set(kind, town.caseOf(unit, kind));
  cases.set('general-report', town.caseOf(general, 'general-report'));
  cases.set('city-cycle', '2024/city/city-cycle');
  cases.set('auction', auctions.caseId('2024-1'));
  cases.set('approval', `2024/approval/${approval}`);
});
afterAll(() => town.close());

/** What moves tonnes, money or a duty in a case of each kind, by nobody. */
const NOBODYS: Readonly<Record<string, readonly [what: string, brings: object]>> = {
  'compliance-cycle': ['allocate', { amount: '1000000', basis: '核定意见' }],
  'monthly-evidence': ['submit-monthly-evidence', { month: '2024-05', sealed: true }],
  'general-report': ['submit-general-report', { emissions: '1', sealed: true }],
  verification: ['accept-engagement', { independence: '无关联' }],
  'city-cycle': ['close-cycle', { basis: '周期总结' }],
  auction: ['record-cover', { auction: '2024-1', bidder: 'BJ-0001', kind: 'key', name: '示例', cover: '9000000.00' }],
  approval: ['approve', { lines: [1] }],
};
const KINDS = [...TYPE_OF].map(([kind, type]) => [type, kind] as const);
const idOf = (kind: string): string => cases.get(kind) ?? '';
const isOver = async (caseId: string): Promise<boolean> =>
  town.theatre.client
    .getHandle(`${town.theatre.prefix}${caseId}`)
    .describe()
    .then(
      ({ status }) => status.name !== 'RUNNING',
      () => true,
    );
const claimed = (kind: string, more: object = {}) => {
  const [what, brings] = NOBODYS[kind] ?? ['', {}];
  return { id: '987654', do: what, by: 'city/a', approvedBy: 'city/b', at: town.now(), with: brings, ...more } as never;
};
/** Two types that are not its own, so that each is tried under two names. */
const others = (type: string): string[] => {
  const types = KINDS.map(([one]) => one);
  return [1, 3].map((step) => types[(types.indexOf(type) + step) % types.length] ?? '');
};
/** A state that a case would have if somebody made it up. */
const madeUp = (caseId: string) => ({
  clock: { wall0: 0, business0: IN_2099 },
  case: { id: caseId, seq: 1, closed: true },
  opening: {
    id: caseId,
    holdings: [{ product: 'allowance', vintage: 2024, quantity: '1000000' }],
    lines: 1,
    proposedBy: 'nobody',
  },
  announcement: { caseId, lot: '9000000', floor: '1.00' },
});

/** Tries one thing on all types side by side: each leaves nothing, so none disturbs what is seen of another. */
const onEvery = (what: string, attempt: (kind: string, type: string) => Promise<void>): void => {
  describe('on every type', () => {
    it.concurrent.each(KINDS)(`%s: ${what}`, async (type, kind) => leavesNothing(town, () => attempt(kind, type)));
  });
};

describe('a workflow of whatever type believes nobody at Temporal’s command line', () => {
  it('every type is tried', () => {
    expect(KINDS.map(([, kind]) => idOf(kind)).filter((id) => id === '')).toEqual([]);
    expect(KINDS.map(([, kind]) => kind).toSorted()).toEqual(Object.keys(NOBODYS).toSorted());
  });

  onEvery('an Update of an act that nobody stored, now and in 2099', async (kind) => {
    await hand.act(idOf(kind), claimed(kind));
    await hand.act(idOf(kind), claimed(kind, { at: IN_2099 }));
    await hand.catchUp(idOf(kind), IN_2099);
  });

  onEvery('a Signal of any name, with a yes in it', async (kind) => {
    for (const name of ['approve', 'return', 'withdraw', 'anything'])
      await hand.signal(idOf(kind), name, { request: '1', lines: [1], by: 'city/b' });
  });

  onEvery('taken back to its first task', async (kind) => {
    expect(await hand.reset(idOf(kind))).toMatch(/Resetting/);
    await pause(BEGUN_MS);
  });

  onEvery('a second one for the same case, with a clock, a state and an opening that are made up', async (kind, type) => {
    expect(await hand.startAs(type, idOf(kind), madeUp(idOf(kind)), `second-${kind}`)).toContain('RunId');
    await pause(BEGUN_MS);
    await hand.act(`second-${kind}`, claimed(kind));
    await hand.terminate(`second-${kind}`);
  });

  onEvery('ended, and started with what is made up', async (kind, type) => {
    await hand.terminate(idOf(kind));
    await seen(`${kind} has ended`, () => isOver(idOf(kind)));
    expect(await hand.startAs(type, idOf(kind), madeUp(idOf(kind)))).toContain('RunId');
    await pause(BEGUN_MS);
    await hand.act(idOf(kind), claimed(kind));
  });

  onEvery('ended, and other types started under its name', async (kind, type) => {
    await hand.terminate(idOf(kind));
    await seen(`${kind} has ended`, () => isOver(idOf(kind)));
    for (const other of others(type)) {
      await hand.startAs(other, idOf(kind), madeUp(idOf(kind)));
      await pause(BEGUN_MS);
      await hand.terminate(idOf(kind));
      await seen(`${kind} has ended`, () => isOver(idOf(kind)));
    }
  });

  onEvery('cancelled, and lost with its whole history', async (kind, type) => {
    await hand.startAs(type, idOf(kind));
    await hand.cancel(idOf(kind));
    await pause(BEGUN_MS);
    await hand.lose(idOf(kind));
    await seen(`${kind} is lost`, () => isOver(idOf(kind)));
  });

  it('the check of the night, started by hand with a result in it, raises nothing; nor does a second one for the letters', async () => {
    const { pool } = town.theatre.book;
    const raised = async (): Promise<number> => (await pool.query('select from alarms')).rowCount ?? 0;
    const before = await raised();
    expect(await hand.startAs('nightlyCheck', 'night', { differences: 9, raised: ['x'] }, 'night-by-hand')).toContain('RunId');
    expect(await hand.startAs('outbox', 'letters', { anything: 1 }, 'letters-by-hand')).toContain('RunId');
    await seen('the night is over', () => isOver('night-by-hand'));
    expect(await raised()).toBe(before);
    await hand.terminate('letters-by-hand');
  });

  it('something else that is started under the outbox’s name stops no letters: whoever looks next begins it again', async () => {
    const { client, connection, platform, taskQueue, prefix } = town.theatre;
    const outbox = client.getHandle(outboxIdOf(prefix));
    const runs = async () => {
      const { status, type, taskQueue: queue } = await outbox.describe();
      return [status.name, type, queue];
    };
    const isOurs = ['RUNNING', 'outbox', taskQueue];
    for (const [type, queue] of [
      ['complianceCycle', 'nobodys-queue'],
      ['outbox', 'nobodys-queue'],
    ] as const) {
      await hand.terminate('outbox');
      await seen('the outbox has ended', () => isOver('outbox'));
      expect(await hand.startAs(type, 'outbox', {}, 'outbox', queue)).toContain('RunId');
      expect(await runs()).toEqual(['RUNNING', type, queue]);
      await beginStandingWork(connection, platform.namespace, taskQueue, prefix);
      expect(await runs()).toEqual(isOurs);
    }
    const { runId } = await outbox.describe();
    await beginStandingWork(connection, platform.namespace, taskQueue, prefix);
    expect([await runs(), (await outbox.describe()).runId]).toEqual([isOurs, runId]);
  });

  it('after all of it each of them does what the desk stores, and says what it said when it is asked anew', async () => {
    await stillAnswers(town, unit);
    await stillAnswers(town, general);
    const cover = { by: 'exchange', do: 'record-cover', with: { auction: '2024-1', bidder: unit, amount: '200000.00' } };
    expect(await auctions.submit(cover, 'cover', instantOf('2024-09-11', '08:00:00'))).toMatchObject({ state: 'decided' });
    const strike = { do: 'strike-off-verifier', by: 'city/a', approvedBy: 'city/b', with: { verifier: 'V-09', basis: '决定书' } };
    expect(await town.city.submit(strike, 'strike', town.now())).toMatchObject({ state: 'decided' });
    const withdrawn = await front.approvals.end(await inTheBook(town.theatre.book, 'city/a'), 'withdraw', approval, {
      request: 'w',
    });
    expect(withdrawn).toMatchObject({ state: 'withdrawn' });
    expect(await stepDifferences(town.theatre.book.pool)).toEqual([]);
  });
});
