import { adjustmentApplication } from '../duties/adjustment-application.js';
import { collection } from '../duties/collection.js';
import { confirmation } from '../duties/confirmation.js';
import { dataQualityPlan } from '../duties/data-quality-plan.js';
import type { Duty } from '../duties/duty.js';
import { finalAllocation } from '../duties/final-allocation.js';
import { firstCheck } from '../duties/first-check.js';
import { firstReport } from '../duties/first-report.js';
import { generalCheck } from '../duties/general-check.js';
import { generalReport } from '../duties/general-report.js';
import { monthlyCheck } from '../duties/monthly-check.js';
import { monthlyEvidence } from '../duties/monthly-evidence.js';
import { offsetApplication } from '../duties/offset-application.js';
import { preAllocation } from '../duties/pre-allocation.js';
import { surrender } from '../duties/surrender.js';
import { verifiedReport } from '../duties/verified-report.js';

const YEARLY: readonly Duty[] = [
  firstReport,
  dataQualityPlan,
  generalReport,
  generalCheck,
  verifiedReport,
  firstCheck,
  adjustmentApplication,
  preAllocation,
  confirmation,
  finalAllocation,
  offsetApplication,
  surrender,
  collection,
];

/** Every duty of the notice by its name; the monthly ones with their month. None for a name that is no duty's. */
export function dutyCalled(name: string): Duty | undefined {
  const [base, month] = name.split('/');
  if (month !== undefined && base === 'monthly-evidence') return monthlyEvidence(month);
  if (month !== undefined && base === 'monthly-check') return monthlyCheck(month);
  return YEARLY.find((duty) => duty.name === name);
}
