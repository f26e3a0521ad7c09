import type pg from 'pg';

/** How reminders of one duty, so many days before its date, were followed. */
export interface Effect {
  readonly duty: string;
  readonly lead: number;
  readonly told: number;
  /** Done after it: within a day, within a week, in time at all, late. */
  readonly withinDay: number;
  readonly withinWeek: number;
  readonly inTime: number;
  readonly late: number;
  /** Not done yet, or never. */
  readonly open: number;
  /** Days from the reminder to the filing, of half of those that filed; null where nobody did. */
  readonly medianDays: number | null;
}

/** A unit that was reminded each time and did not do it in time: a telephone call is what is left. */
export interface ToCall {
  readonly unit: string;
  readonly name: string;
  readonly district: string;
  readonly telephone: string | null;
  readonly duties: readonly string[];
}

const REMINDED = `from outbox o join case_duties d on d.case_id = o.case_id and d.duty = o.duty join case_views v on v.case_id = o.case_id
  where o.template = 'reminder' and o.party_kind = 'unit' and o.say ->> 'daysLeft' is not null and v.cycle = $1`;

/** A day is one of Beijing. */
const dayOf = (instant: string): string => `(${instant} + 28800000) / 86400000`;

const EFFECTS = `with told as (
    select split_part(o.duty, '/', 1) as duty, (o.say ->> 'daysLeft')::int as lead, coalesce(d.late, false) as late,
      coalesce(d.done_at >= o.at, false) as followed, ${dayOf('d.done_at')} - ${dayOf('o.at')} as days ${REMINDED})
  select duty, lead, count(*)::int as told,
    count(*) filter (where followed and days <= 1)::int as "withinDay", count(*) filter (where followed and days <= 7)::int as "withinWeek",
    count(*) filter (where followed and not late)::int as "inTime", count(*) filter (where followed and late)::int as late,
    count(*) filter (where not followed)::int as open,
    (percentile_disc(0.5) within group (order by days) filter (where followed))::int as "medianDays"
  from told group by duty, lead order by duty collate "C", lead desc`;

const CALLS = `select f.unit, f.name, f.district, k.telephone, f.duties from (
    select unit, min(name) as name, min(district) as district, array_agg(duty order by first, duty collate "C") as duties from (
      select o.unit, o.duty, min(v.name) as name, min(v.district) as district, min(o.at) as first ${REMINDED}
        and (d.state in ('overdue', 'missing') or d.late) group by o.unit, o.duty) failed
    group by unit) f
  left join contacts k on k.kind = 'unit' and k.party = f.unit order by cardinality(f.duties) desc, f.unit collate "C"`;

/** Whether reminders of a cycle were followed, by duty and lead time. */
export const reminderEffects = async (pool: pg.Pool, cycle: number): Promise<readonly Effect[]> =>
  (await pool.query<Effect>({ name: 'letters-effect', text: EFFECTS, values: [cycle] })).rows;

/** Whom to call instead, whoever has missed most first. */
export const unitsToCall = async (pool: pg.Pool, cycle: number): Promise<readonly ToCall[]> =>
  (await pool.query<ToCall>({ name: 'letters-to-call', text: CALLS, values: [cycle] })).rows;
