import { isoOf } from '../domain/model/instant.js';
import type { Book } from '../records/book.js';

/** One request that a party made, and what became of it. */
export interface RequestLine {
  readonly id: string;
  readonly asker: string;
  readonly do: string;
  readonly for: string | null;
  /** The month that it is about, where it is about one. */
  readonly month: string | null;
  readonly by: string;
  readonly at: string;
  readonly state: 'stored' | 'decided' | 'refused';
}

interface Row extends Omit<RequestLine, 'at'> {
  readonly at: number;
}

const REQUESTS = `select r.id, r.asker, r.do_what as "do", coalesce(r.for_unit, u.unit) as "for", r.by, r.body ->> 'month' as month, r.stamp::float8 as at,
    case when r.state = 'refused' or u.state = 'refused' then 'refused'
      when r.state = 'applied' or u.state = 'applied' then 'decided' else 'stored' end as state
  from requests r left join lateral (select c.unit, a.state from acts a join cases c using (case_id)
    where a.act_id = r.act_id and a.role = 'decides' limit 1) u on true
  where (r.by = $1 or r.by like $2) and r.asker <> 'platform' order by r.stamp desc, r.act_id desc limit $3`;

const LIKE = /[\\%_]/g;

/** The latest requests of a party's people, the newest first. */
export async function requestsOf({ pool }: Book, party: string, limit: number): Promise<readonly RequestLine[]> {
  const values = [party, `${party.replace(LIKE, '\\$&')}/%`, limit];
  const { rows } = await pool.query<Row>({ name: 'view-requests', text: REQUESTS, values });
  return rows.map(({ at, ...line }) => ({ ...line, at: isoOf(at) }));
}
