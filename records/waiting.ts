import { oneRow, type Database } from '../ledger/one-row.js';

/** How much waits on the platform at the moment. */
export interface Waiting {
  /** Requests that are stored and not decided. */
  readonly undecided: number;
  /** Letters that have not gone out, those refused for good apart. */
  readonly letters: number;
  /** Cases that stand still. */
  readonly suspended: number;
}

const WAITING = `select
  (select count(distinct act_id) from acts where state = 'stored' and role <> 'told')::int as undecided,
  (select count(*) from deliveries where sent_at is null and refused_at is null)::int as letters,
  (select count(*) from cases where suspended is not null)::int as suspended`;

export const waitingNow = (pool: Database): Promise<Waiting> => oneRow<Waiting>(pool, 'waiting-now', WAITING, []);
