import type pg from 'pg';
import type { Instant } from '../../domain/model/instant.js';

type Database = pg.Pool | pg.PoolClient;

/** A file that was taken in, as the book has it. */
export interface FileRow {
  readonly sha256: string;
  readonly size: number;
  readonly type: string;
  readonly scanned: 'clean' | 'unscanned' | 'infected';
}

const FILE = 'sha256, size::float8 as size, type, scanned';

export const fileRow = async (db: Database, sha256: string): Promise<FileRow | undefined> =>
  (await db.query<FileRow>({ name: 'file', text: `select ${FILE} from files where sha256 = $1`, values: [sha256] })).rows[0];

/** Held until the transaction ends by whoever puts a file into the store or takes it away. */
export const holdFile = async (db: pg.PoolClient, sha256: string): Promise<void> => {
  await db.query({
    name: 'file-hold',
    text: `select pg_advisory_xact_lock(hashtextextended('file/' || $1, 0))`,
    values: [sha256],
  });
};

/** Held until the transaction ends by whoever counts what a party has sent and adds to it: two at one instant would both find room for one. */
export const holdUploads = async (db: pg.PoolClient, party: string): Promise<void> => {
  await db.query({
    name: 'uploads-hold',
    text: `select pg_advisory_xact_lock(hashtextextended('uploads/' || $1, 0))`,
    values: [party],
  });
};

export interface Upload {
  readonly sha256: string;
  readonly party: string;
  readonly by: string;
  readonly name: string;
  readonly size: number;
  readonly at: Instant;
}

const ADD = `insert into files (sha256, size, type, scanned, scanned_at, stored_at, stored_by, party, asked_at)
    values ($1, $2, $3, $4::text, case when $4::text = 'unscanned' then null else $7::bigint end, $7, $5, $6, $7)
  on conflict (sha256) do update set asked_at = excluded.asked_at,
    scanned = case when files.scanned = 'unscanned' then excluded.scanned else files.scanned end,
    scanned_at = case when files.scanned = 'unscanned' then excluded.scanned_at else files.scanned_at end
  returning ${FILE}`;
const UPLOADED = 'insert into file_uploads (sha256, party, by, name, size, at) values ($1, $2, $3, $4, $5, $6)';

export async function addUpload(
  db: pg.PoolClient,
  upload: Upload,
  type: string,
  scanned: 'clean' | 'unscanned',
): Promise<FileRow> {
  const { sha256, party, by, name, size, at } = upload;
  const { rows } = await db.query<FileRow>({ name: 'file-add', text: ADD, values: [sha256, size, type, scanned, by, party, at] });
  await db.query({ name: 'file-uploaded', text: UPLOADED, values: [sha256, party, by, name, size, at] });
  const [row] = rows;
  if (!row) throw new Error(`file ${sha256} was not entered`);
  return row;
}

/** How much a party has sent since an instant, in bytes. */
export const sentSince = async (db: Database, party: string, since: Instant): Promise<number> =>
  (
    await db.query<{ sent: number }>({
      name: 'files-sent',
      text: 'select coalesce(sum(size), 0)::float8 as sent from file_uploads where party = $1 and at >= $2',
      values: [party, since],
    })
  ).rows[0]?.sent ?? 0;

const KNOWN = `with mine as (select f.sha256 from files f where f.sha256 = any ($1)
    and ($2::text[] is null or exists (select from file_uploads u where u.sha256 = f.sha256 and u.party = any ($2))))
  update files f set asked_at = greatest(f.asked_at, $3) from mine where mine.sha256 = f.sha256
  returning f.sha256, f.size::float8 as size, f.type, f.scanned`;

/** Which of some files are there, of those that one of the parties has sent; each stays for now. */
export const knownFiles = async (
  db: Database,
  sha256s: readonly string[],
  parties: readonly string[] | undefined,
  at: Instant,
): Promise<FileRow[]> => (await db.query<FileRow>({ name: 'files-known', text: KNOWN, values: [sha256s, parties, at] })).rows;

/** Every party that has sent a file, with the name under which it did so last. */
export const sendersOf = async (db: Database, sha256: string): Promise<{ readonly party: string; readonly name: string }[]> =>
  (
    await db.query<{ party: string; name: string }>({
      name: 'file-senders',
      text: 'select distinct on (party) party, name from file_uploads where sha256 = $1 order by party, n desc',
      values: [sha256],
    })
  ).rows;

export interface Listed extends FileRow {
  readonly n: number;
  readonly name: string;
  readonly party: string;
  readonly by: string;
  readonly at: Instant;
}

const LIST = `select u.n::float8 as n, u.name, u.party, u.by, u.at::float8 as at, f.sha256, f.size::float8 as size, f.type, f.scanned
  from file_uploads u join files f using (sha256)
  where ($1::text[] is null or u.party = any ($1)) and ($2::float8 is null or u.n < $2) order by u.n desc limit $3`;

/** What some parties have sent, or everybody, the latest first. */
export const uploadsOf = async (
  db: Database,
  {
    parties,
    after,
    limit,
  }: { readonly parties?: readonly string[] | undefined; readonly after?: number | undefined; readonly limit: number },
): Promise<Listed[]> => (await db.query<Listed>({ name: 'files-list', text: LIST, values: [parties, after, limit] })).rows;
