import { fold, onAct } from '../../domain/cases/case.js';
import { nameOfFormer } from '../../domain/cases/taking-over.js';
import type { Case, CaseKind } from '../../domain/model/case.js';
import type { Instant } from '../../domain/model/instant.js';
import type { Json } from '../../domain/model/json.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { letIn, type Event } from '../../domain/model/step.js';
import { canonical, sha256 } from '../../records/chain.js';
import { grouped } from '../../records/grouped.js';
import type { Officers } from '../balances/plan-balances.js';
import type { Decision } from '../batch/read-batch.js';
import { error, type Finding } from '../finding.js';
import { isOfEvidence } from './columns.js';
import { outlookOf, type Outlook } from './outlook.js';
import type { Taken } from './read-takeover.js';

export interface TakeoverPlan {
  readonly decisions: readonly Decision[];
  readonly findings: readonly Finding[];
  /** What each unit has ahead and behind once this is taken over. */
  readonly outlooks: readonly Outlook[];
  /** Lines that are taken over already. */
  readonly asTaken: number;
}

/** Finds the case of a unit, a copy to try things on. */
export type CaseOf = (unit: string, kind: CaseKind) => Case | undefined;

const ID_DIGITS = 24;
const inOrder = (taken: readonly Taken[]): Taken[] =>
  [...taken].sort((a, b) => (a.took.on === b.took.on ? a.line - b.line : a.took.on < b.took.on ? -1 : 1));

const kindOf = (caseOf: CaseOf, unit: string, evidence: boolean): CaseKind =>
  evidence ? 'monthly-evidence' : caseOf(unit, 'general-report') ? 'general-report' : 'compliance-cycle';

/** What is taken over of one case, tried on a copy of it: the decision, what the law says against it by its line, what comes of it. */
function planCase(c: Case, unit: string, lines: readonly Taken[], at: Instant, who: Officers) {
  const fresh = inOrder(lines).filter(({ took }) => c.facts.takenOver?.includes(nameOfFormer(took)) !== true);
  const [first] = fresh;
  if (!first) return { findings: [], asTaken: lines.length };
  const brings: Json = { took: fresh.map(({ took }) => took), basis: '接收' };
  const what = c.kind === 'monthly-evidence' ? 'take-over-evidence' : 'take-over';
  const raw = { do: what, for: unit, with: brings, ...who };
  const id = `takeover-${sha256(canonical({ unit, brings })).slice(0, ID_DIGITS)}`;
  const asTaken = lines.length - fresh.length;
  const step = onAct(c, letIn({ id, do: what, by: who.by, at: Math.max(at, c.playedTo), with: brings }));
  if (!isRefusal(step)) {
    const told = step.events.map((event, k): Event => ({ ...event, seq: c.seq + 1 + k }));
    fold(c, step.key, told, '');
    return { decision: { line: first.line, unit, raw, id } satisfies Decision, findings: [], asTaken };
  }
  const [, , n] = step.path ?? [];
  const line = fresh[typeof n === 'number' ? n : 0]?.line ?? first.line;
  const said = [step.refused, step.clause].filter((word) => word !== undefined).join(' ');
  return { findings: [error('refused', { line, column: 'act' }, `${step.zh}（${said}）`, `${step.en} (${said})`)], asTaken };
}

/** Looks at what is to be taken over, unit by unit, on copies of its cases. Writes nothing. */
export function planTakeover(
  taken: readonly Taken[],
  caseOf: CaseOf,
  { at, cycle }: { readonly at: Instant; readonly cycle: number },
  who: Officers,
): TakeoverPlan {
  const findings: Finding[] = [];
  const decisions: Decision[] = [];
  const outlooks: Outlook[] = [];
  let asTaken = 0;
  for (const [unit, its] of grouped(taken, (one) => one.unit)) {
    const cases: Case[] = [];
    for (const [evidence, lines] of grouped(its, ({ took }) => isOfEvidence(took))) {
      const c = caseOf(unit, kindOf(caseOf, unit, evidence));
      const line = lines[0]?.line ?? 0;
      if (!c) {
        const year = String(cycle);
        findings.push(
          error(
            'unknown-unit',
            { line, column: 'unit' },
            `${year} 周期没有单位 ${unit} 的该案件，请先导入名单`,
            `${unit} has no such case in cycle ${year}: import the register first`,
          ),
        );
        continue;
      }
      const planned = planCase(c, unit, lines, at, who);
      cases.push(c);
      findings.push(...planned.findings);
      asTaken += planned.asTaken;
      if (planned.decision) decisions.push(planned.decision);
    }
    if (cases.length > 0) outlooks.push(outlookOf(unit, cases, at));
  }
  findings.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { decisions: decisions.sort((a, b) => a.line - b.line), findings, outlooks, asTaken };
}
