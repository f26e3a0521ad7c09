import type pg from 'pg';
import type { Instant } from '../domain/model/instant.js';
import type { Party } from '../domain/model/party.js';
import type { Template } from '../domain/model/template.js';

/** A notice that no step of a case writes: what the platform sees of itself. Its id says of what; the same is told once. */
export interface Beside {
  readonly id: string;
  readonly caseId: string;
  readonly unit: string;
  readonly party: Party;
  readonly template: Template;
  readonly at: Instant;
  readonly say: Readonly<Record<string, string>>;
}

const TELL = `insert into outbox (id, case_id, unit, party_kind, party, role, template, at, say)
  select r.id, r."caseId", r.unit, r.party ->> 'kind', r.party ->> 'id', r.party ->> 'role', r.template, r.at, r.say
  from jsonb_to_recordset($1::jsonb) r (id text, "caseId" text, unit text, party jsonb, template text, at bigint, say jsonb)
  on conflict (id) do nothing`;

/** Tells what has not been told yet; answers how much of it that is. */
export const tellBeside = async (pool: pg.Pool, notices: readonly Beside[]): Promise<number> =>
  notices.length === 0
    ? 0
    : ((await pool.query({ name: 'tell-beside', text: TELL, values: [JSON.stringify(notices)] })).rowCount ?? 0);
