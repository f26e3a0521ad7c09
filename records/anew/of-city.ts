import { onCityAct } from '../../domain/city-cycle/acts.js';
import {
  blankCity,
  foldCity,
  openingCity,
  toRollOut,
  type CityCycle,
  type CityOpening,
  type RollOut,
} from '../../domain/city-cycle/city-cycle.js';
import { cityDue, isWhole, onCityInstant, onRolledOut } from '../../domain/city-cycle/instants.js';
import type { Json } from '../../domain/model/json.js';
import { letIn } from '../../domain/model/step.js';
import type { Database } from '../../ledger/one-row.js';
import { broughtTo, type Brought } from '../city-cycles.js';
import type { StoredStep } from '../posted.js';
import { noSuchCause, ofAct, ofInstant, type Anew, type Made } from './anew.js';

interface Passed {
  readonly units: number;
  readonly named: readonly string[];
}

const UNITS = `select count(distinct unit)::int as units, count(distinct unit) filter (where unit = any ($2))::int as named
  from cases where cycle = $1 and not rehearsal and kind = 'compliance-cycle'`;

/** Whether as many units as are told have a cycle, and those that are named are among them. Who had not decided then was seen, and is not seen again. */
async function mayBe(db: Database, cycle: number, { units, named }: Passed): Promise<boolean> {
  if (!Array.isArray(named) || !named.every((unit) => typeof unit === 'string')) return false;
  const [found] = (await db.query<Passed & { named: number }>({ name: 'steps-units', text: UNITS, values: [cycle, named] })).rows;
  return found !== undefined && units <= found.units && new Set(named).size === found.named && found.named === named.length;
}

/** As many units as an event says, those it names first. */
const unitsIn = ({ units, named }: Passed): string[] => Array.from({ length: units }, (_, n) => named[n] ?? '');

async function ofDates(db: Database, c: CityCycle, step: StoredStep): Promise<Made | string> {
  const told = step.events.flatMap(({ duty, with: brings }): [string, Passed][] =>
    duty === undefined ? [] : [[duty, brings as unknown as Passed]],
  );
  for (const [, passed] of told)
    if (!(await mayBe(db, c.opening.terms.cycle, passed)))
      return '所列单位不在本周期 units are named or counted that have no cycle';
  const overdue = Object.fromEntries(told.map(([duty, passed]) => [duty, unitsIn(passed)]));
  return ofInstant(step, cityDue(c), (due) => onCityInstant(due, overdue)) ?? noSuchCause;
}

const spelt = (refused: RollOut['refused']): string =>
  refused
    .map(({ case: of, code }) => `${of} ${code}`)
    .sort()
    .join('\n');

/** Whether every case said so: all that the act itself was stored for, and of those that got it late such as have answered by now. */
function isTaken(all: readonly Brought[], act: string, { cases, applied, refused }: RollOut): boolean {
  const no = (brought: readonly Brought[]): RollOut['refused'] =>
    brought.flatMap(({ caseId, state, code = '' }) => (state === 'refused' ? [{ case: caseId, code }] : []));
  const first = all.filter((one) => one.act === act);
  const late = new Set(all.filter((one) => one.act !== act).map(({ caseId }) => caseId));
  const told = new Set(spelt(refused).split('\n'));
  const known = new Set(spelt(no(all)).split('\n'));
  return (
    spelt(refused.filter((one) => !late.has(one.case))) === spelt(no(first)) &&
    (refused.length === 0 || [...told].every((one) => known.has(one))) &&
    cases === applied + refused.length &&
    cases >= first.length &&
    cases <= all.length
  );
}

async function ofRollOut(db: Database, c: CityCycle, { key, events }: StoredStep): Promise<Made | string> {
  const decision = toRollOut(c);
  const [first, second] = events;
  const out = first?.with as RollOut | undefined;
  if (decision === undefined || out === undefined || key !== `rolled-out:${decision.act}`)
    return '没有待送达的决定 no decision of this name is on its way';
  const { cases, applied, refused } = out;
  if (!isTaken(await broughtTo(db, decision.act, c.opening.id), decision.act, out))
    return '与各案件的答复不符 the cases have not answered so';
  const closes = decision.do === 'close-cycle' && isWhole(out);
  const report = closes ? ((second?.with as { readonly report: Json } | undefined)?.report ?? null) : undefined;
  return onRolledOut(c, decision, { cases, applied, refused }, Math.max(c.playedTo, first?.at ?? 0), report);
}

/** 市生态环境部门's own case of a cycle. */
export function ofCity(opening: CityOpening): Anew {
  const c = blankCity(opening);
  return {
    makes(step, book) {
      const { key } = step;
      if (key === 'open') return openingCity(opening);
      if (key.startsWith('rolled-out:')) return ofRollOut(book.db, c, step);
      if (c.closed) return '周期已结束 the cycle is closed';
      if (key.startsWith('at:')) return ofDates(book.db, c, step);
      return ofAct(step, book, (act) => onCityAct(c, letIn(act))) ?? noSuchCause;
    },
    fold: ({ key, events, head }) => foldCity(c, key, events, head),
  };
}
