import { runningAt, type Hold } from '../domain/acts/closing.js';
import type { CaseKind } from '../domain/model/case.js';
import { isoOf, type Instant } from '../domain/model/instant.js';
import type { Book } from '../records/book.js';
import { canonical, sha256 } from '../records/chain.js';
import { readCases, type CaseHistory } from './case-history.js';
import { figuresOf, type Adding, type SummedFigures } from './figures.js';
import { grouped } from '../records/grouped.js';
import { isOfNow, momentOf, shownAt, type Asking } from './shown.js';

/** 周期总结: how a cycle ended, for the city and by district. */
export interface CycleReport {
  readonly cycle: number;
  readonly at: string;
  /** Over all the rest: the same report, the same digest. */
  readonly digest: string;
  /** Whether `close-cycle` would close every case. */
  readonly canClose: boolean;
  readonly holdsOpen: readonly { readonly unit: string; readonly case: CaseKind; readonly zh: string; readonly en: string }[];
  readonly city: SummedFigures;
  readonly districts: Readonly<Record<string, SummedFigures>>;
  readonly verifiersReminded: readonly { readonly verifier: string; readonly times: number; readonly units: readonly string[] }[];
}

/** What a case adds to the report. */
interface Reported extends Adding {
  readonly unit: string;
  readonly kind: CaseKind;
  readonly district: string;
  readonly holds: readonly Hold[];
}

/** Why cases cannot be closed yet, as they would say themselves. */
const holdingOpen = (cases: readonly Reported[], at: Instant): CycleReport['holdsOpen'] =>
  cases.flatMap(({ unit, kind, holds }) => {
    const running = runningAt(holds, at);
    if (running.length === 0) return [];
    return [{ unit, case: kind, zh: running.map(({ zh }) => zh).join('；'), en: running.map(({ en }) => en).join('; ') }];
  });

/** 四(二): whom the city reminded after a spot check, how often, and for which units. */
function remindedIn(cases: readonly Reported[]): CycleReport['verifiersReminded'] {
  const reminded = new Map<string, string[]>();
  for (const { unit, figures } of cases)
    for (const verifier of figures?.reminded ?? []) reminded.set(verifier, [...(reminded.get(verifier) ?? []), unit]);
  return [...reminded.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([verifier, units]) => ({ verifier, times: units.length, units: [...new Set(units)].sort() }));
}

/** Pure: the same cases and instant give the same digest. */
function reportOf(cycle: number, cases: readonly Reported[], at: Instant): CycleReport {
  const byDistrict = grouped(cases, ({ district }) => district);
  const holdsOpen = holdingOpen(cases, at);
  const below = {
    canClose: cases.length > 0 && holdsOpen.length === 0,
    holdsOpen,
    city: figuresOf(cases, at),
    districts: Object.fromEntries([...byDistrict.keys()].sort().map((id) => [id, figuresOf(byDistrict.get(id) ?? [], at)])),
    verifiersReminded: remindedIn(cases),
  };
  return { cycle, at: isoOf(at), digest: `sha256:${sha256(canonical({ cycle, at, ...below }))}`, ...below };
}

/** Reports on a cycle as it stood at an instant, over its cases. Pure. */
export const cycleReport = (cycle: number, histories: readonly CaseHistory[], at: Instant): CycleReport =>
  reportOf(
    cycle,
    shownAt(histories, at).map(({ unit, kind, view }) => ({ ...view, unit, kind, district: view.district ?? '' })),
    at,
  );

const REPORTED = `select unit, kind, district, unit_kind as "unitKind", status, holds, figures from case_views
  where cycle = $1 and opened_at <= $2 and figures is not null order by case_id collate "C"`;

/** How a cycle stands, or how it ended; of now in one query, of another moment folded. */
export async function report(book: Book, question: Asking): Promise<CycleReport> {
  const { cycle } = question;
  const at = momentOf(question);
  if (!(await isOfNow(book, question))) return cycleReport(cycle, await readCases(book, cycle), at);
  const { rows } = await book.pool.query<Reported>({ name: 'view-report', text: REPORTED, values: [cycle, at] });
  return reportOf(cycle, rows, at);
}
