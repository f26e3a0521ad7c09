import { turnedAway, type RefusedRight } from '../domain/acts/turned-away.js';
import { isoOf } from '../domain/model/instant.js';
import type { Deadlines } from '../domain/model/terms.js';
import type { Played } from './played.js';

/** The parameters that the cases played would have used and that are not known of their cycle. */
export function notKnownIn({ units }: Played): string[] {
  const general = units.some(({ unit }) => unit.kind === 'general');
  const key = units.some(({ unit }) => unit.kind === 'key');
  const names = units.flatMap(({ cases }) => cases.flatMap(({ case: c }) => c.terms.unknown ?? []));
  return [...new Set(names)].filter((name) => (name === 'general-report.due' ? general : key)).sort();
}

/** Whom an amendment finds turned away from a right that its day would still have given, amendment by amendment. */
export function turnedAwayIn({ scenario, units, refusals }: Played): object[] {
  const acts = new Map(scenario.acts.map((act) => [act.index, act]));
  const refused = refusals.flatMap(({ act, refusal }): RefusedRight[] => {
    const { raw, at } = acts.get(act) ?? {};
    return raw && at !== undefined && refusal.refused === 'right-lapsed' ? [{ unit: raw.for ?? raw.by, do: raw.do, at }] : [];
  });
  if (refused.length === 0) return [];
  return units.flatMap(({ unit, cases }) =>
    (cases[0]?.events ?? [])
      .filter(({ type }) => type === 'revision-adopted')
      .flatMap((event) => {
        const { revision, deadlines } = event.with as { revision: number; deadlines: Deadlines };
        const own = refused.filter((one) => one.unit === unit.id);
        return turnedAway(deadlines, event.at, own).map((one) => ({
          revision,
          unit: one.unit,
          duty: one.duty,
          act: one.do,
          at: isoOf(one.at),
        }));
      }),
  );
}
