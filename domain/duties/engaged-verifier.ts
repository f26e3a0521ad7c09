import type { Amount } from '../model/amount.js';
import { isEqual } from '../model/amount.js';
import type { Case, IssuedReport } from '../model/case.js';
import type { Json } from '../model/json.js';
import { unitOfActor } from '../model/names.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Act } from '../model/step.js';
import { overtakenByConfirmation, type Taken } from './filing.js';

/** 三(二): a verifier that works on the platform, as the unit's own case sees it. */

const struckOff = (c: Case, verifier: string): Refusal | undefined =>
  c.facts.struckOff?.includes(verifier)
    ? refuse('not-eligible', `${verifier} 已从核查机构名册除名`, `${verifier} is struck off the register of verifiers`, '四(二)')
    : undefined;

export function engageVerifier(c: Case, act: Act<'engage-verifier'>): Taken | Refusal {
  const { verifier } = act.with;
  const no = overtakenByConfirmation(c) ?? struckOff(c, verifier);
  if (no) return no;
  if (c.facts.verifier === verifier && c.facts.engagedOnPlatform)
    return refuse('already-done', `已委托 ${verifier}`, `${verifier} is engaged already`, '三(二)');
  return { events: [{ type: 'verifier-engaged', at: act.at, by: act.by, with: { verifier } }], effects: [] };
}

const isOfTheEngaged = (c: Case, by: string): boolean => {
  const { verifier, engagedOnPlatform } = c.facts;
  return verifier !== undefined && engagedOnPlatform?.verifier === verifier && unitOfActor(by) === verifier;
};

const unmoved = (c: Case): Refusal => refuse('not-required', `${c.id} 不涉及此事`, `this changes nothing in ${c.id}`);

/** The verifier has declined, or stepped back: nobody is engaged any more. */
export function verifierDeclined(c: Case, act: Act<'decline-engagement'>): Taken | Refusal {
  if (!isOfTheEngaged(c, act.by)) return unmoved(c);
  const verifier = unitOfActor(act.by);
  return { events: [{ type: 'appointment-lapsed', at: act.at, by: act.by, with: { verifier } }], effects: [] };
}

const of = (c: Case, verifier: string): IssuedReport[] => (c.facts.issued ?? []).filter((one) => one.verifier === verifier);

/** The verifier has issued its report: what the unit files comes from it. */
export function reportReceived(c: Case, act: Act<'issue-verification-report'>): Taken | Refusal {
  if (!isOfTheEngaged(c, act.by)) return unmoved(c);
  const verifier = unitOfActor(act.by);
  const { emissions, opinion } = act.with;
  const received = { verifier, report: of(c, verifier).length + 1, emissions, opinion };
  return { events: [{ type: 'verification-report-received', at: act.at, by: act.by, with: received }], effects: [] };
}

/** What the unit's filing comes to where its verifier works on the platform. */
export interface Resolved {
  readonly emissions: Amount;
  readonly verifierReport: { readonly verifier: string; readonly sealed: true; readonly report: number };
  /** What the unit wrote, where it is another figure. */
  readonly stated?: Amount;
  readonly findings?: readonly Json[];
}

/**
 * Verifier and figure of a filing come from the report that was issued; what the unit wrote otherwise is a finding. None where its
 * verifier does not work on the platform.
 */
export function fromIssued(c: Case, act: Act<'submit-verified-report'>): Resolved | Refusal | undefined {
  const { verifier = '', engagedOnPlatform } = c.facts;
  if (engagedOnPlatform?.verifier !== verifier) return undefined;
  const issued = c.facts.issued?.slice(engagedOnPlatform.from).findLast((one) => one.verifier === verifier);
  if (!issued)
    return refuse(
      'too-early',
      `${verifier} 尚未在管理平台出具核查报告`,
      `${verifier} has not issued its report on the platform yet`,
      '三(二)',
    );
  const { report, emissions, opinion } = issued;
  const named = act.with.verifierReport.report ?? report;
  if (named > report)
    return {
      ...refuse(
        'bad-input',
        `report：${verifier} 没有第 ${String(named)} 号报告`,
        `report: ${verifier} issued no report ${String(named)}`,
      ),
      path: ['with', 'verifierReport', 'report'],
    };
  if (named < report)
    return refuse(
      'overtaken',
      `第 ${String(named)} 号核查报告已由第 ${String(report)} 号取代`,
      `report ${String(named)} of ${verifier} was replaced by report ${String(report)}`,
      '三(二)',
    );
  const differs = !isEqual(act.with.emissions, emissions);
  const findings: Json[] = [
    ...(differs ? [{ finding: 'emissions-differ', stated: act.with.emissions, verified: emissions }] : []),
    ...(opinion === 'unqualified' ? [] : [{ finding: 'opinion-with-reserve', opinion }]),
  ];
  return {
    emissions,
    verifierReport: { verifier, sealed: true, report },
    ...(differs ? { stated: act.with.emissions } : {}),
    ...(findings.length > 0 ? { findings } : {}),
  };
}
