/**
 * What the standard unit-year costs on a real Temporal server, played by the real drill, against a floor in the same run: a
 * bare workflow with the same timers, local activities (one insert each) and Updates on the same clock, half of it before and
 * half after. Mails are delivered and counted apart. `npm run bench:year [UNITS]`.
 */
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { delivered, run } from '../client/drill/run.js';
import { openTheatre, type Theatre } from '../client/drill/stage.js';
import { countHistories, cpuBetween, cpuSoFar, type CpuSeconds, type Histories, type Pids } from '../client/drill/timing.js';
import { endOf, readScenario, type Scenario } from '../simulator/scenario.js';
import { simulate } from '../simulator/simulate.js';
import { outboxIdOf, OUTBOX_TYPE } from '../workflows/ids.js';
import { bareWorkflowIds, playBare, startBareWorker } from './bare.js';
import { barePlan } from './bare-plan.js';
import { say, sayRow } from './measure.js';

const UNIT_YEAR = fileURLToPath(new URL('unit-year.yaml', import.meta.url));
const UNITS = 100;
const log = (line: string): void => void process.stderr.write(`${line}\n`);

interface Cost {
  readonly wall: number;
  readonly cpu: CpuSeconds;
}
const PARTIES = ['server', 'worker', 'database', 'driver'] as const;
const NOTHING: Cost = { wall: 0, cpu: { server: 0, worker: 0, database: 0, driver: 0 } };
const sum = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);
const totalOf = ({ cpu }: Cost): number | null => PARTIES.map((party) => cpu[party]).reduce(sum, 0);

const add = (a: Cost, b: Cost): Cost => ({
  wall: a.wall + b.wall,
  cpu: {
    server: sum(a.cpu.server, b.cpu.server),
    worker: sum(a.cpu.worker, b.cpu.worker),
    database: sum(a.cpu.database, b.cpu.database),
    driver: sum(a.cpu.driver, b.cpu.driver),
  },
});

/** Measures a piece of work. */
async function costOf(pids: Pids, work: () => Promise<unknown>): Promise<Cost> {
  const [began, before] = [performance.now(), cpuSoFar(pids)];
  await work();
  return { wall: (performance.now() - began) / 1_000, cpu: cpuBetween(before, cpuSoFar(pids)) };
}

const two = (value: number | null, per = 1): string => (value === null ? '?' : (value / per).toFixed(2));
const costRow = (name: string, cost: Cost, units: number): void =>
  sayRow(name, [...PARTIES.map((party) => two(cost.cpu[party], units)), two(totalOf(cost), units), cost.wall.toFixed(1)]);
const countRow = (name: string, { workflowTasks, events, runs }: Histories, units: number): void =>
  sayRow(
    name,
    [workflowTasks, events, runs].map((count) => (count / units).toFixed(1)),
  );

/** As many units as the floor is of at most: what one costs does not hang on their number. */
const FLOOR_UNITS = 100;

/** Half of the floor. */
async function floorOf(
  theatre: Theatre,
  scenario: Scenario,
  which: string,
): Promise<{ cost: Cost; counted: Histories; units: number }> {
  const cases = barePlan(scenario);
  const units = Array.from(
    { length: Math.max(1, Math.round(Math.min(scenario.units.length, FLOOR_UNITS) / 2)) },
    (_, n) => `${which}${String(n)}`,
  );
  const worker = await startBareWorker(theatre);
  const pids = { ...theatre.platform.pids, worker: worker.pid };
  try {
    const cost = await costOf(pids, () => playBare(theatre, worker.taskQueue, cases, units, endOf(scenario)));
    const counted = await countHistories(theatre.client, theatre.platform.namespace, bareWorkflowIds(cases, units));
    return { cost, counted, units: units.length };
  } finally {
    await worker.stop();
  }
}

async function bench(theatre: Theatre, scenario: Scenario): Promise<void> {
  const { client, prefix, taskQueue, platform, worker } = theatre;
  const units = scenario.units.length;
  const outbox = outboxIdOf(prefix);
  await client.getHandle(outbox).terminate('mails are counted apart');
  const load = (): string => loadavg()[0]?.toFixed(1) ?? '?';
  const loads = [load()];
  const before = await floorOf(theatre, scenario, 'before');
  loads.push(load());
  const { timing, ...outcome } = await run(theatre, scenario, 0, log, { awaitMails: false });
  loads.push(load());
  const after = await floorOf(theatre, scenario, 'after');
  loads.push(load());
  const mails = await costOf({ ...platform.pids, worker: worker.pid }, async () => {
    await client.start(OUTBOX_TYPE, { workflowId: outbox, taskQueue, args: [] });
    await delivered(theatre);
  });

  const ours: Cost = { wall: timing.wallSeconds, cpu: timing.cpuSeconds };
  const floor = add(add(NOTHING, before.cost), after.cost);
  const floors = before.units + after.units;
  say(
    `${String(units)} standard unit-years, ${scenario.acts.length / units} acts and ${outcome.audit.entries / units} events each; load average ${loads.join(' ')}`,
  );
  sayRow('CPU-seconds per unit-year', [...PARTIES, 'total', 'wall s']);
  costRow('the cases, mails not delivered', ours, units);
  costRow(`the floor (${String(floors)} units)`, floor, floors);
  costRow('mails, delivered afterwards', mails, units);
  sayRow('per unit-year', ['workflow tasks', 'history events', 'runs']);
  countRow('the cases', timing, units);
  const [a, b] = [before.counted, after.counted];
  countRow(
    'the floor',
    { workflowTasks: a.workflowTasks + b.workflowTasks, events: a.events + b.events, runs: a.runs + b.runs },
    floors,
  );
  const [cost, bare] = [totalOf(ours), totalOf(floor)];
  const ratio = cost === null || bare === null ? '?' : (cost / units / (bare / floors)).toFixed(2);
  say(`${((units / timing.wallSeconds) * 60).toFixed(0)} units a minute; ${ratio} x the floor`);
  const isSame = simulate(scenario).digest === outcome.digest;
  say(`digest ${outcome.digest}${isSame ? ', the simulator’s too' : ': NOT THE SIMULATOR’S'}`);
  if (!isSame) process.exitCode = 1;
}

const units = Number(process.argv[2] ?? UNITS);
if (!Number.isSafeInteger(units) || units < 1)
  throw new Error(`bench:year takes a number of units, not ${process.argv[2] ?? ''}`);
const theatre = await openTheatre(log);
try {
  await bench(theatre, readScenario(UNIT_YEAR, { units }));
} finally {
  await theatre.close();
}
