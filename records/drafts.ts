import type pg from 'pg';
import type { Json } from '../domain/model/json.js';
import { oneRow } from '../ledger/one-row.js';

/** What is known of a person and stands in no chain. */
export interface Known {
  readonly name?: string;
  readonly mail?: string;
  readonly telephone?: string;
  /** By which sign-in: issuer and subject of OpenID Connect. */
  readonly identity?: { readonly issuer: string; readonly subject: string };
}

const KEEP = `insert into person_drafts (name, mail, telephone, issuer, subject) values ($1, $2, $3, $4, $5) returning id, made_at`;
/** Drafts of yesterday that no open request names: whoever made them was killed before it was stored. */
const LEFT = `delete from person_drafts d where d.made_at < $1::timestamptz - interval '1 day' and not exists (
    select from acts a join requests r on r.act_id = a.act_id where a.case_id = 'people' and a.state = 'stored'
      and (r.body ->> 'draft' = d.id::text or r.body -> 'drafts' @> to_jsonb(d.id)))`;

/** Keeps what an act brings outside of any hash until it is decided; its number is what the act names. */
export async function keepDraft(pool: pg.Pool, { name, mail, telephone, identity }: Known): Promise<number> {
  const values = [name ?? null, mail ?? null, telephone ?? null, identity?.issuer ?? null, identity?.subject ?? null];
  const { id, made_at } = await oneRow<{ id: number; made_at: Date }>(pool, 'draft-keep', KEEP, values);
  await pool.query({ name: 'drafts-left', text: LEFT, values: [made_at] });
  return id;
}

/** Forgets what a refused act brought. */
export async function dropDrafts(pool: pg.Pool, brings: Json): Promise<void> {
  const { draft, drafts } = (brings ?? {}) as { readonly draft?: number; readonly drafts?: readonly number[] };
  const ids = [...(draft === undefined ? [] : [draft]), ...(drafts ?? [])];
  if (ids.length > 0)
    await pool.query({ name: 'drafts-drop', text: 'delete from person_drafts where id = any ($1)', values: [ids] });
}

const SAME = `with kept as (
    select d.name, d.mail, d.telephone from person_drafts d where d.id = $1
    union all
    select p.name, p.mail, p.telephone from events e join persons p on p.person = e.body #>> '{with,person}'
      where e.case_id = 'people' and e.type = 'person-entered' and e.body #>> '{with,draft}' = $1::text
        and p.corrected_at is null and p.erased_at is null)
  select not exists (select from kept k where ($2::text is not null and k.name is distinct from $2)
    or ($3::text is not null and k.mail is distinct from $3) or ($4::text is not null and k.telephone is distinct from $4)) as same`;

/** Whether something sent again is what was kept then, as far as that is still known: once corrected or erased it is not. */
export async function isWhatWasKept(pool: pg.Pool, draft: number, { name, mail, telephone }: Known): Promise<boolean> {
  const values = [draft, name ?? null, mail ?? null, telephone ?? null];
  return (await oneRow<{ same: boolean }>(pool, 'draft-same', SAME, values)).same;
}
