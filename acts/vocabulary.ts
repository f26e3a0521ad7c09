import { announceAuction } from './auction/announce-auction.js';
import { fileBid } from './auction/file-bid.js';
import { openBid } from './auction/open-bid.js';
import { recordCover } from './auction/record-cover.js';
import { withdrawBid } from './auction/withdraw-bid.js';
import { adoptRevision } from './city/adopt-revision.js';
import { allocate } from './city/allocate.js';
import { assessVerifier } from './city/assess-verifier.js';
import { confirmEmissions } from './city/confirm-emissions.js';
import { correctAllocation } from './city/correct-allocation.js';
import { correctEmissions } from './city/correct-emissions.js';
import { decideAdjustment } from './city/decide-adjustment.js';
import { decideOffsets } from './city/decide-offsets.js';
import { decidePenalty } from './city/decide-penalty.js';
import { enterOpeningBalances } from './city/enter-opening-balances.js';
import { freezeAccount } from './city/freeze-account.js';
import { issueOrder } from './city/issue-order.js';
import { preAllocate } from './city/pre-allocate.js';
import { recordExpertMeeting } from './city/record-expert-meeting.js';
import { recordSpotCheck } from './city/record-spot-check.js';
import { reverseMovement } from './city/reverse-movement.js';
import { strikeOffVerifier } from './city/strike-off-verifier.js';
import { takeOverEvidence } from './city/take-over-evidence.js';
import { takeOver } from './city/take-over.js';
import { unfreezeAccount } from './city/unfreeze-account.js';
import { checkGeneralReport } from './district/check-general-report.js';
import { checkMonthlyEvidence } from './district/check-monthly-evidence.js';
import { firstCheck } from './district/first-check.js';
import { creditAuction } from './exchange/credit-auction.js';
import { settleTrade } from './exchange/settle-trade.js';
import { closeCase } from './operators/close-case.js';
import { closeCycle } from './operators/close-cycle.js';
import { extendDeadline } from './operators/extend-deadline.js';
import { releaseAlarm } from './operators/release-alarm.js';
import { resendMail } from './operators/resend-mail.js';
import { leave } from './register/leave.js';
import { listUnit } from './register/list-unit.js';
import { merge } from './register/merge.js';
import { moveAllowances } from './register/move-allowances.js';
import { moveDistrict } from './register/move-district.js';
import { applyForAdjustment } from './unit/apply-for-adjustment.js';
import { applyForOffsets } from './unit/apply-for-offsets.js';
import { answerQuery } from './unit/answer-query.js';
import { appointVerifier } from './unit/appoint-verifier.js';
import { cancel } from './unit/cancel.js';
import { engageVerifier } from './unit/engage-verifier.js';
import { submitDataQualityPlan } from './unit/submit-data-quality-plan.js';
import { submitFurtherFiling } from './unit/submit-further-filing.js';
import { submitFirstReport } from './unit/submit-first-report.js';
import { submitGeneralReport } from './unit/submit-general-report.js';
import { submitMonthlyEvidence } from './unit/submit-monthly-evidence.js';
import { submitVerifiedReport } from './unit/submit-verified-report.js';
import { surrender } from './unit/surrender.js';
import { acceptEngagement } from './verifier/accept-engagement.js';
import { closeQuery } from './verifier/close-query.js';
import { declineEngagement } from './verifier/decline-engagement.js';
import { issueVerificationReport } from './verifier/issue-verification-report.js';
import { raiseQuery } from './verifier/raise-query.js';
import { submitVerifierFiling } from './verifier/submit-verifier-filing.js';
import type { ActDefinition } from './definition.js';
import type { ActName } from '../domain/model/brings.js';

/** Every act there is, by name: the words of the command line, the scenarios and the workflows' Updates. */
export const VOCABULARY: { readonly [K in ActName]: ActDefinition<K> } = {
  'submit-monthly-evidence': submitMonthlyEvidence,
  'submit-data-quality-plan': submitDataQualityPlan,
  'submit-first-report': submitFirstReport,
  'submit-further-filing': submitFurtherFiling,
  'appoint-verifier': appointVerifier,
  'engage-verifier': engageVerifier,
  'answer-query': answerQuery,
  'submit-verified-report': submitVerifiedReport,
  'apply-for-adjustment': applyForAdjustment,
  'apply-for-offsets': applyForOffsets,
  surrender,
  'submit-general-report': submitGeneralReport,
  cancel,
  'accept-engagement': acceptEngagement,
  'decline-engagement': declineEngagement,
  'raise-query': raiseQuery,
  'close-query': closeQuery,
  'issue-verification-report': issueVerificationReport,
  'submit-verifier-filing': submitVerifierFiling,
  'check-monthly-evidence': checkMonthlyEvidence,
  'check-general-report': checkGeneralReport,
  'first-check': firstCheck,
  'settle-trade': settleTrade,
  'credit-auction': creditAuction,
  'pre-allocate': preAllocate,
  'decide-adjustment': decideAdjustment,
  'record-spot-check': recordSpotCheck,
  'record-expert-meeting': recordExpertMeeting,
  'assess-verifier': assessVerifier,
  'strike-off-verifier': strikeOffVerifier,
  'confirm-emissions': confirmEmissions,
  allocate,
  'decide-offsets': decideOffsets,
  'adopt-revision': adoptRevision,
  'correct-emissions': correctEmissions,
  'correct-allocation': correctAllocation,
  'freeze-account': freezeAccount,
  'unfreeze-account': unfreezeAccount,
  'reverse-movement': reverseMovement,
  'issue-order': issueOrder,
  'decide-penalty': decidePenalty,
  'enter-opening-balances': enterOpeningBalances,
  'take-over': takeOver,
  'take-over-evidence': takeOverEvidence,
  'list-unit': listUnit,
  leave,
  merge,
  'move-district': moveDistrict,
  'move-allowances': moveAllowances,
  'extend-deadline': extendDeadline,
  'resend-mail': resendMail,
  'close-cycle': closeCycle,
  'close-case': closeCase,
  'release-alarm': releaseAlarm,
  'announce-auction': announceAuction,
  'record-cover': recordCover,
  'file-bid': fileBid,
  'withdraw-bid': withdrawBid,
  'open-bid': openBid,
};

const ALL: ReadonlyMap<string, ActDefinition> = new Map(Object.entries(VOCABULARY));

/** The definition of an act, or none. */
export const definitionOf = (name: string): ActDefinition | undefined => ALL.get(name);

const among = (name: string, auctions: boolean): ActDefinition | undefined => {
  const definition = definitionOf(name);
  return definition && (definition.case === 'auction') === auctions ? definition : undefined;
};

/** The same of acts that belong to an auction; none for any other. */
export const definitionInAuctions = (name: string): ActDefinition | undefined => among(name, true);

/** The same of acts that go before the cases of units, of the city and of the alarms; none for those of an auction. */
export const definitionInCases = (name: string): ActDefinition | undefined => among(name, false);
