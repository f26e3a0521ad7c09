/**
 * What the core costs without a server: a city of standard unit-years played by the simulator, against a floor in the same
 * run: the same numbers of events, each spelt canonically and hashed onto the one before. `npm run bench:core [UNITS]`.
 */
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { chain } from '../records/chain.js';
import { buildOutcome, type Played } from '../simulator/outcome.js';
import { readScenario } from '../simulator/scenario.js';
import { play } from '../simulator/simulate.js';
import { cpuSecondsHere, say, sayRow } from './measure.js';

const UNIT_YEAR = fileURLToPath(new URL('unit-year.yaml', import.meta.url));
/** 重点碳排放单位 of Beijing, roughly. */
const CITY = 1_300;

const units = Number(process.argv[2] ?? CITY);
if (!Number.isSafeInteger(units) || units < 1)
  throw new Error(`bench:core takes a number of units, not ${process.argv[2] ?? ''}`);

interface Cost {
  readonly wall: number;
  readonly cpu: number;
}
const costs = <T>(name: string, work: () => T): Cost & { made: T } => {
  const [began, before] = [performance.now(), cpuSecondsHere()];
  const made = work();
  const cost = { wall: (performance.now() - began) / 1_000, cpu: cpuSecondsHere() - before };
  sayRow(name, [
    `${cost.wall.toFixed(2)} s`,
    `${cost.cpu.toFixed(2)} CPU-s`,
    `${((cost.cpu / units) * 1_000).toFixed(2)} ms a unit`,
  ]);
  return { ...cost, made };
};

/** Every event of a play, hashed onto the one before it. */
const hashAll = ({ units: played }: Played): number => {
  let count = 0;
  for (const { case: c, events } of played.flatMap((unit) => unit.cases)) {
    let head = '';
    for (const event of events) head = chain(head, c.id, event);
    if (head !== c.head) throw new Error(`${c.id}: the floor hashes something else`);
    count += events.length;
  }
  return count;
};

say(
  `${String(units)} standard unit-years in memory; load average ${loadavg()
    .map((one) => one.toFixed(1))
    .join(' ')}`,
);
const read = costs('read and copy the scenario', () => readScenario(UNIT_YEAR, { units }));
const played = costs('play', () => play(read.made));
const outcome = costs('outcome and digest', () => buildOutcome(played.made));
const floor = costs('floor: spell and hash the events', () => hashAll(played.made));
const total = read.cpu + played.cpu + outcome.cpu;
const wall = read.wall + played.wall + outcome.wall;
say(
  `${String(floor.made)} events; all in all ${wall.toFixed(2)} s, ${total.toFixed(2)} CPU-s: ${(total / floor.cpu).toFixed(1)} x the floor`,
);
say(`digest ${outcome.made.digest}`);
