import { adjustmentApplication } from '../duties/adjustment-application.js';
import { collection } from '../duties/collection.js';
import { confirmation } from '../duties/confirmation.js';
import { dataQualityPlan } from '../duties/data-quality-plan.js';
import type { Duty } from '../duties/duty.js';
import { finalAllocation } from '../duties/final-allocation.js';
import { firstCheck } from '../duties/first-check.js';
import { firstReport } from '../duties/first-report.js';
import { furtherFiling } from '../duties/further-filing.js';
import { generalCheck } from '../duties/general-check.js';
import { generalReport } from '../duties/general-report.js';
import { monthlyCheck } from '../duties/monthly-check.js';
import { monthlyEvidence } from '../duties/monthly-evidence.js';
import { offsetApplication } from '../duties/offset-application.js';
import { preAllocation } from '../duties/pre-allocation.js';
import { surrender } from '../duties/surrender.js';
import { verifiedReport } from '../duties/verified-report.js';
import { verificationReport } from '../verification/verification.js';
import { isMonth } from '../model/instant.js';
import { isFurther } from '../model/terms.js';

const YEARLY: readonly Duty[] = [
  firstReport,
  dataQualityPlan,
  generalReport,
  generalCheck,
  verifiedReport,
  verificationReport,
  firstCheck,
  adjustmentApplication,
  preAllocation,
  confirmation,
  finalAllocation,
  offsetApplication,
  surrender,
  collection,
];

const yearly = new Map(YEARLY.map((duty) => [duty.name, duty]));
/** The monthly ones already asked for, of months that are any. */
const monthly = new Map<string, Duty>();

function monthlyCalled(name: string): Duty | undefined {
  const [base, month = ''] = name.split('/');
  if (!isMonth(month)) return undefined;
  const made = base === 'monthly-evidence' ? monthlyEvidence(month) : base === 'monthly-check' ? monthlyCheck(month) : undefined;
  if (made) monthly.set(name, made);
  return made;
}

/** Every duty by its name; the monthly ones with their month, further filings with the notice's name of them. None for a name that is no duty's. */
export const dutyCalled = (name: string): Duty | undefined =>
  yearly.get(name) ?? monthly.get(name) ?? (isFurther(name) ? furtherFiling(name) : monthlyCalled(name));
