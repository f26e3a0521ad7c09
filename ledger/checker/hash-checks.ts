import type pg from 'pg';
import type { Check, Finding } from './check.js';
import { PROPOSAL_CHANGED } from './approval-checks.js';
import { REQUEST_CHANGED } from './request-checks.js';
import { digest, spell } from './spelling.js';

/** The checks that no SQL answers: what each finds, for people. */
export const HASH_CHECKS: readonly Check[] = [
  REQUEST_CHANGED,
  PROPOSAL_CHANGED,
  {
    name: 'transaction-changed',
    zh: '交易或其分录被改动',
    en: 'a transaction or one of its postings is not what it was when it was written',
    of: 'transaction',
  },
  {
    name: 'chain-broken',
    zh: '事件链断裂',
    en: 'an event is not what it was when it was written, or is missing: the first one of its case',
    of: 'event',
  },
  {
    name: 'time-goes-back',
    zh: '事件的时间早于其前一事件',
    en: 'an event of a case is earlier than the one before it: the first one of its case',
    of: 'event',
  },
  { name: 'chain-end', zh: '案件与其事件链末端不符', en: 'a case does not stand where its chain ends', of: 'case' },
  {
    name: 'anchored-head-gone',
    zh: '锚定的事件已不在案件的链上',
    en: 'an event that was anchored does not stand in its case any more: the chain was written anew',
    of: 'event',
  },
];

interface EventRow {
  case_id: string;
  seq: number;
  step_key: string;
  k: number;
  body: unknown;
  hash: string;
  seal: string;
  at: number;
  before: string | null;
  place: number;
  key_before: string | null;
  k_before: number | null;
  at_before: number | null;
}

const EVENTS = `select case_id, seq, step_key, k, body, hash, seal, lag(hash) over chain as before, (row_number() over chain)::int as place,
    lag(step_key) over chain as key_before, lag(k) over chain as k_before,
    (lag(at) over chain)::float8 as at_before, at::float8 as at
  from events where case_id = any ($1) window chain as (partition by case_id order by seq) order by case_id, seq`;

const wrongWith = (row: EventRow): string | undefined => {
  if (row.seq !== row.place) return `stands in place ${String(row.place)}`;
  if (digest([row.before ?? '', row.case_id, spell(row.body)].join('\n')) !== row.hash) return 'its hash is not that of its body';
  if (digest([row.hash, row.step_key, String(row.k)].join('\n')) !== row.seal) return 'its seal is not that of its cause';
  const follows = row.step_key === row.key_before ? row.k === (row.k_before ?? 0) + 1 : row.k === 1;
  return follows ? undefined : `is number ${String(row.k)} of its step`;
};

const inBeijing = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().replace('Z', '+08:00');

const earlierThanBefore = ({ at, at_before }: EventRow): string | undefined =>
  at_before !== null && at < at_before ? `is of ${inBeijing(at)}, the event before it of ${inBeijing(at_before)}` : undefined;

const SLICE = 200;

/** Every chain, event by event; of each case the first event that does not agree, and the first that goes back in time. */
export const chainDifferences = async (db: pg.Pool | pg.ClientBase): Promise<Finding[]> => {
  const { rows: cases } = await db.query<{ case_id: string }>('select case_id from cases order by case_id');
  const differences: Finding[] = [];
  for (let from = 0; from < cases.length; from += SLICE) {
    const names = cases.slice(from, from + SLICE).map((one) => one.case_id);
    const seen = new Set<string>();
    const first = (check: string, row: EventRow, found: string | undefined): void => {
      if (found === undefined || seen.has(`${check} ${row.case_id}`)) return;
      seen.add(`${check} ${row.case_id}`);
      differences.push({ check, subject: `${row.case_id}/${String(row.seq)}`, found });
    };
    for (const row of (await db.query<EventRow>(EVENTS, [names])).rows) {
      first('chain-broken', row, wrongWith(row));
      first('time-goes-back', row, earlierThanBefore(row));
    }
  }
  return differences;
};

const ENDS = `select c.case_id as subject, case when c.seq <> coalesce(e.seq, 0) or c.head <> coalesce(e.hash, '')
      then 'the case says event ' || c.seq || ', its chain ends at ' || coalesce(e.seq, 0)
      else 'the case says it has played up to ' || c.played_to || ', its last event is of ' || e.at end as found
  from cases c left join lateral (select seq, hash, at from events where case_id = c.case_id order by seq desc limit 1) e on true
  where c.seq <> coalesce(e.seq, 0) or c.head <> coalesce(e.hash, '') or c.played_to <> e.at`;

/** Cases that do not stand where their chains end. */
export const endDifferences = async (db: pg.Pool | pg.ClientBase): Promise<Finding[]> =>
  (await db.query<Omit<Finding, 'check'>>(ENDS)).rows.map((row) => ({ check: 'chain-end', ...row }));

const GONE = `select distinct on (h.case_id) h.case_id || '/' || h.seq as subject, 'is not the event that was anchored on ' || h.day as found
  from anchored_heads h left join events e on e.case_id = h.case_id and e.seq = h.seq
  where e.hash is distinct from h.head order by h.case_id, h.day`;

/** Of each case the first event that was anchored once a day and is not what it was. */
export const anchorDifferences = async (db: pg.Pool | pg.ClientBase): Promise<Finding[]> =>
  (await db.query<Omit<Finding, 'check'>>(GONE)).rows.map((row) => ({ check: 'anchored-head-gone', ...row }));

interface TransactionRow {
  id: string;
  head: [string, string, number, number, string];
  postings: [string, string, string, string][] | null;
  hash: string;
}

const TRANSACTIONS = `select t.id, t.hash, json_build_array(t.id, t.case_id, t.seq, t.at, t.by) as head,
    (select json_agg(json_build_array(p.account, p.lot, p.product, p.quantity::text) order by p.n) from postings p where p.tx = t.id) as postings
  from transactions t where t.id > $1 order by t.id limit 5000`;

/** Transactions that are not what they were when they were written. */
export const sealDifferences = async (db: pg.Pool | pg.ClientBase): Promise<Finding[]> => {
  const differences: Finding[] = [];
  for (let last: string | undefined = ''; last !== undefined;) {
    const { rows }: pg.QueryResult<TransactionRow> = await db.query<TransactionRow>(TRANSACTIONS, [last]);
    for (const { id, head, postings, hash } of rows)
      if (digest([head, ...(postings ?? [])].map((part) => JSON.stringify(part)).join('\n')) !== hash)
        differences.push({ check: 'transaction-changed', subject: id, found: 'its hash is not that of its postings' });
    last = rows.at(-1)?.id;
  }
  return differences;
};
