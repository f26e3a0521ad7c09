import { isoOf } from '../../domain/model/instant.js';
import type { Json } from '../../domain/model/json.js';
import type { UnitStanding } from '../../views/unit-status.js';
import { fieldSaid } from '../field-said.js';
import type { Visit } from '../visit.js';
import { dutySaid, inTonnes, productSaid, stateSaid, timeSaid } from '../words.js';

/** One thing of a unit that is not the same at two moments; undefined where it was not there. */
export interface Differs {
  readonly what: string;
  /** The field that it is, where it is one. */
  readonly field?: string;
  readonly before?: Json | undefined;
  readonly after?: Json | undefined;
}

/** What differs of a unit, by what it is about. */
export interface Differences {
  readonly duties: readonly Differs[];
  readonly facts: readonly Differs[];
  readonly holdings: readonly Differs[];
}

type Lines = ReadonlyMap<string, Json>;
type Saying = Pick<Visit, 'say'>;

const differ = (a: Lines, b: Lines): Differs[] =>
  [...new Set([...a.keys(), ...b.keys()])]
    .filter((what) => JSON.stringify(a.get(what)) !== JSON.stringify(b.get(what)))
    .map((what) => ({ what, before: a.get(what), after: b.get(what) }));

function dutiesOf(visit: Saying, { cases }: UnitStanding): Lines {
  const { say } = visit;
  return new Map(
    cases.flatMap(({ duties }) =>
      Object.entries(duties).map(([duty, { state, dueOn, doneOn = '', late }]): [string, Json] => [
        dutySaid(visit, duty),
        `${stateSaid(visit, state)} ${doneOn}${late ? say('（迟）', ' (late)') : ''} · ${say('截止', 'by')} ${dueOn}`,
      ]),
    ),
  );
}

/** No count of anything is so large; instants are. */
const SOME_INSTANT = 1_000_000_000_000;
const readable = (value: Json): Json => (typeof value === 'number' && value > SOME_INSTANT ? timeSaid(isoOf(value)) : value);

function factsOf(visit: Saying, { status, cases }: UnitStanding): Lines {
  const lines = new Map<string, Json>([['state', stateSaid(visit, status)]]);
  for (const [n, { facts }] of cases.entries())
    for (const [name, value] of Object.entries(JSON.parse(JSON.stringify(facts)) as Readonly<Record<string, Json>>)) {
      // the cases beside the first have accounts that are always empty
      const isNothing = n > 0 && (value === '0' || (Array.isArray(value) && value.length === 0));
      if (!isNothing && !lines.has(name)) lines.set(name, readable(value));
    }
  return lines;
}

const heldBy = (visit: Saying, { holdings }: UnitStanding): Lines =>
  new Map(
    holdings.map(({ lot, product, quantity }): [string, Json] => [
      `${lot} ${productSaid(visit, product)}`,
      inTonnes(visit, quantity),
    ]),
  );

/** What differs between two standings of one unit. */
export const differencesOf = (visit: Saying, a: UnitStanding, b: UnitStanding): Differences => ({
  duties: differ(dutiesOf(visit, a), dutiesOf(visit, b)),
  facts: differ(factsOf(visit, a), factsOf(visit, b)).map((one) => ({
    ...one,
    field: one.what,
    what: fieldSaid(visit, one.what),
  })),
  holdings: differ(heldBy(visit, a), heldBy(visit, b)),
});
