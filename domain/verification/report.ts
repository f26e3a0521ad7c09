import { dateOf, isLate } from '../duties/duty.js';
import type { Taken } from '../duties/filing.js';
import { isEqual, plus, ZERO } from '../model/amount.js';
import type { Brings } from '../model/brings.js';
import type { Case } from '../model/case.js';
import { dayOf } from '../model/instant.js';
import type { Json } from '../model/json.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Act } from '../model/step.js';
import { notSettled } from './queries.js';
import { ended, isLive, notAt, stageOf, told, toVerifier, unmoved, verificationIn, verificationReport } from './verification.js';

type Brought = Brings['issue-verification-report'];

/** What the platform finds in a report, which is taken all the same. */
function findingsIn({ emissions, sources, opinion }: Brought): Json[] {
  const sum = sources.reduce((total, { verified }) => plus(total, verified), ZERO);
  const unexplained = sources.filter(
    ({ reported, verified, explanation }) => reported !== undefined && !isEqual(reported, verified) && explanation === undefined,
  );
  return [
    ...(isEqual(sum, emissions) ? [] : [{ finding: 'sources-do-not-add-up', sum, emissions }]),
    ...unexplained.map(({ source }) => ({ finding: 'difference-not-explained', source })),
    ...(opinion === 'unqualified' ? [] : [{ finding: 'opinion-with-reserve', opinion }]),
  ];
}

/** 出具核查报告: figures, differences and opinion under the verifier's seal; again where the district returned it, or before it is filed. */
export function issueReport(c: Case, act: Act<'issue-verification-report'>): Taken | Refusal {
  const no = notAt(c, 'accepted', 'issued', 'returned');
  if (no) return no;
  const { sealed, opinion, emissions } = act.with;
  if (!sealed)
    return refuse(
      'verifier-not-sealed',
      '核查报告未加盖核查机构公章',
      `the verification report lacks the verifier's seal`,
      '三(二)',
    );
  const open = notSettled(c);
  if (opinion === 'unqualified' && open.length > 0) {
    const numbers = open.map(({ query }) => String(query)).join('、');
    return refuse(
      'too-early',
      `尚有未解决的事项（${numbers}），不能出具无保留意见`,
      `not settled: ${numbers}; the opinion cannot be without reserve`,
      '三(二)',
    );
  }
  const { reports } = verificationIn(c);
  const report = reports.length + 1;
  const found = findingsIn(act.with);
  const first = c.duties[verificationReport.name]?.late === undefined;
  const duty = c.duties[verificationReport.name]
    ? {
        duty: verificationReport.name,
        turns: 'done' as const,
        ...(first ? { late: isLate(act.at, dateOf(c, verificationReport)) } : {}),
      }
    : {};
  const what = { report, ...act.with, ...(found.length > 0 ? { findings: found } : {}) };
  return {
    events: [{ type: 'verification-report-issued', at: act.at, by: act.by, ...duty, with: what }],
    effects: [told(c, 'unit', `${c.verifier ?? ''} 已出具核查报告（第 ${String(report)} 号）`, { emissions })],
  };
}

/** 报送: the unit has filed the report of this verifier with its own. */
export function reportFiled(c: Case, act: Act<'submit-verified-report'>): Taken | Refusal {
  const { reports } = verificationIn(c);
  if (act.with.verifierReport.verifier !== c.verifier || reports.length === 0 || !isLive(c)) return unmoved(c);
  return {
    events: [{ type: 'verification-report-filed', at: act.at, by: act.by, with: { report: reports.length, on: dayOf(act.at) } }],
    effects: [],
  };
}

/** 退回: the district has returned what was filed; the verifier is told, and may issue its report again. */
export function reportReturned(c: Case, act: Act<'first-check'>): Taken | Refusal {
  const { result, findings = [] } = act.with;
  if (result !== 'return' || stageOf(c) !== 'filed') return unmoved(c);
  // its report stood until now; it can issue no other one
  if (c.facts.struckOff?.includes(c.verifier ?? ''))
    return ended(c, act, 'struck-off', '报告被退回；已从核查机构名册除名，委托终止');
  const duty = c.duties[verificationReport.name] ? { duty: verificationReport.name, turns: 'returned' as const } : {};
  return {
    events: [{ type: 'verification-report-returned', at: act.at, by: act.by, ...duty, with: { findings } }],
    effects: [told(c, toVerifier(c), '经核查的排放报告被退回，可重新出具核查报告', { text: findings.join('；') })],
  };
}
