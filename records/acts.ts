import type pg from 'pg';
import type { Instant } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import type { Refusal } from '../domain/model/refusal.js';
import type { Act } from '../domain/model/step.js';
import { oneRow } from '../ledger/one-row.js';

/** An act as it comes in at the door, for the cases it concerns; none where no case could be found. */
export interface Filing {
  readonly actId: string;
  readonly caseIds: readonly string[];
  /** Only in a rehearsal: without it the stamp is the database's time in the transaction that stores the act. */
  readonly stamp?: Instant;
  readonly do: string;
  readonly by: string;
  readonly approvedBy?: string;
  readonly with: Json;
}

/** An act as the door keeps it. */
export interface StoredAct extends Act {
  readonly caseId: string;
  readonly state: 'stored' | 'applied' | 'refused';
  readonly refusal?: Refusal;
}

const STORE = 'select stamp, known from store_act($1, $2, $3, $4, $5, $6, $7)';

/** Stamps and stores an act. The same id again answers the first stamp. Throws when a case is not in the book. */
export const storeAct = async (pool: pg.Pool, filing: Filing): Promise<{ stamp: Instant; known: boolean }> => {
  const { actId, caseIds, stamp, by, approvedBy } = filing;
  const values = [actId, caseIds, stamp ?? null, filing.do, by, approvedBy ?? null, JSON.stringify(filing.with)];
  const row = await oneRow<{ stamp: string; known: boolean }>(pool, 'store-act', STORE, values);
  return { stamp: Number(row.stamp), known: row.known };
};

const REFUSE = `update acts set state = 'refused', refusal = $2 where act_id = $1 and state = 'stored' and ($3::text is null or case_id = $3)`;

/** Records that an act was refused, in all of its cases or in one; what is applied already stays applied. */
export const refuseAct = async (pool: pg.Pool, actId: string, refusal: Refusal, caseId?: string): Promise<void> => {
  await pool.query({ name: 'refuse-act', text: REFUSE, values: [actId, JSON.stringify(refusal), caseId ?? null] });
};

interface Row {
  act_id: string;
  case_id: string;
  stamp: string;
  do_what: string;
  by: string;
  approved_by: string | null;
  body: Json;
  state: StoredAct['state'];
  refusal: Refusal | null;
}

const actOf = (row: Row): StoredAct => ({
  id: row.act_id,
  caseId: row.case_id,
  do: row.do_what,
  by: row.by,
  ...(row.approved_by === null ? {} : { approvedBy: row.approved_by }),
  at: Number(row.stamp),
  with: row.body,
  state: row.state,
  ...(row.refusal === null ? {} : { refusal: row.refusal }),
});

const SELECT = 'select act_id, case_id, stamp, do_what, by, approved_by, body, state, refusal from acts';

/** The acts of a case that nobody has decided yet, in order of stamp: what an instant waits for. */
export const actsWaiting = async (pool: pg.Pool, caseId: string): Promise<StoredAct[]> => {
  const text = `${SELECT} where case_id = $1 and state = 'stored' order by stamp, act_id`;
  return (await pool.query<Row>({ name: 'acts-waiting', text, values: [caseId] })).rows.map(actOf);
};

/** An act by its id, once for each of its cases. */
export const actsById = async (pool: pg.Pool, actId: string): Promise<StoredAct[]> => {
  const text = `${SELECT} where act_id = $1 order by case_id`;
  return (await pool.query<Row>({ name: 'acts-by-id', text, values: [actId] })).rows.map(actOf);
};

/** Every act that was refused, in order of stamp. */
export const actsRefused = async (pool: pg.Pool): Promise<StoredAct[]> => {
  const text = `${SELECT} where state = 'refused' order by stamp, act_id, case_id`;
  return (await pool.query<Row>({ name: 'acts-refused', text })).rows.map(actOf);
};

/** What an act came to: the last event of its step in the case that decided it, and the act's stamp. */
export interface AppliedAct {
  readonly caseId: string;
  readonly seq: number;
  readonly at: Instant;
}

/** Of a trade's two cases the seller's decided it: the transaction is named after it. */
const APPLIED = `select a.case_id as "caseId", a.stamp::float8 as at, e.seq from acts a
  join lateral (select max(seq) as seq from events where case_id = a.case_id and step_key = 'act:' || a.act_id) e on e.seq is not null
  where a.act_id = $1 and a.state = 'applied' and ($2::text is null or a.case_id = $2)
  order by exists (select from transactions t where t.id = a.case_id || ':act:' || a.act_id) desc, a.case_id limit 1`;

/**
 * The answer to an act that was applied, however long ago: from the case that decided it, or from the one named.
 * Undefined where the act is not known, not decided or refused.
 */
export const appliedAct = async (pool: pg.Pool, actId: string, caseId?: string): Promise<AppliedAct | undefined> =>
  (await pool.query<AppliedAct>({ name: 'act-applied', text: APPLIED, values: [actId, caseId ?? null] })).rows[0];
