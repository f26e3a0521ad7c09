import { describe, expect, it } from 'vitest';
import { Cases } from '../../desk/cases.js';
import { Desk } from '../../desk/desk.js';
import { sweep } from '../../desk/sweep.js';
import { shownBy, type Clock } from '../../domain/model/clock.js';
import { instantOf } from '../../domain/model/instant.js';
import { judge } from '../../records/any-case.js';
import type { Book } from '../../records/book.js';
import { setClock } from '../../records/cases.js';
import { raiseAlarms } from '../../records/raise-alarms.js';
import { opensOf } from '../../simulator/opening.js';
import { workflowIdOf } from '../../workflows/ids.js';
import { confirmed, scenarioOf } from '../drill/meeting.js';
import { sceneOf } from '../drill/scene.js';
import { testTheatre } from '../drill/theatre.js';
import { releaseAll } from '../ledger/releasing.js';
import { seen } from '../seen.js';
import { runsRecorded } from './replay.js';

const CASE = '2024/BJ-0001/compliance-cycle';
/** 三(四): 11月15日 is the last day for surrender; the first instant of the next collects. */
const COLLECTS = instantOf('2024-11-16', '00:00:00');
const HOUR_MS = 3_600_000;
/** One look of a case that waits: the no of the book, a timer set and rung, and a task of three events. */
const A_LOOK = 6;
/** A new run, with what it reads. */
const A_RUN = 15;

const raised = (book: Book, found = '试验', units: readonly string[] | null = ['BJ-0001']) =>
  raiseAlarms(book.pool, [{ check: 'lot-not-its-postings', subject: 'BJ-0001/L1', found, units }], Date.now());
const released = (alarm: number) => ({
  do: 'release-alarm',
  by: 'city/a',
  approvedBy: 'city/b',
  with: { alarm, reason: '已查明' },
});
const collectedIn = async (book: Book): Promise<number> =>
  ((await book.readCase(CASE))?.events ?? []).filter(({ type }) => type === 'collected').length;

