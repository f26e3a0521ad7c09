import { stillRunning } from '../../domain/acts/closing.js';
import { dutiesOf } from '../../domain/cases/kinds.js';
import type { Case, CaseKind } from '../../domain/model/case.js';
import { isoOf, type Instant } from '../../domain/model/instant.js';
import { canonical, sha256 } from '../../records/chain.js';
import { caseAt, eventsUntil, type CaseHistory } from '../case-history.js';
import { figuresOf, type Figures, type Judged } from './figures.js';

/** 周期总结: how a cycle ended, for the city and by district. */
export interface CycleReport {
  readonly cycle: number;
  readonly at: string;
  /** Over all the rest: the same report, the same digest. */
  readonly digest: string;
  /** Whether `close-cycle` would close every case. */
  readonly canClose: boolean;
  readonly holdsOpen: readonly { readonly unit: string; readonly case: CaseKind; readonly zh: string; readonly en: string }[];
  readonly city: Figures;
  readonly districts: Readonly<Record<string, Figures>>;
  readonly verifiersReminded: readonly { readonly verifier: string; readonly times: number; readonly units: readonly string[] }[];
}

/** Why a case cannot be closed yet, as it would say itself; nothing of one that is closed. */
const holdingOpen = (c: Case, at: Instant): { zh: string; en: string } | undefined => {
  const running = c.closed ? [] : stillRunning(c, at, dutiesOf(c));
  return running.length === 0
    ? undefined
    : { zh: running.map(({ zh }) => zh).join('；'), en: running.map(({ en }) => en).join('; ') };
};

/** 四(二): whom the city reminded after a spot check, how often, and for which units. */
function remindedIn(judged: readonly Judged[]): CycleReport['verifiersReminded'] {
  const reminded = new Map<string, string[]>();
  for (const { c, events } of judged) {
    let verifier = '';
    for (const { type, with: brought } of events) {
      if (type === 'verified-report-filed')
        verifier = (brought as unknown as { verifierReport: { verifier: string } }).verifierReport.verifier;
      if (type === 'spot-checked' && (brought as { remind: boolean }).remind)
        reminded.set(verifier, [...(reminded.get(verifier) ?? []), c.unit.id]);
    }
  }
  return [...reminded.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([verifier, units]) => ({ verifier, times: units.length, units: [...new Set(units)].sort() }));
}

/** Reports on a cycle as it stood at an instant, over its cases. Pure: the same cases and instant give the same digest. */
export function cycleReport(cycle: number, histories: readonly CaseHistory[], at: Instant): CycleReport {
  const judged = histories.flatMap((history): Judged[] => {
    const c = caseAt(history, at);
    return c ? [{ c, events: eventsUntil(history, at) }] : [];
  });
  const districts = [...new Set(judged.map(({ c }) => c.unit.district))].sort();
  const holdsOpen = judged.flatMap(({ c }) => {
    const because = holdingOpen(c, at);
    return because ? [{ unit: c.unit.id, case: c.kind, ...because }] : [];
  });
  const below = {
    canClose: judged.length > 0 && holdsOpen.length === 0,
    holdsOpen,
    city: figuresOf(judged, at),
    districts: Object.fromEntries(
      districts.map((id) => [
        id,
        figuresOf(
          judged.filter(({ c }) => c.unit.district === id),
          at,
        ),
      ]),
    ),
    verifiersReminded: remindedIn(judged),
  };
  return { cycle, at: isoOf(at), digest: `sha256:${sha256(canonical({ cycle, at, ...below }))}`, ...below };
}
