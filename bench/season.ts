/** A city in the middle of its season, played in memory and laid into a book as it stands. */
import type pg from 'pg';
import type { Opening } from '../domain/cases/case.js';
import { isoOf, type Instant } from '../domain/model/instant.js';
import type { Event } from '../domain/model/step.js';
import { chain, seal } from '../records/chain.js';
import { districts } from '../regulation/districts.js';
import { opensOf } from '../simulator/opening.js';
import { endOf, parseScenario, readScenario, type Scenario } from '../simulator/scenario.js';
import type { PlayedUnit } from '../simulator/played.js';
import { play } from '../simulator/simulate.js';

/** Key units that file and key units that never do; each has two cases, one that has engaged a verifier three. General units have one. */
export interface City {
  readonly filing: number;
  readonly silent: number;
  readonly general: number;
  readonly engaged?: number;
}

export const casesOf = ({ filing, silent, general, engaged = 0 }: City): number => 2 * (filing + silent) + general + 3 * engaged;
export const unitsOf = ({ filing, silent, general, engaged = 0 }: City): number => filing + silent + general + engaged;

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

/** The verifier asks, is answered, and has something left to ask. */
const ENGAGED = `
  - { on: 2024-06-11, by: BJ-3001, do: engage-verifier, with: { verifier: V-02 } }
  - { on: 2024-06-12, by: V-02, do: accept-engagement, for: BJ-3001, with: { independence: 与委托单位无利益关系 } }
  - { on: 2024-06-13, by: V-02, do: raise-query, for: BJ-3001, with: { kind: non-conformity, about: 天然气, text: 计量表未检定 } }
  - { on: 2024-06-14, by: BJ-3001, do: answer-query, with: { verifier: V-02, query: 1, text: 已补检定证书 } }
  - { on: 2024-06-17, by: V-02, do: raise-query, for: BJ-3001, with: { kind: query, about: 边界, text: 是否新增设施 } }`;

function scenariosOf({ filing, silent, general, engaged = 0 }: City, until: string, unitYear: string): Scenario[] {
  const standard = readScenario(unitYear, { units: filing });
  const acts = standard.acts.filter(({ at }) => isoOf(at).slice(0, 10) <= until);
  return [
    { ...standard, until, acts },
    parseScenario(written('key', 'BJ-4001', until, '[]'), 'silent', { units: silent }),
    parseScenario(written('general', 'BJ-8001', until, GENERAL), 'general', { units: general }),
    ...(engaged > 0 ? [parseScenario(written('key', 'BJ-3001', until, ENGAGED), 'engaged', { units: engaged })] : []),
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
    id: opening.id,
    kind: opening.kind,
    unit: opening.unit.id,
    cycle: opening.terms.cycle,
    opening,
    seq: events.length,
    head,
    played: events.at(-1)?.at ?? opening.opensAt,
    opened: opening.opensAt,
  }));
  await client.query(CASES, [JSON.stringify(cases)]);
  await client.query(EVENTS, [JSON.stringify(made.flatMap(({ rows }) => rows))]);
}

const ACCOUNTS = `insert into accounts (unit, case_id) select a.unit, a.case_id from jsonb_to_recordset($1) a (unit text, case_id text)`;
const LOTS = `insert into lots (lot, unit, n, product, vintage, origin, recorded_on, expires_on, quantity)
  select l.lot, l.unit, l.n, l.product, l.vintage, l.origin, l."recordedOn", l."expiresOn", l.quantity from jsonb_to_recordset($1)
    l (lot text, unit text, n int, product text, vintage int, origin text, "recordedOn" date, "expiresOn" date, quantity bigint)`;

/** The accounts as they stand, without the postings that made them so. */
async function layAccounts(client: pg.ClientBase, played: readonly PlayedUnit[]): Promise<void> {
  const accounts = played.map(({ unit, cases }) => ({ unit: unit.id, case_id: cases[0]?.case.id }));
  await client.query(ACCOUNTS, [JSON.stringify(accounts)]);
  await client.query(LOTS, [
    JSON.stringify(played.flatMap(({ unit, account }) => account.lots.map((lot) => ({ ...lot, unit: unit.id })))),
  ]);
}

/** Plays the city up to the end of a day and lays it into an empty book, past the functions that a step goes through. Answers that instant. */
export async function laySeason(pool: pg.Pool, city: City, until: string, unitYear: string): Promise<Instant> {
  const client = await pool.connect();
  let end = 0;
  try {
    await client.query('set session_replication_role = replica');
    for (const scenario of scenariosOf(city, until, unitYear)) {
      end = endOf(scenario) - 1;
      const played = play(scenario).units;
      const events = new Map(played.flatMap(({ cases }) => cases.map((one) => [one.case.id, one.events] as const)));
      const all = opensOf(scenario).map((opening) => ({ opening, events: events.get(opening.id) ?? [] }));
      for (let from = 0; from < all.length; from += AT_ONCE) await lay(client, all.slice(from, from + AT_ONCE));
      await layAccounts(client, played);
    }
    await client.query('set session_replication_role = default');
  } finally {
    client.release();
  }
  await pool.query('analyze');
  return end;
}
