import type pg from 'pg';
import type { Instant } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import type { Refusal } from '../domain/model/refusal.js';
import { letIn, type Act, type NamedAct } from '../domain/model/step.js';
import { oneRow, type Database } from '../ledger/one-row.js';
import { grouped } from './grouped.js';
import type { Office } from './in-office.js';
import { together } from './together.js';

/**
 * What a case has to do with a request: it decides it; it answers for itself, at once (`each`) or once the decider has taken it
 * (`after`); or it is told of it, and plays up to its stamp before it is decided (`told`).
 */
export type Role = 'decides' | 'each' | 'after' | 'told';

export interface Concern {
  readonly case: string;
  readonly role: Role;
}

/** One attempt of one asker to do an act, as it is stored: who decides, who is told, all at once. */
export interface Filing {
  readonly asker: string;
  /** The asker's own; unique with the asker. */
  readonly id: string;
  /** The hash of what was asked: the same id again must be the same. */
  readonly asked: string;
  readonly do: string;
  readonly by: string;
  readonly approvedBy?: string;
  readonly for?: string;
  readonly cycle?: number;
  readonly with: Json;
  readonly cases: readonly Concern[];
  /** Only in a rehearsal: without it the stamp is the database's time in the transaction that stores the act. */
  readonly stamp?: Instant;
  /** No earlier than this, and than what the cases have played: what the platform asks for itself belongs to an instant. */
  readonly atLeast?: Instant;
  /** The request that made the platform ask. */
  readonly causedBy?: string;
  /** Of one that no case decides: refused here, or to be decided by the desk itself. */
  readonly state?: 'stored' | 'refused';
  readonly refusal?: Refusal;
  /** As what its asker acts who has signed in; not stored unless they are that at the stamp (`notStanding`). */
  readonly office?: Office;
}

/** What storing came to: the desk's number and the stamp; known before or not, and then whether it is the same that was asked. */
export interface Storing {
  readonly act: string;
  readonly stamp: Instant;
  readonly known: boolean;
  readonly same: boolean;
}

/** An act as the book keeps it for one case. */
export interface StoredAct extends NamedAct {
  readonly asker: string;
  /** The id under which its asker knows it. */
  readonly askedAs: string;
  /** Empty where no case decides it. */
  readonly caseId: string;
  readonly role: Role;
  /** `ready`: told, and played up to its stamp. */
  readonly state: 'stored' | 'ready' | 'applied' | 'refused';
  readonly refusal?: Refusal;
  readonly causedBy?: string;
}

const STORE = 'select act_id as act, stamp, known, same from store_request($1)';

/** Stamps and stores a request. The same id again answers what was stored, and stores nothing. Throws when a case is not in the book. */
export const storeRequest = async (pool: Database, filing: Filing): Promise<Storing> => {
  const row = await oneRow<Omit<Storing, 'stamp'> & { stamp: string }>(pool, 'store-request', STORE, [JSON.stringify(filing)]);
  return { ...row, stamp: Number(row.stamp) };
};

const STORE_MANY = `select s.act_id as act, s.stamp, s.known, s.same from jsonb_array_elements($1::jsonb) with ordinality one (p, n)
  cross join lateral store_request(one.p) s order by one.n`;

/** The same for many, one after the other, in one question. */
export const storeRequests = async (db: Database, filings: readonly Filing[]): Promise<Storing[]> => {
  type Found = Omit<Storing, 'stamp'> & { readonly stamp: string };
  const { rows } = await db.query<Found>({ name: 'store-requests', text: STORE_MANY, values: [JSON.stringify(filings)] });
  return rows.map((row) => ({ ...row, stamp: Number(row.stamp) }));
};

/**
 * Records that a case refused an act: one that decides, for all that hang on it. False where nothing was refused: it is applied already, or was
 * refused before.
 */
export const refuseAct = async (pool: Database, act: string, caseId: string, refusal: Refusal): Promise<boolean> => {
  const text = 'select refuse_act($1, $2, $3) as refused';
  const values = [act, caseId, JSON.stringify(refusal)];
  return (await oneRow<{ refused: boolean }>(pool, 'refuse-act', text, values)).refused;
};

const SETTLE = `update requests set state = $2, refusal = $3 where act_id = $1 and state = 'stored'`;

/** Records what the desk itself decided of a request that no case decides. */
export const settleRequest = async (pool: pg.Pool, act: string, refusal?: Refusal): Promise<void> => {
  const values = [act, refusal ? 'refused' : 'applied', refusal ? JSON.stringify(refusal) : null];
  await pool.query({ name: 'settle-request', text: SETTLE, values });
};

/** A case that is told of acts has played up to them. */
export const markReady = async (pool: pg.Pool, caseId: string, acts: readonly string[]): Promise<void> => {
  const text = `update acts set state = 'ready' where case_id = $1 and act_id = any ($2) and role = 'told' and state = 'stored'`;
  await pool.query({ name: 'mark-ready', text, values: [caseId, acts] });
};

interface Row {
  act_id: string;
  asker: string;
  id: string;
  case_id: string | null;
  role: Role | null;
  stamp: string;
  do_what: string;
  by: string;
  approved_by: string | null;
  body: Json;
  state: StoredAct['state'];
  refusal: Refusal | null;
  caused_by: string | null;
}

