import type pg from 'pg';
import { dayOf, daysBetween, type Instant } from '../domain/model/instant.js';
import { CITY_AUTHORITY } from '../domain/model/party.js';
import { tellBeside, type Beside } from '../records/tell-beside.js';
import { unitsMissing, type Unsigned } from './missing.js';

const AT_ONCE = 200;

/** Before each of these many days the city is told once of a unit, a duty and its date. */
const noticeOf = ({ unit, name, deadlines }: Unsigned, at: Instant, leads: readonly number[]): Beside[] => {
  const [first] = deadlines;
  if (!first) return [];
  const left = daysBetween(dayOf(at), first.dueOn);
  const lead = Math.min(...leads.filter((days) => days >= left));
  if (!Number.isFinite(lead)) return [];
  return [
    {
      id: `unsigned/${unit}/${first.duty}/${first.dueOn}/${String(lead)}`,
      caseId: first.case,
      unit,
      party: CITY_AUTHORITY,
      at,
      template: 'unit-unsigned',
      say: { name, duty: first.zh, dueOn: first.dueOn, daysLeft: String(left) },
    },
  ];
};

/**
 * Tells the city of units that nobody can sign for, so many days before their next deadline (the rulebook's reminders of yearly duties), each
 * time once. Answers of how many it was told now.
 */
export async function tellUnsigned(pool: pg.Pool, at: Instant, leads: readonly number[]): Promise<number> {
  let told = 0;
  for (let after = ''; ;) {
    const units = await unitsMissing(pool, at, { after, limit: AT_ONCE });
    told += await tellBeside(
      pool,
      units.flatMap((one) => noticeOf(one, at, leads)),
    );
    const last = units.at(-1);
    if (!last || units.length < AT_ONCE) return told;
    after = last.unit;
  }
}
