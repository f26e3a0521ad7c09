import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { virtualClock, type VirtualClock } from '../../client/drill/virtual-clock.js';
import type { Theatre } from '../../client/drill/stage.js';
import type { RawAct } from '../../desk/admit.js';
import { Desk } from '../../desk/desk.js';
import type { Opening } from '../../domain/cases/case.js';
import { instantOf, startOf, type Instant } from '../../domain/model/instant.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { opensOf } from '../../simulator/opening.js';
import { parseScenario } from '../../simulator/scenario.js';
import { theatreForTests } from '../drill/theatre.js';
import { seen } from '../seen.js';

const SCENARIO = parseScenario(
  `
name: one case at the door each
cycle: 2024
from: 2024-06-01
until: 2024-12-01
units:
  - { id: BJ-0001, name: 示例热力有限公司, kind: key, district: chaoyang }
`,
  'one case each',
  { units: 20 },
);
const OPENINGS = opensOf(SCENARIO).filter(({ kind }) => kind === 'compliance-cycle');

let theatre: Theatre;
let desk: Desk;
let clock: VirtualClock;
let shift: number;
/** Each test has a unit of its own. */
let unit: string;
let caseId: string;
let tests = 0;

const report = (): RawAct => ({ by: unit, do: 'submit-first-report', with: { emissions: '98000', sealed: true } });

const typesOf = async (): Promise<string[]> => ((await theatre.book.readCase(caseId))?.events ?? []).map(({ type }) => type);
const to = (at: Instant): Promise<void> => clock.to(at + shift + 500);

beforeAll(async () => {
  theatre = await theatreForTests({ SWEEP_SECONDS: '2' });
  const { book, client, taskQueue, prefix } = theatre;
  const register = { units: new Map(OPENINGS.map((opening) => [opening.unit.id, opening.unit])) };
  desk = new Desk({ book, client, taskQueue, prefix, cycle: SCENARIO.cycle, register, patienceMs: 30_000 });
});
afterAll(() => theatre.close());

beforeEach(async () => {
  const { prefix, connection, platform } = theatre;
  const opening = OPENINGS[tests] as Opening;
  tests += 1;
  unit = opening.unit.id;
  caseId = opening.id;
  const wall0 = Date.now();
  shift = wall0 - opening.opensAt;
  await desk.open(opening, { wall0, business0: opening.opensAt, skips: true });
  clock = virtualClock(connection, platform.namespace, `${prefix}${caseId}`);
});

describe('the door of a case on Temporal', () => {
  it('an act sent twice is done once, and the second is answered like the first', async () => {
    const at = instantOf('2024-06-03', '10:00:00');
    const first = await desk.receive(report(), 'twice', at);
    const again = await desk.receive(report(), 'twice', at + 60_000);
    if (isRefusal(first) || isRefusal(again)) throw new Error('refused');
    expect(again.act.at).toBe(at);
    const answers = [await desk.handOver(first), ...(await Promise.all([desk.handOver(again), desk.handOver(again)]))];
    expect(answers.map((answer) => (isRefusal(answer) ? answer.refused : answer.seq))).toEqual(Array(3).fill(2));
    expect((await typesOf()).filter((type) => type === 'first-report-filed')).toHaveLength(1);
  });

  it('an id that stands for one act is refused for another, and nothing is stored; another asker has it for an act of its own', async () => {
    const first = await desk.submit(report(), 'same', instantOf('2024-06-03', '10:00:00'));
    const other = await desk.submit({ ...report(), with: { emissions: '1', sealed: true } }, 'same');
    expect(other).toMatchObject({ state: 'refused', refusal: { refused: 'id-used' } });
    expect(await theatre.book.actsAskedAs('same', unit)).toHaveLength(1);
    expect(await desk.submit(report(), 'same')).toEqual(first);
    const city = { by: 'city/a', approvedBy: 'city/b', do: 'record-spot-check', for: unit, with: { emissions: '1' } };
    expect(await desk.submit(city, 'same')).toMatchObject({ state: 'refused', refusal: { refused: 'too-early' } });
  });

  it('a refusal of the case is recorded in the book under its code', async () => {
    const refused = await desk.submit({ by: unit, do: 'surrender', with: { quantity: '1' } }, 'early');
    expect(refused).toMatchObject({ state: 'refused', refusal: { refused: 'too-early' } });
    expect(await theatre.book.actsAskedAs('early', unit)).toMatchObject([
      { state: 'refused', refusal: { refused: 'too-early' } },
    ]);
  });

  it('三(一)1 — 2024年6月15日前 › a filing stamped in the last second counts in time, though it comes to its case after midnight', async () => {
    const stored = await desk.receive(report(), 'last-second', instantOf('2024-06-15', '23:59:59'));
    if (isRefusal(stored)) throw new Error('refused');
    await to(startOf('2024-06-16') + 5_000);
    await pause(1_000);
    expect(await typesOf()).not.toContain('overdue');
    expect(await desk.handOver(stored)).toMatchObject({ at: instantOf('2024-06-15', '23:59:59') });
    const record = await theatre.book.readCase(caseId);
    expect(record?.events.find(({ type }) => type === 'first-report-filed')).toMatchObject({ late: false });
    expect(await typesOf()).not.toContain('overdue');
  });

  it('三(一)1 — 2024年6月15日前 › a filing stamped at midnight is late, though it comes before the timer', async () => {
    const stored = await desk.receive(report(), 'midnight', startOf('2024-06-16'));
    if (isRefusal(stored)) throw new Error('refused');
    await desk.handOver(stored);
    const types = await typesOf();
    expect(types.indexOf('overdue')).toBeGreaterThan(0);
    expect(types.indexOf('first-report-filed')).toBeGreaterThan(types.indexOf('overdue'));
  });

  it('what was stored by a desk that died is found and handed over', async () => {
    const lost = await desk.receive(report(), 'forgotten', instantOf('2024-06-03', '10:00:00'));
    if (isRefusal(lost)) throw new Error('refused');
    await seen('it is decided', async () => (await theatre.book.actsAskedAs('forgotten', unit))[0]?.state === 'applied');
    expect(await typesOf()).toEqual(['case-opened', 'first-report-filed']);
  });

  it('what was stored and never handed over goes before the next act, in order of stamps', async () => {
    const lost = await desk.receive(report(), 'lost', instantOf('2024-06-03', '10:00:00'));
    if (isRefusal(lost)) throw new Error('refused');
    const next = await desk.receive(
      { by: unit, do: 'appoint-verifier', with: { verifier: 'V-01' } },
      'next',
      instantOf('2024-06-03', '10:00:01'),
    );
    if (isRefusal(next)) throw new Error('refused');
    await desk.handOver(next);
    expect(await typesOf()).toEqual(['case-opened', 'first-report-filed', 'verifier-appointed']);
  });
});
