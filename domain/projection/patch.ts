import type { CaseView, CheckView, DutyView, MatterView, Projection } from './projection.js';

/** Rows of a list that are new or changed, and places that are empty now. */
interface Changed<T> {
  readonly put: readonly T[];
  readonly drop: readonly number[];
}

/** A row without those of its larger members that are what they were. */
type Row = { readonly [K in keyof CaseView]: K extends 'holds' | 'figures' ? CaseView[K] | undefined : CaseView[K] };

/** What is to be written of a projection: what differs from the one before. */
export interface Patch {
  readonly view?: Row;
  /** Where nothing else of the row is new: a movement changes no more. */
  readonly figures?: CaseView['figures'];
  readonly duties?: Changed<DutyView>;
  readonly matters?: Changed<MatterView>;
  readonly checks?: Changed<CheckView>;
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** Whether two values of a row are spelt alike; both have their keys in one order, and nothing undefined. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isPlain(a) || !isPlain(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  for (const key of keys) if (!isSame(a[key], b[key])) return false;
  return true;
}

function changedView(before: CaseView, after: CaseView): Pick<Patch, 'view' | 'figures'> {
  const holds = isSame(before.holds, after.holds) ? undefined : after.holds;
  const figures = isSame(before.figures, after.figures) ? undefined : after.figures;
  const isNew = (key: keyof CaseView): boolean => key !== 'holds' && key !== 'figures' && after[key] !== before[key];
  if (holds !== undefined || (Object.keys(after) as (keyof CaseView)[]).some(isNew))
    return { view: { ...after, holds, figures } };
  return figures === undefined ? {} : { figures };
}

function changed<T extends { readonly n: number }>(before: readonly T[], after: readonly T[]): Changed<T> | undefined {
  if (before.length === after.length && after.every((row, k) => isSame(row, before[k]))) return undefined;
  const were = new Map(before.map((row) => [row.n, row]));
  const are = new Set(after.map(({ n }) => n));
  const put = after.filter((row) => !isSame(row, were.get(row.n)));
  const drop = before.map(({ n }) => n).filter((n) => !are.has(n));
  return put.length + drop.length > 0 ? { put, drop } : undefined;
}

const NOTHING = { duties: [], matters: [], checks: [] };

/** What differs; undefined where nothing does. Without one before it is all of it. */
export function patchOf(before: Projection | undefined, after: Projection): Patch | undefined {
  const was = before ?? NOTHING;
  const view = before ? changedView(before.view, after.view) : { view: after.view };
  const duties = changed(was.duties, after.duties);
  const matters = changed(was.matters, after.matters);
  const checks = changed(was.checks, after.checks);
  const patch: Patch = {
    ...view,
    ...(duties ? { duties } : {}),
    ...(matters ? { matters } : {}),
    ...(checks ? { checks } : {}),
  };
  return Object.keys(patch).length > 0 ? patch : undefined;
}
