import type { Amount } from '../domain/model/amount.js';
import type { Day } from '../domain/model/instant.js';
import type { Book } from '../records/book.js';
import { afterKey, pageOf, type Cursor, type Paging } from './paging.js';

/** A unit whose emissions wait to be confirmed, with what was found out about them so far; null where nothing was. */
export interface ToConfirm {
  readonly unit: string;
  readonly name: string;
  readonly district: string;
  readonly dueOn: Day | null;
  readonly verified: Amount | null;
  readonly spotChecked: Amount | null;
  readonly experts: Amount | null;
}

const last = (type: string): string =>
  `(select e.body -> 'with' ->> 'emissions' from events e where e.case_id = d.case_id and e.type = '${type}' order by e.seq desc limit 1)`;
/** Of the units that are shown alone it is looked up what was found. */
const TO_CONFIRM = `with shown as (
    select d.case_id, v.unit, v.name, coalesce(v.district, '') as district, d.due_on::text as "dueOn"
    from case_duties d join case_views v using (case_id)
    where v.cycle = $1 and d.duty = 'confirmation' and d.owed_by = 'city' and d.waits and ($2::text is null or v.unit collate "C" > $2)
    order by v.unit collate "C" limit $3)
  select unit, name, district, "dueOn", ${last('verified-report-filed')} as verified, ${last('spot-checked')} as "spotChecked",
    ${last('expert-meeting-held')} as experts from shown d order by unit collate "C"`;

/** 三(三)1: the units that wait to be confirmed, by id. Throws BadCursor. */
export async function toConfirm(
  { pool }: Book,
  { cycle, ...paging }: { readonly cycle: number } & Paging,
): Promise<{ readonly units: readonly ToConfirm[]; readonly after?: Cursor }> {
  const [unit = null] = afterKey(paging, 1) ?? [];
  const limit = paging.limit === undefined ? null : paging.limit + 1;
  const { rows } = await pool.query<ToConfirm>({ name: 'view-to-confirm', text: TO_CONFIRM, values: [cycle, unit, limit] });
  const { page, after } = pageOf(rows, paging, (row) => [row.unit]);
  return { units: page, ...(after === undefined ? {} : { after }) };
}
