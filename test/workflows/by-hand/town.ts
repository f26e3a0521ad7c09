import type { Theatre } from '../../../client/drill/stage.js';
import type { RawAct } from '../../../desk/admit.js';
import { CityDesk } from '../../../desk/city.js';
import { Desk, type Answered } from '../../../desk/desk.js';
import type { Received } from '../../../desk/door.js';
import type { Opening } from '../../../domain/cases/case.js';
import type { CaseKind } from '../../../domain/model/case.js';
import type { Clock } from '../../../domain/model/clock.js';
import { instantOf, type Instant } from '../../../domain/model/instant.js';
import { isRefusal, type Refusal } from '../../../domain/model/refusal.js';
import { opensOf } from '../../../simulator/opening.js';
import { parseScenario } from '../../../simulator/scenario.js';
import { caseIdOf, verificationIdOf } from '../../../workflows/ids.js';
import { theatreForTests } from '../../drill/theatre.js';

/** A morning on which nothing falls due, and on which the first report may be filed for twelve days more. */
const MORNING = instantOf('2024-06-03', '10:00:00');
const CYCLE = 2024;

const scenario = (kind: 'key' | 'general', first: string, units: number) =>
  parseScenario(
    `
name: units on whom things are tried
cycle: ${String(CYCLE)}
from: 2024-06-03
until: 2024-12-01
units:
  - id: ${first}
    kind: ${kind}
    district: chaoyang
    lastCycle: { approved: '1000', settled: true }
    holdings:
      - { product: allowance, vintage: 2022, quantity: '500' }
      - { product: ccer, origin: beijing, recordedOn: 2023-05-01, quantity: '50' }
`,
    'by hand',
    { units },
  );

/** A running platform with many units, for each attempt one of its own, and real people at the desk. */
export interface Town {
  readonly theatre: Theatre;
  readonly clock: Clock;
  readonly city: CityDesk;
  now(): Instant;
  desk(): Desk;
  /** A unit on which nothing has been tried yet, its cases open. */
  freshUnit(kind: 'key' | 'general'): Promise<{ readonly id: string; readonly openings: readonly Opening[] }>;
  caseOf(unit: string, kind?: CaseKind): string;
  store(raw: RawAct, id: string): Promise<Received>;
  submit(raw: RawAct, id: string): Promise<Answered | Refusal>;
  close(): Promise<void>;
}

/** Opens the city's cycle and one unit to trade with, BJ-0001; the others as they are asked for. */
export async function openTown(units = 80): Promise<Town> {
  const theatre = await theatreForTests();
  const { book, client, taskQueue, prefix } = theatre;
  const options = { book, client, taskQueue, prefix, cycle: CYCLE, patienceMs: 100_000 };
  const openings = [...opensOf(scenario('key', 'BJ-0001', units)), ...opensOf(scenario('general', 'BJ-5001', 10))].map(
    (opening) => ({ ...opening, opensAt: MORNING }),
  );
  const register = { units: new Map(openings.map(({ unit }) => [unit.id, unit])) };
  const clock: Clock = { wall0: Date.now(), business0: MORNING, skips: true };
  const now = (): Instant => MORNING + (Date.now() - clock.wall0);
  const city = new CityDesk(options);
  const desk = (): Desk => new Desk({ ...options, register });
  const left = new Map([...register.units.values()].map((unit) => [unit.id, openings.filter((one) => one.unit.id === unit.id)]));
  const freshUnit: Town['freshUnit'] = async (kind) => {
    const [id, its] = [...left].find(([, [first]]) => first?.unit.kind === kind) ?? [];
    if (id === undefined || !its) throw new Error(`no ${kind} unit is left to try things on`);
    left.delete(id);
    for (const opening of its) await city.openCase(opening, clock);
    return { id, openings: its };
  };
  const store: Town['store'] = async (raw, id) => {
    const received = await desk().receive(raw, id, now());
    if (isRefusal(received)) throw new Error(`refused at the desk: ${received.en}`);
    return received;
  };
  await freshUnit('key');
  return {
    theatre,
    clock,
    city,
    now,
    desk,
    freshUnit,
    store,
    caseOf: (unit, kind = 'compliance-cycle') =>
      kind === 'verification' ? verificationIdOf(CYCLE, unit, 'V-01') : caseIdOf(CYCLE, unit, kind),
    submit: async (raw, id) => desk().handOver(await store(raw, id)),
    close: () => theatre.close(),
  };
}
