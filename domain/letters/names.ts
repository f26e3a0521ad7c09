import { EVERY_DUTY } from '../duties/every.js';
import type { Duty } from '../duties/duty.js';
import { furtherFiling } from '../duties/further-filing.js';
import { monthlyCheck } from '../duties/monthly-check.js';
import { monthlyEvidence } from '../duties/monthly-evidence.js';
import { isMonth } from '../model/instant.js';
import { isFurther } from '../model/terms.js';

const yearly = new Map(EVERY_DUTY.flatMap(({ duty }) => (duty.name.includes('/') ? [] : [[duty.name, duty] as const])));
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