const actOf = (row: Row): StoredAct => ({
  id: row.act_id,
  asker: row.asker,
  askedAs: row.id,
  caseId: row.case_id ?? '',
  role: row.role ?? 'decides',
  do: row.do_what,
  by: row.by,
  ...(row.approved_by === null ? {} : { approvedBy: row.approved_by }),
  at: Number(row.stamp),
  with: row.body,
  state: row.state,
  ...(row.refusal === null ? {} : { refusal: row.refusal }),
  ...(row.caused_by === null ? {} : { causedBy: row.caused_by }),
});

const COLUMNS = `r.act_id, r.asker, r.id, a.case_id, a.role, r.stamp, r.do_what, r.by, r.approved_by, r.body, r.caused_by,
  coalesce(a.state, r.state) as state, coalesce(a.refusal, r.refusal) as refusal`;
const OPEN = "a.state in ('stored', 'ready')";
/** The decider first, and of the rest those that hold an account. */
const ORDER = 'a.role <> \'decides\', a.case_id collate "C"';

/** The act as its cases are told it. */
export const actIn = ({ id, do: what, by, approvedBy, at, with: brings }: StoredAct): Act =>
  letIn({ id, do: what, by, at, with: brings, ...(approvedBy === undefined ? {} : { approvedBy }) });

const READ_AT_ONCE = 20;

/** The acts of a case that it has not decided yet or is to be told of, in order of stamp, so many at once. */
export const actsWaiting = async (pool: Database, caseId: string, limit = READ_AT_ONCE): Promise<StoredAct[]> => {
  const text = `select ${COLUMNS} from acts a join requests r on r.act_id = a.act_id
    where a.case_id = $1 and ${OPEN} order by a.stamp, length(a.act_id), a.act_id limit $2`;
  return (await pool.query<Row>({ name: 'acts-waiting', text, values: [caseId, limit] })).rows.map(actOf);
};

const byId = together<StoredAct[]>(async (pool, acts) => {
  const text = `select ${COLUMNS} from requests r left join acts a on a.act_id = r.act_id where r.act_id = any ($1) order by r.act_id, ${ORDER}`;
  const { rows } = await pool.query<Row>({ name: 'acts-by-id', text, values: [acts] });
  return grouped(rows.map(actOf), ({ id }) => id);
});

/** An act by the desk's number, once for each of its cases, the one that decides first; once where no case decides it. */
export const actsById = async (pool: pg.Pool, act: string): Promise<StoredAct[]> => (await byId(pool, act)) ?? [];

/** What askers call by this id, of one asker where it is named: for each request all of its cases. */
export const actsAskedAs = async (pool: pg.Pool, id: string, asker?: string): Promise<StoredAct[]> => {
  const text = `select ${COLUMNS} from requests r left join acts a on a.act_id = r.act_id
    where r.id = $1 and ($2::text is null or r.asker = $2) order by length(r.act_id), r.act_id, ${ORDER}`;
  return (await pool.query<Row>({ name: 'acts-asked-as', text, values: [id, asker ?? null] })).rows.map(actOf);
};

/** Every act that was refused, in order of stamp. */
export const actsRefused = async (pool: pg.Pool): Promise<StoredAct[]> => {
  const text = `select ${COLUMNS} from requests r left join acts a on a.act_id = r.act_id and a.role <> 'told'
    where coalesce(a.state, r.state) = 'refused' order by r.stamp, length(r.act_id), r.act_id, a.case_id`;
  return (await pool.query<Row>({ name: 'acts-refused', text })).rows.map(actOf);
};

/**
 * What was stored longer ago than so many seconds and nobody has decided: by case, in order of stamp, one query. Suspended cases wait; `but`:
 * left out, cases by name, and by number what no case decides.
 */
export const actsForgotten = async (
  pool: pg.Pool,
  olderThanSeconds: number,
  limit: number,
  but: readonly string[] = [],
): Promise<StoredAct[]> => {
  const text = `select ${COLUMNS} from requests r left join acts a on a.act_id = r.act_id
      left join cases c on c.case_id = a.case_id
    where coalesce(a.state, r.state) = 'stored' and (a.role is null or a.role <> 'told') and c.suspended is null
      and r.act_id in (select act_id from acts where state in ('stored', 'ready') union all select act_id from requests where state = 'stored')
      and r.recorded_at < clock_timestamp() - $1 * interval '1 second' and coalesce(a.case_id, r.act_id) <> all ($3)
    order by r.stamp, length(r.act_id), r.act_id limit $2`;
  return (await pool.query<Row>({ name: 'acts-forgotten', text, values: [olderThanSeconds, limit, but] })).rows.map(actOf);
};

/** How many requests of an asker the door has refused within so many seconds. */
export const refusedOf = async (pool: pg.Pool, asker: string, seconds: number): Promise<number> => {
  const text = `select count(*)::int as n from requests
    where asker = $1 and state = 'refused' and recorded_at > clock_timestamp() - $2 * interval '1 second'`;
  return (await oneRow<{ n: number }>(pool, 'refused-of', text, [asker, seconds])).n;
};

const lastEvent = together<number>(async (pool, steps) => {
  const text = `select p.of, max(e.seq)::int as seq from unnest($1::text[]) p (of)
    join events e on e.step_key = 'act:' || split_part(p.of, ' ', 1) and e.case_id = split_part(p.of, ' ', 2) group by p.of`;
  const { rows } = await pool.query<{ of: string; seq: number }>({ name: 'acts-last-events', text, values: [steps] });
  return new Map(rows.map(({ of, seq }) => [of, seq]));
});

/** The number of the last event of an act's step in a case; none where the case has not taken it. */
export const lastEventOf = (pool: pg.Pool, act: string, caseId: string): Promise<number | undefined> =>
  lastEvent(pool, `${act} ${caseId}`);
