import type { Scenario, ScenarioAct, ScenarioUnit } from './play.js';
import { ScenarioError } from './scenario-error.js';

/** The id of the copy that is `ahead` places after the first: `BJ-0001` becomes `BJ-0004`. */
const idAhead = (id: string, ahead: number): string => {
  const number = /\d+$/.exec(id)?.[0];
  if (number === undefined) return `${id}-${String(ahead + 1)}`;
  return id.slice(0, -number.length) + String(Number(number) + ahead).padStart(number.length, '0');
};

/** Replaces an id wherever it stands in a text on its own or before a lot's name. */
const rewriter = (from: string, to: string) => {
  const exact = new RegExp(`(?<![\\w.-])${from.replace(/[.\\]/g, '\\$&')}(?![\\w-])`, 'g');
  return (text: string): string => text.replace(exact, to);
};

const rewrite = <T>(value: T, change: (text: string) => string): T => {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((member: unknown) => rewrite(member, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, rewrite(member as unknown, change)])) as T;
};

const concerns = (act: ScenarioAct, id: string): boolean => {
  let found = false;
  rewrite(act.raw, (text) => {
    if (text === id || text.startsWith(`${id}/`)) found = true;
    return text;
  });
  return found;
};

/** `units` units in all: those of the file, then copies of the first with its acts, ids and lot names rewritten. */
export function copies(scenario: Scenario, units: number, file: string): Scenario {
  const [first] = scenario.units;
  if (!Number.isSafeInteger(units) || units < scenario.units.length || !first)
    throw new ScenarioError(file, ['units'], `--units must be at least the ${String(scenario.units.length)} of the file`);
  const taken = new Set(scenario.units.map((unit) => unit.id));
  const own = scenario.acts.filter((act) => concerns(act, first.id));
  const [allUnits, allActs] = [[...scenario.units], [...scenario.acts]];
  for (let ahead = 1; allUnits.length < units; ahead += 1) {
    const id = idAhead(first.id, ahead);
    if (taken.has(id)) continue;
    const change = rewriter(first.id, id);
    const mail = first.mail.replaceAll(first.id, id).replaceAll(first.id.toLowerCase(), id.toLowerCase());
    allUnits.push({ ...first, id, mail } satisfies ScenarioUnit);
    for (const act of own) allActs.push({ ...act, raw: rewrite(act.raw, change) });
  }
  return { ...scenario, units: allUnits, acts: allActs };
}
