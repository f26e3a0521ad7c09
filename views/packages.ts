import { own } from '../domain/model/own.js';
import { isMonth, isoOf, type Month } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import type { Finding } from '../domain/rules/finding.js';
import type { MonthlyData } from '../domain/rules/plausibility.js';
import { QuestionError } from '../domain/rules/working.js';
import type { Book } from '../records/book.js';
import { ask } from '../regulation/ask.js';
import { rulebookNamed } from '../regulation/named.js';

/** A filing that waits to be checked, or was, as its district sees it. */
export interface Filed {
  readonly at: string;
  readonly by: string;
  readonly brings: Json;
}

/** A package of a month beside what it is compared with. */
export interface PackageShown {
  readonly filed: Filed;
  /** The month before, and the earlier filings of the same duty, newest first. */
  readonly previous?: Filed;
  readonly earlier: readonly Filed[];
  readonly findings: readonly Finding[];
  /** Why there are none, where the rule could not be asked. */
  readonly unchecked?: string;
}

interface Row {
  /** Of which of those that were asked about, from 1. */
  readonly n: number;
  readonly duty: string;
  readonly at: number;
  readonly by: string;
  readonly brings: Json;
}

const FILINGS = `select a.n::int as n, f.duty, f.at, f.by, f.brings
  from unnest($2::text[], $3::text[], $4::text[]) with ordinality a (unit, duty, before, n)
  cross join lateral (
    select e.seq, e.body ->> 'duty' as duty, e.at::float8 as at, e.by, coalesce(e.body -> 'with', '{}') as brings
    from events e join cases c using (case_id)
    where c.unit = a.unit and c.cycle = $1 and e.type like '%-filed' and e.body ->> 'duty' in (a.duty, a.before)
    order by e.at desc, e.seq desc limit 40) f
  order by a.n, f.at desc, f.seq desc`;

const monthBefore = (month: Month): Month => {
  const [year = 0, n = 0] = month.split('-').map(Number);
  return n === 1 ? `${String(year - 1)}-12` : `${String(year)}-${String(n - 1).padStart(2, '0')}`;
};

/** What a check looks at, by the duty of the filing. */
export const FILED_FOR: Readonly<Record<string, string>> = {
  'monthly-check': 'monthly-evidence',
  'first-check': 'verified-report',
  'general-check': 'general-report',
};

const isData = (brings: Json): boolean => typeof brings === 'object' && brings !== null && 'electricityMWh' in brings;
const dataOf = (brings: Json, month: Month): MonthlyData => ({ ...(brings as unknown as MonthlyData), month });

function findingsOf(
  cycle: number,
  month: Month,
  filed: Row,
  previous: Row | undefined,
): Pick<PackageShown, 'findings' | 'unchecked'> {
  if (!isData(filed.brings)) return { findings: [] };
  const before = previous && isData(previous.brings) ? { previous: dataOf(previous.brings, monthBefore(month)) } : {};
  try {
    const { answer } = ask(rulebookNamed(String(cycle)), 'plausibility', { data: dataOf(filed.brings, month), ...before });
    return { findings: (answer as { readonly findings: readonly Finding[] }).findings };
  } catch (error) {
    if (error instanceof QuestionError) return { findings: [], unchecked: error.message };
    throw error;
  }
}

const shownOf = ({ at, by, brings }: Row): Filed => ({ at: isoOf(at), by, brings });

/** A check of a unit, by its duty. */
export interface CheckAsked {
  readonly unit: string;
  readonly duty: string;
}

/** The duty that a check looks at, and the one it is compared with. */
function filingsOf({ duty }: CheckAsked): { readonly named: string; readonly before: string; readonly month: string } {
  const [base = '', month = ''] = duty.split('/');
  const filing = own(FILED_FOR, base) ?? '';
  return isMonth(month)
    ? { named: `${filing}/${month}`, before: `${filing}/${monthBefore(month)}`, month }
    : { named: filing, before: '', month };
}

/** What was filed for some checks, each beside the month before, in the order asked; undefined where nothing was. */
export async function packagesFor(
  { pool }: Book,
  cycle: number,
  checks: readonly CheckAsked[],
): Promise<readonly (PackageShown | undefined)[]> {
  const asked = checks.map(filingsOf);
  const values = [cycle, checks.map(({ unit }) => unit), asked.map(({ named }) => named), asked.map(({ before }) => before)];
  const { rows } = await pool.query<Row>({ name: 'view-packages', text: FILINGS, values });
  return asked.map(({ named, before, month }, n) => {
    const its = rows.filter((row) => row.n === n + 1);
    const [filed, ...earlier] = its.filter((row) => row.duty === named);
    if (!filed) return undefined;
    const previous = its.find((row) => row.duty === before);
    return {
      filed: shownOf(filed),
      ...(previous ? { previous: shownOf(previous) } : {}),
      earlier: earlier.map(shownOf),
      ...(isMonth(month) ? findingsOf(cycle, month, filed, previous) : { findings: [] }),
    };
  });
}
