/** A city in the middle of its season, played in memory and laid into a book as it stands. */
import type pg from 'pg';
import type { Opening } from '../domain/cases/case.js';
import { isoOf, type Instant } from '../domain/model/instant.js';
import type { Event } from '../domain/model/step.js';
import { chain, seal } from '../records/chain.js';
import { districts } from '../regulation/districts.js';
import { opensOf } from '../simulator/opening.js';
import { endOf, parseScenario, readScenario, type Scenario } from '../simulator/scenario.js';
import { play } from '../simulator/simulate.js';

/** Key units that file and key units that never do; each has two cases. General units have one. */
export interface City {
  readonly filing: number;
  readonly silent: number;
  readonly general: number;
}

export const casesOf = ({ filing, silent, general }: City): number => 2 * (filing + silent) + general;
export const unitsOf = ({ filing, silent, general }: City): number => filing + silent + general;

const FROM = '2024-02-01';

/** Its units belong to every district in turn, which checks what they file. */
function spread(scenario: Scenario): Scenario {
  const all = districts().map(({ id }) => id);
  const districtOf = new Map(scenario.units.map(({ id }, n) => [id, all[n % all.length] ?? 'chaoyang']));
  const acts = scenario.acts.map((act) => {
    const district = districtOf.get(act.raw.for ?? '');
    return district !== undefined && act.raw.by.startsWith('chaoyang')
      ? { ...act, raw: { ...act.raw, by: `${district}/a` } }
      : act;
  });
  const units = scenario.units.map((unit) => ({ ...unit, district: districtOf.get(unit.id) ?? unit.district }));
  return { ...scenario, units, acts };
}

const written = (kind: 'key' | 'general', id: string, until: string, acts: string): string => `
name: units that ${kind === 'key' ? 'never file' : 'file a general report'}
cycle: 2024
from: ${FROM}
until: ${until}
units:
  - { id: ${id}, name: 示例单位, kind: ${kind}, district: chaoyang, mail: ops@${id.toLowerCase()}.example${kind === 'key' ? ', lastCycle: { approved: "100000", settled: true }' : ''} }
acts: ${acts}
`;

const GENERAL = `
  - { on: 2024-07-10, by: BJ-8001, do: submit-general-report, with: { emissions: "100", sealed: true } }`;

function scenariosOf({ filing, silent, general }: City, until: string, unitYear: string): Scenario[] {
  const standard = readScenario(unitYear, { units: filing });
  const acts = standard.acts.filter(({ at }) => isoOf(at).slice(0, 10) <= until);
  return [
    { ...standard, until, acts },
    parseScenario(written('key', 'BJ-4001', until, '[]'), 'silent', { units: silent }),
    parseScenario(written('general', 'BJ-8001', until, GENERAL), 'general', { units: general }),
  ].map(spread);
}

interface Laid {
  readonly opening: Opening;
  readonly events: readonly Event[];
}

const CASES = `insert into cases (case_id, kind, unit, cycle, opening, seq, head, played_to, opened_at)
  select c.id, c.kind, c.unit, c.cycle, c.opening, c.seq, c.head, c.played, c.opened from jsonb_to_recordset($1) c (id text, kind text, unit text,
    cycle int, opening jsonb, seq int, head text, played bigint, opened bigint)`;
const EVENTS = `insert into events (case_id, seq, step_key, k, body, hash, seal)
  select e.id, e.seq, e.key, 1, e.body, e.hash, e.seal from jsonb_to_recordset($1) e (id text, seq int, key text, body jsonb, hash text, seal text)`;

/** How many cases are laid in at once. */
const AT_ONCE = 100;

/** Each event as a step of its own, under a chain that holds. */
const chained = ({ opening, events }: Laid): { readonly head: string; readonly rows: object[] } => {
  let head = '';
  const rows = events.map((body) => {
    head = chain(head, opening.id, body);
    const key = `seq:${String(body.seq)}`;
    return { id: opening.id, seq: body.seq, key, body, hash: head, seal: seal(head, key, 1) };
  });
  return { head, rows };
};

async function lay(client: pg.ClientBase, some: readonly Laid[]): Promise<void> {
  const made = some.map((one) => ({ ...one, ...chained(one) }));
  const cases = made.map(({ opening, events, head }) => ({
    ...{ id: opening.id, kind: opening.kind, unit: opening.unit.id, cycle: opening.terms.cycle, opening },
    ...{ seq: events.length, head, played: events.at(-1)?.at ?? opening.opensAt, opened: opening.opensAt },
  }));
  await client.query(CASES, [JSON.stringify(cases)]);
  await client.query(EVENTS, [JSON.stringify(made.flatMap(({ rows }) => rows))]);
}

/** Plays the city up to the end of a day and lays it into an empty book, past the functions that a step goes through. Answers that instant. */
export async function laySeason(pool: pg.Pool, city: City, until: string, unitYear: string): Promise<Instant> {
  const client = await pool.connect();
  let end = 0;
  try {
    await client.query('set session_replication_role = replica');
    for (const scenario of scenariosOf(city, until, unitYear)) {
      end = endOf(scenario) - 1;
      const events = new Map(play(scenario).units.flatMap(({ cases }) => cases.map((one) => [one.case.id, one.events] as const)));
      const all = opensOf(scenario).map((opening) => ({ opening, events: events.get(opening.id) ?? [] }));
      for (let from = 0; from < all.length; from += AT_ONCE) await lay(client, all.slice(from, from + AT_ONCE));
    }
    await client.query('set session_replication_role = default');
  } finally {
    client.release();
  }
  await pool.query('analyze');
  return end;
}
