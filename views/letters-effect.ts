import type pg from 'pg';
import { dayOf, daysBetween, type Instant } from '../domain/model/instant.js';

/** One reminder to a unit, and what became of the duty. */
interface Reminded {
  readonly unit: string;
  readonly name: string;
  readonly district: string;
  readonly telephone: string | null;
  readonly duty: string;
  readonly at: Instant;
  readonly lead: number;
  readonly state: string;
  readonly doneAt: Instant | null;
  readonly late: boolean;
}

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

const READ = `select o.unit, v.name, v.district, k.telephone, o.duty, o.at::float8 as at, (o.say ->> 'daysLeft')::int as lead, d.state,
    d.done_at::float8 as "doneAt", coalesce(d.late, false) as late
  from outbox o join case_duties d on d.case_id = o.case_id and d.duty = o.duty join case_views v on v.case_id = o.case_id
  left join contacts k on k.kind = 'unit' and k.party = o.unit
  where o.template = 'reminder' and o.party_kind = 'unit' and o.say ? 'daysLeft' and v.cycle = $1
  order by o.at, o.id`;

const baseOf = (duty: string): string => duty.split('/')[0] ?? duty;

const medianOf = (numbers: readonly number[]): number | null => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
};

const isFollowed = ({ doneAt, at }: Reminded): boolean => doneAt !== null && doneAt >= at;
const daysTaken = ({ doneAt, at }: Reminded): number => daysBetween(dayOf(at), dayOf(doneAt ?? at));

const effectOf = (duty: string, lead: number, all: readonly Reminded[]): Effect => {
  const followed = all.filter(isFollowed);
  const days = followed.map(daysTaken);
  return {
    ...{ duty, lead, told: all.length },
    withinDay: days.filter((n) => n <= 1).length,
    withinWeek: days.filter((n) => n <= 7).length,
    inTime: followed.filter(({ late }) => !late).length,
    late: followed.filter(({ late }) => late).length,
    open: all.length - followed.length,
    medianDays: medianOf(days),
  };
};

const FAILED: readonly string[] = ['overdue', 'missing'];

/** Reminders by duty and lead time, and whom to call instead. Pure. */
export function effectsOf(reminded: readonly Reminded[]): { readonly effects: Effect[]; readonly toCall: ToCall[] } {
  const groups = new Map<string, Reminded[]>();
  const calls = new Map<string, { first: Reminded; duties: Set<string> }>();
  for (const one of reminded) {
    const key = `${baseOf(one.duty)} ${String(one.lead)}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
    if (!FAILED.includes(one.state) && !one.late) continue;
    const call = calls.get(one.unit) ?? { first: one, duties: new Set<string>() };
    call.duties.add(one.duty);
    calls.set(one.unit, call);
  }
  const effects = [...groups.values()].map((all) => {
    const [first] = all;
    return effectOf(baseOf(first?.duty ?? ''), first?.lead ?? 0, all);
  });
  effects.sort((a, b) => (a.duty < b.duty ? -1 : a.duty > b.duty ? 1 : b.lead - a.lead));
  const toCall = [...calls.values()].map(({ first: { unit, name, district, telephone }, duties }) => ({
    ...{ unit, name, district, telephone },
    duties: [...duties],
  }));
  return { effects, toCall: toCall.sort((a, b) => b.duties.length - a.duties.length || (a.unit < b.unit ? -1 : 1)) };
}

/** Whether reminders of a cycle were followed, by duty and lead time. */
export const lettersEffect = async (pool: pg.Pool, cycle: number) =>
  effectsOf((await pool.query<Reminded>({ name: 'letters-effect', text: READ, values: [cycle] })).rows);