describe('design §5 — a collection that an alarm holds up waits, and costs little', () => {
  it('looks thirteen times in the first hour, once an hour from then on; released and told by nobody it goes on after its pause', async () => {
    const scene = await sceneOf(scenarioOf('2024-10-25', '2024-12-31', ['BJ-0001'], confirmed('BJ-0001', '800')));
    const { book, client, prefix } = scene.theatre;
    await scene.inOrder(...scene.items);
    await raised(book);
    // but for what the server notes of the clock that the test moves
    const isOfTheClock = (event: object): boolean =>
      'workflowExecutionTimeSkippingTransitionedEventAttributes' in event ||
      'workflowExecutionOptionsUpdatedEventAttributes' in event;
    const events = async (): Promise<number> =>
      (await runsRecorded(client, workflowIdOf(CASE, prefix)))
        .flatMap((one) => one.events ?? [])
        .filter((event) => !isOfTheClock(event)).length;
    const costs = async (from: number, to: number): Promise<number> => {
      await scene.to(COLLECTS + from);
      const before = await events();
      await scene.to(COLLECTS + to);
      return (await events()) - before;
    };
    // half a second, one, two … 2 048 s: twelve pauses come to 2 047.5 s, thirteen to 4 095.5 s
    expect(await costs(-HOUR_MS, HOUR_MS)).toBeLessThanOrEqual(13 * A_LOOK + A_RUN);
    expect(await costs(2 * HOUR_MS, 26 * HOUR_MS)).toBeLessThanOrEqual(25 * A_LOOK + 2 * A_RUN);
    expect(await collectedIn(book)).toBe(0);
    await releaseAll(book);
    await scene.to(COLLECTS + 28 * HOUR_MS);
    expect(await collectedIn(book)).toBe(1);
    const { events: all = [] } = (await book.readCase(CASE)) ?? {};
    expect(all.find(({ type }) => type === 'collected')?.at).toBe(COLLECTS);
  });

  it('released by two officers it goes on at once, with no sweep that looks and no time that passes; not while another alarm holds it', async () => {
    const scene = await sceneOf(scenarioOf('2024-10-25', '2024-12-31', ['BJ-0001'], confirmed('BJ-0001', '800')));
    const { book, client, prefix } = scene.theatre;
    await scene.inOrder(...scene.items);
    const [own, whole] = [...(await raised(book)), ...(await raised(book, '另一', null))].map(({ id }) => id);
    await scene.to(COLLECTS + 10 * HOUR_MS);
    const looked = async (): Promise<number> =>
      (await runsRecorded(client, workflowIdOf(CASE, prefix)))
        .flatMap((one) => one.events ?? [])
        .filter(({ workflowExecutionSignaledEventAttributes: told }) => told?.signalName === 'lookAgain').length;
    const desk = scene.desk();
    expect(await desk.submit(released(own ?? 0), 'first')).toMatchObject({ state: 'decided' });
    expect([await looked(), await collectedIn(book)]).toEqual([0, 0]);
    expect(await desk.submit(released(whole ?? 0), 'second')).toMatchObject({ state: 'decided' });
    await seen('it is collected', async () => (await collectedIn(book)) === 1);
    expect(await looked()).toBe(1);
    // the same request again tells nobody anything
    expect(await desk.submit(released(whole ?? 0), 'second')).toMatchObject({ state: 'decided' });
    expect([await looked(), await collectedIn(book)]).toEqual([1, 1]);
  });

  it('released, the sweep has it go on at once, and decide what came meanwhile, which nobody handed it while it waited', async () => {
    const { book, client, taskQueue, prefix } = await testTheatre();
    const [opening] = opensOf(scenarioOf('2024-10-25', '2024-12-31', ['BJ-0001'], confirmed('BJ-0001', '800')));
    if (!opening) throw new Error('no opening');
    const options = { book, client, taskQueue, prefix };
    const register = { units: new Map([[opening.unit.id, opening.unit]]) };
    const desk = new Desk({ ...options, cycle: 2024, register });
    const hasty = new Desk({ ...options, cycle: 2024, register, patienceMs: 1_000 });
    const early: Clock = { wall0: Date.now(), business0: opening.opensAt };
    await desk.open(opening, early);
    const city = { by: 'city/a', approvedBy: 'city/b', for: 'BJ-0001' };
    const confirm = { ...city, do: 'confirm-emissions', with: { emissions: '800', basis: '核查报告' } };
    expect(await desk.submit(confirm, 'confirm', shownBy(early, Date.now()))).toMatchObject({ state: 'decided' });
    await raised(book);
    const late: Clock = { wall0: Date.now(), business0: COLLECTS - 1_000 };
    await setClock(book.pool, CASE, late);
    await new Cases(options).beginAgain(CASE);

    const run = client.getHandle(workflowIdOf(CASE, prefix));
    const history = async () => (await run.fetchHistory()).events ?? [];
    /** The timer of a pause so long that the case would not go on by itself within this test. */
    const longPause = async () =>
      (await history()).find(({ timerStartedEventAttributes: set }) => Number(set?.startToFireTimeout?.seconds ?? 0) === 16);
    await seen('it waits patiently', async () => (await longPause()) !== undefined);
    const surrender = { by: 'BJ-0001', do: 'surrender', with: { quantity: '100' } };
    expect(await hasty.submit(surrender, 'behind', shownBy(late, Date.now()))).toMatchObject({ state: 'stored' });
    // the sweep looks three times; while the case is held up it hands it nothing
    let looks = 0;
    const besides = (): Promise<void> => Promise.resolve(void (looks += 1));
    const stop = new AbortController();
    const sweeping = sweep({ ...options, everyMs: 200, log: () => undefined, besides }, stop.signal);
    await seen('it has looked', () => looks >= 3);
    const asked = (await history()).filter(({ workflowExecutionUpdateAcceptedEventAttributes: one }) => one);
    expect(asked).toHaveLength(1);
    await releaseAll(book);
    await seen('it is collected', async () => (await collectedIn(book)) === 1);
    await seen('what came meanwhile is decided', async () => {
      const [act] = await book.actsAskedAs('behind');
      expect(act?.state).toMatch(/applied|refused/);
    });
    stop.abort();
    await sweeping;
    const all = await history();
    // of its own it would have waited until that timer or a longer one had rung
    const rang = new Set(all.map(({ timerFiredEventAttributes: fired }) => fired?.timerId).filter(Boolean));
    const waited = all.flatMap(({ timerStartedEventAttributes: set }) => (set ? [set] : [])).at(-2);
    expect(Number(waited?.startToFireTimeout?.seconds ?? 0)).toBeGreaterThanOrEqual(16);
    expect(rang.has(waited?.timerId)).toBe(false);
  });
});

it('an instant that has come by the case’s clock and not by the book’s is tried ever more seldom, and played when it comes', async () => {
  const { book, client, taskQueue, prefix } = await testTheatre();
  const [opening] = opensOf(scenarioOf('2024-06-01', '2024-12-31', ['BJ-0001'], '  []'));
  if (!opening) throw new Error('no opening');
  const desk = new Desk({ book, client, taskQueue, prefix, cycle: 2024, register: { units: new Map() } });
  // the first reminder, of an opening that is in the book already
  await book.open(opening, { wall0: Date.now(), business0: opening.opensAt });
  const { next = 0 } = (await judge(book.pool, CASE)) ?? {};
  const shows = (business0: number): Promise<void> => setClock(book.pool, CASE, { wall0: Date.now(), business0 });
  await shows(next - 15_000);
  await desk.open(opening);
  const history = async () => (await client.getHandle(workflowIdOf(CASE, prefix)).fetchHistory()).events ?? [];
  const pauses = async (): Promise<number[]> =>
    (await history())
      .flatMap(({ timerStartedEventAttributes: set }) => (set ? [set.startToFireTimeout] : []))
      .map((timeout) => Number(timeout?.seconds ?? 0) * 1_000 + (timeout?.nanos ?? 0) / 1e6)
      // its alarm is no pause
      .slice(1);
  await seen('the run has read the book', async () => (await history()).some((one) => one.timerStartedEventAttributes));
  await shows(next - 24 * HOUR_MS);
  await seen('it waits longer', async () => (await pauses()).includes(4_000));
  expect((await pauses()).slice(0, 4)).toEqual([500, 1_000, 2_000, 4_000]);
  await shows(next + HOUR_MS);
  await seen('it is played', async () => (await book.readCase(CASE))?.events.at(-1)?.at === next);
});
