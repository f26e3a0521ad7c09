import { cancelHoldings } from '../acts/cancellation.js';
import { freezeAccount, unfreezeAccount } from '../acts/freeze.js';
import { enterOpeningBalances } from '../acts/opening-balances.js';
import { reverseMovement } from '../acts/reversal.js';
import { moveAllowances } from '../acts/moving-allowances.js';
import { issueOrder } from '../acts/order.js';
import { recordSpotCheck } from '../acts/spot-check.js';
import { creditAuction, settleTrade } from '../acts/exchange.js';
import { correctAllocation, correctEmissions } from '../acts/correction.js';
import { assessVerifier, recordExpertMeeting, strikeOffVerifier } from '../acts/verifier.js';
import { decidePenalty } from '../acts/penalty.js';
import { dataQualityPlan } from '../duties/data-quality-plan.js';
import type { Duty } from '../duties/duty.js';
import { answersIn, dutiesIn, type CaseAnswers } from '../duties/every.js';
import { engageVerifier, reportReceived, verifierDeclined } from '../duties/engaged-verifier.js';
import { furtherDuties, submitFurtherFiling, type FurtherKind } from '../duties/further-filing.js';
import { monthlyCheck } from '../duties/monthly-check.js';
import { monthlyEvidence } from '../duties/monthly-evidence.js';
import { acceptEngagement, declineEngagement, endedByAnother, engaged } from '../verification/engagement.js';
import { answerQuery, closeQuery, raiseQuery } from '../verification/queries.js';
import { submitVerifierFiling } from '../verification/filing.js';
import { issueReport, reportFiled, reportReturned } from '../verification/report.js';
import type { Case, CaseKind, Unit } from '../model/case.js';
import { monthsOf } from '../model/instant.js';
import type { Terms } from '../model/terms.js';

/** What concerns an account whatever case holds it. */
const ACCOUNT_ACTS: CaseAnswers = {
  'settle-trade': settleTrade,
  'move-allowances': moveAllowances,
  'credit-auction': creditAuction,
  'issue-order': issueOrder,
  'decide-penalty': decidePenalty,
  cancel: cancelHoldings,
  'freeze-account': freezeAccount,
  'unfreeze-account': unfreezeAccount,
  'reverse-movement': reverseMovement,
  'enter-opening-balances': enterOpeningBalances,
};

/** 三: a key unit's cycle: its duties, and what else is done in it. */
const CYCLE_ACTS: CaseAnswers = {
  ...answersIn('compliance-cycle'),
  'submit-further-filing': submitFurtherFiling,
  'engage-verifier': engageVerifier,
  'decline-engagement': verifierDeclined,
  'issue-verification-report': reportReceived,
  'record-spot-check': recordSpotCheck,
  'record-expert-meeting': recordExpertMeeting,
  'assess-verifier': assessVerifier,
  'strike-off-verifier': strikeOffVerifier,
  ...ACCOUNT_ACTS,
  'correct-emissions': correctEmissions,
  'correct-allocation': correctAllocation,
};

/** 三(一)2: a general reporting unit's one report. It may hold allowances like anybody. */
const GENERAL_ACTS: CaseAnswers = {
  ...answersIn('general-report'),
  'submit-further-filing': submitFurtherFiling,
  ...ACCOUNT_ACTS,
};

/** 三(二): a verifier's work for a unit. */
const VERIFICATION_ACTS: CaseAnswers = {
  ...answersIn('verification'),
  'engage-verifier': engaged,
  'appoint-verifier': endedByAnother,
  'accept-engagement': acceptEngagement,
  'decline-engagement': declineEngagement,
  'raise-query': raiseQuery,
  'answer-query': answerQuery,
  'close-query': closeQuery,
  'issue-verification-report': issueReport,
  'submit-verifier-filing': submitVerifierFiling,
  'submit-verified-report': reportFiled,
  'first-check': reportReturned,
};

export const ACTS: Readonly<Record<CaseKind, CaseAnswers>> = {
  'compliance-cycle': CYCLE_ACTS,
  // 三(一)1: twelve months of evidence, each with its check
  'monthly-evidence': answersIn('monthly-evidence'),
  'general-report': GENERAL_ACTS,
  verification: VERIFICATION_ACTS,
};

/** The lists already looked through: the same few terms are asked for again and again. */
const known = new WeakMap<Terms, Map<readonly Duty[], readonly Duty[]>>();

/**
 * A duty exists where its terms have its date: one that the code knows and this cycle's texts do not is none of the case's; after these
 * stand those that only the terms know.
 */
function existing(duties: readonly Duty[], terms: Terms, further: FurtherKind): readonly Duty[] {
  let lists = known.get(terms);
  if (!lists) known.set(terms, (lists = new Map<readonly Duty[], readonly Duty[]>()));
  let list = lists.get(duties);
  if (!list) {
    list = [...duties.filter((duty) => duty.nominal(terms) !== undefined), ...furtherDuties(terms, further)];
    lists.set(duties, list);
  }
  return list;
}

/** 三: a key unit's cycle. */
const CYCLE = dutiesIn('compliance-cycle');
const OLD_UNIT = CYCLE.filter((duty) => duty !== dataQualityPlan);
const GENERAL = dutiesIn('general-report');
const VERIFICATION = dutiesIn('verification');
const evidence = new Map<number, readonly Duty[]>();

/** The duties of a case, in the notice's order. */
export function dutiesOf(c: { readonly kind: CaseKind; readonly unit: Unit; readonly terms: Terms }): readonly Duty[] {
  switch (c.kind) {
    case 'compliance-cycle':
      return existing(c.unit.newlyListed ? CYCLE : OLD_UNIT, c.terms, 'further-filing');
    case 'general-report':
      return existing(GENERAL, c.terms, 'general-filing');
    case 'verification':
      return existing(VERIFICATION, c.terms, 'verifier-filing');
    case 'monthly-evidence': {
      const year = c.terms.evidenceYear;
      const known = evidence.get(year);
      if (known) return known;
      const made = monthsOf(year).flatMap((month) => [monthlyEvidence(month), monthlyCheck(month)]);
      evidence.set(year, made);
      return made;
    }
  }
}

/** The duty of that name, or none. */
export const dutyNamed = (c: Case, name: string): Duty | undefined => dutiesOf(c).find((duty) => duty.name === name);
