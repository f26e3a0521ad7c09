import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Theatre } from '../../client/drill/stage.js';
import { Desk } from '../../desk/desk.js';
import { Front } from '../../desk/front.js';
import { shownBy, type Clock } from '../../domain/model/clock.js';
import { closesAt, dayOf, instantOf, type Day, type Instant } from '../../domain/model/instant.js';
import { isRefusal } from '../../domain/model/refusal.js';
import type { Caller } from '../../parties/caller.js';
import { testCaller } from '../../parties/test-caller.js';
import { setBusinessClock } from '../../records/business-clock.js';
import { claimPlatform } from '../../records/platform.js';
import { opensOf } from '../../simulator/opening.js';
import { parseScenario } from '../../simulator/scenario.js';
import { theatreForTests } from '../drill/theatre.js';
import { seen } from '../seen.js';

/** Ten working days after it is proposed here: the very day on which 三(三)2 has the pre-allocations due. */
const PROPOSED = instantOf('2024-07-01', '10:00:00');
const LAST_DAY: Day = '2024-07-15';
const MIDNIGHT: Instant = closesAt(LAST_DAY);
/** What two approvals and a stop may take. */
const BEFORE_MS = 25_000;

const OPENINGS = opensOf(
  parseScenario(
    `
name: decided in the last seconds
cycle: 2024
from: 2024-07-01
until: 2024-12-01
units:
  - { id: BJ-0001, kind: key, district: chaoyang, lastCycle: { approved: '1000', settled: true } }
`,
    'in time',
    { units: 3 },
  ),
).filter(({ kind }) => kind === 'compliance-cycle');
const [IN_TIME, AWAY, TOO_LATE] = OPENINGS.map(({ unit }) => unit.id) as [string, string, string];

let theatre: Theatre;
let front: Front;
let a: Caller;
let b: Caller;
const proposals = new Map<string, string>();

/** By which the platform lives. */
let clock: Clock;
const now = (): Instant => shownBy(clock, Date.now());
const set = async (business0: Instant): Promise<void> => {
  clock = { wall0: Date.now(), business0 };
  await setBusinessClock(theatre.book.pool, clock);
};
const someone = async (actor: string): Promise<Caller> => {
  const caller = await testCaller(theatre.book.pool, actor, PROPOSED);
  if (isRefusal(caller)) throw new Error(caller.en);
  return caller;
};
const approve = async (unit: string) => {
  const approval = proposals.get(unit) ?? '';
  const seen = await front.approvals.read(approval);
  if (isRefusal(seen)) throw new Error(seen.en);
  const digest = seen.previewDigest === undefined ? {} : { previewDigest: seen.previewDigest };
  return front.approve(b, approval, { request: `yes-${unit}`, ...digest });
};

beforeAll(async () => {
  theatre = await theatreForTests({ SWEEP_SECONDS: '1' });
  const { book, client, taskQueue, prefix } = theatre;
  await claimPlatform(book.pool, 'rehearsal');
  await set(PROPOSED);
  const desk = new Desk({ book, client, taskQueue, prefix, cycle: 2024, register: { units: new Map() } });
  for (const opening of OPENINGS) await desk.open(opening, clock);
  front = new Front({ book, client, taskQueue, prefix, patienceMs: 1_000, now });
  [a, b] = [await someone('city/a'), await someone('city/b')];
  for (const unit of [IN_TIME, AWAY, TOO_LATE]) {
    const reply = await front.submit(a, { do: 'pre-allocate', for: unit, with: { amount: '700', basis: '预发方案' } });
    if (reply.state !== 'proposed') throw new Error(JSON.stringify(reply));
    expect(reply.lapsesOn).toBe(LAST_DAY);
    proposals.set(unit, reply.approval);
  }
  // nobody has played beyond: the clock is set to the last seconds of the day
  await set(MIDNIGHT - BEFORE_MS);
});
afterAll(() => theatre.close());

const dutyOf = async (unit: string) => {
  const found = (await theatre.book.readCase(`2024/${unit}/compliance-cycle`))?.events ?? [];
  return found.find(({ type }) => type === 'pre-allocated');
};

describe('front §3 — a proposal lapses at 24:00 of its last day', () => {
  it('approved in the last seconds, with the worker and with it away, and too late in the first second of the next day', async () => {
    const inTime = await approve(IN_TIME);
    expect(inTime).toMatchObject({ state: 'approved' });
    await theatre.worker.stop();
    const away = await approve(AWAY);
    expect(away).toMatchObject({ state: 'approved' });
    expect('outcome' in away).toBe(false);
    expect(now()).toBeLessThan(MIDNIGHT);

    await seen('midnight has passed', () => now() >= MIDNIGHT);
    expect(await approve(TOO_LATE)).toMatchObject({ refused: 'lapsed' });

    await theatre.worker.restart();
    await seen('the second is done', async () => (await dutyOf(AWAY)) !== undefined);
    // 三(三)2: done on the 15th, and so not late
    for (const unit of [IN_TIME, AWAY]) {
      const event = await dutyOf(unit);
      expect(event && [dayOf(event.at), event.by, event.duty]).toEqual([LAST_DAY, 'city/a', 'pre-allocation']);
    }
    expect(await dutyOf(TOO_LATE)).toBeUndefined();
    const late = () => front.approvals.read(proposals.get(TOO_LATE) ?? '');
    await seen('the third has lapsed', async () => expect(await late()).toMatchObject({ state: 'lapsed' }));
  });
});
