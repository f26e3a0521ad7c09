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
  readonly duty: string;
  readonly at: number;
  readonly by: string;
  readonly brings: Json;
}

const FILINGS = `select e.body ->> 'duty' as duty, e.at::float8 as at, e.by, coalesce(e.body -> 'with', '{}') as brings
  from events e join cases c using (case_id)
  where c.unit = $1 and c.cycle = $2 and e.type like '%-filed' and e.body ->> 'duty' = any ($3) order by e.at desc, e.seq desc limit 40`;

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

/** What was filed for a check of a unit, beside the month before; undefined where nothing was. */
export async function packageFor(
  { pool }: Book,
  { unit, cycle, duty }: { readonly unit: string; readonly cycle: number; readonly duty: string },
): Promise<PackageShown | undefined> {
  const [base = '', month = ''] = duty.split('/');
  const filing = own(FILED_FOR, base);
  if (filing === undefined) return undefined;
  const named = isMonth(month) ? `${filing}/${month}` : filing;
  const before = isMonth(month) ? `${filing}/${monthBefore(month)}` : '';
  const { rows } = await pool.query<Row>({ name: 'view-package', text: FILINGS, values: [unit, cycle, [named, before]] });
  const [filed, ...earlier] = rows.filter((row) => row.duty === named);
  if (!filed) return undefined;
  const previous = rows.find((row) => row.duty === before);
  return {
    filed: shownOf(filed),
    ...(previous ? { previous: shownOf(previous) } : {}),
    earlier: earlier.map(shownOf),
    ...(isMonth(month) ? findingsOf(cycle, month, filed, previous) : { findings: [] }),
  };
}
