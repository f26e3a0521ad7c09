import type { CaseKind } from '../model/case.js';
import { verificationReport } from '../verification/verification.js';
import { adjustmentApplication } from './adjustment-application.js';
import { collection } from './collection.js';
import { confirmation } from './confirmation.js';
import { dataQualityPlan } from './data-quality-plan.js';
import type { Duty } from './duty.js';
import { finalAllocation } from './final-allocation.js';
import { firstCheck } from './first-check.js';
import { firstReport } from './first-report.js';
import { generalCheck } from './general-check.js';
import { generalReport } from './general-report.js';
import { monthlyCheck } from './monthly-check.js';
import { monthlyEvidence } from './monthly-evidence.js';
import { offsetApplication } from './offset-application.js';
import { preAllocation } from './pre-allocation.js';
import { surrender } from './surrender.js';
import { verifiedReport } from './verified-report.js';

/** A duty with the kind of case that has it. */
export interface Listed {
  readonly duty: Duty;
  readonly kind: CaseKind;
}

const KEY = 'compliance-cycle';

/** Every duty that has a file of its own, in the order in which the notice tells them; the monthly ones without their month. */
export const EVERY_DUTY: readonly Listed[] = [
  { duty: firstReport, kind: KEY },
  { duty: monthlyEvidence(''), kind: 'monthly-evidence' },
  { duty: monthlyCheck(''), kind: 'monthly-evidence' },
  { duty: dataQualityPlan, kind: KEY },
  { duty: generalReport, kind: 'general-report' },
  { duty: generalCheck, kind: 'general-report' },
  { duty: verifiedReport, kind: KEY },
  { duty: verificationReport, kind: 'verification' },
  { duty: firstCheck, kind: KEY },
  { duty: adjustmentApplication, kind: KEY },
  { duty: preAllocation, kind: KEY },
  { duty: confirmation, kind: KEY },
  { duty: finalAllocation, kind: KEY },
  { duty: offsetApplication, kind: KEY },
  { duty: surrender, kind: KEY },
  { duty: collection, kind: KEY },
];

/** The duties of one kind of case, in that order. */
export const dutiesIn = (kind: CaseKind): readonly Duty[] =>
  EVERY_DUTY.flatMap((listed) => (listed.kind === kind ? [listed.duty] : []));
