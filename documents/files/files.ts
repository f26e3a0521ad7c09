import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Transform, type Readable } from 'node:stream';
import type pg from 'pg';
import pLimit from 'p-limit';
import { isRefusal, type Refusal } from '../../domain/model/refusal.js';
import { dayOf, startOf, type Instant } from '../../domain/model/instant.js';
import { inTransaction } from '../../records/connection.js';
import { standIn, type Office } from '../../records/in-office.js';
import { fileTooLarge, type Incoming } from './incoming.js';
import { FILE_KINDS, kindNamed, unsafe } from './kinds.js';
import { lookAt } from './look/look.js';
import { wrongName } from './names.js';
import { FileError, noRoom, refuseFile, type FileRefused } from './refused.js';
import { addUpload, fileRow, holdFile, holdUploads, knownFiles, sentSince, type FileRow } from './rows.js';
import type { Scanner } from './scanner.js';
import type { Staged, Store } from './store.js';

/** How much is taken in, in bytes: of one file, of one party in a day. */
export interface FileBounds {
  readonly file: number;
  readonly partyDay: number;
}

export interface FilesParts {
  readonly pool: pg.Pool;
  readonly store: Store;
  readonly incoming: Incoming;
  readonly bounds: FileBounds;
  /** None where no scanner is configured: then every file is marked as not looked at. */
  readonly scanner?: Scanner | undefined;
  /** The wall clock. */
  readonly now?: () => Instant;
  readonly log?: ((line: string) => void) | undefined;
}

/** Does what is written in office: with which, or a refusal. */
export type Under = <T>(write: (office: Office) => Promise<T>) => Promise<T | Refusal>;

/** A file that somebody sends, with who and for which party, as acts name people. */
export interface Sent {
  readonly name: string;
  readonly party: string;
  readonly by: string;
  readonly pieces: AsyncIterable<Uint8Array>;
  /** What its sender says that it has, where they say so. */
  readonly size?: number | undefined;
  /** The SHA-256 that it has, in lower-case hex, where they say so. */
  readonly sha256?: string | undefined;
  /** Has it entered in office, where they send it as somebody: still so once all of it has come. */
  readonly under?: Under | undefined;
}

export type Taken = FileRow & { readonly name: string };

/** How many are sent at once: of one party, of all. More is told to come again. */
const AT_ONCE_PARTY = 6;
const AT_ONCE = 48;
/** How many are looked through and brought into the store at once. */
const LOOKING = 4;
const SECONDS = 1_000;

const FIRST_SECONDS = 5;
const busy = (): FileRefused => ({
  ...refuseFile(
    'too-many',
    '同时上传的文件过多，请稍后再传',
    'too many files are coming in at once: send it again a little later',
  ),
  retryAfter: FIRST_SECONDS,
});

function badName(name: string): FileRefused | undefined {
  const wrong = wrongName(name);
  return wrong && refuseFile('bad-input', ...wrong);
}

const changedOnItsWay = (): FileRefused =>
  refuseFile(
    'bad-input',
    '收到的文件与所附摘要不符，未收取；请重新上传',
    'what arrived is not what its digest says, and was not taken: send it again',
  );

/** Files: taken in, looked at, kept once under their hash, handed out as they came. */
export class Files {
  readonly store: Store;
  readonly bounds: FileBounds;
  private readonly parts: FilesParts;
  private readonly now: () => Instant;
  private readonly looking = pLimit(LOOKING);
  private readonly coming = new Map<string, number>();

  constructor(parts: FilesParts) {
    this.parts = parts;
    this.store = parts.store;
    this.bounds = parts.bounds;
    this.now = parts.now ?? Date.now;
  }

  get scanner(): Scanner | undefined {
    return this.parts.scanner;
  }

  /** Takes away what was left of files that never arrived. */
  sweep(now: Instant): Promise<number> {
    return this.parts.incoming.sweep(now);
  }

  /** Takes a file in, or says why not; then nothing of it is left. Throws what the sender's stream throws. */
  async put(sent: Sent): Promise<Taken | FileRefused> {
    const all = [...this.coming.values()].reduce((sum, one) => sum + one, 0);
    const own = this.coming.get(sent.party) ?? 0;
    if (own >= AT_ONCE_PARTY || all >= AT_ONCE) return busy();
    this.coming.set(sent.party, own + 1);
    try {
      return (await this.refusedUnread(sent)) ?? (await this.taken(sent));
    } catch (error) {
      if (error instanceof FileError) return error.refused;
      const full = noRoom(error);
      if (!full) throw error;
      this.parts.log?.(JSON.stringify({ failed: String(error) }));
      return full;
    } finally {
      const left = (this.coming.get(sent.party) ?? 1) - 1;
      if (left > 0) this.coming.set(sent.party, left);
      else this.coming.delete(sent.party);
    }
  }

  /** What is refused without a byte of it being read. */
  private async refusedUnread({ name, party, size = 0 }: Sent): Promise<FileRefused | undefined> {
    const bad = badName(name);
    if (bad) return bad;
    kindNamed(name);
    if (size > this.bounds.file) return fileTooLarge(this.bounds.file).refused;
    return this.overDay(this.parts.pool, party, size);
  }

  private async overDay(db: pg.Pool | pg.PoolClient, party: string, size: number): Promise<FileRefused | undefined> {
    const now = this.now();
    const today = startOf(dayOf(now));
    const left = this.bounds.partyDay - (await sentSince(db, party, today));
    if (size <= left && left > 0) return undefined;
    const { zh, en } = {
      zh: '贵单位今日上传的文件总量已达上限，请于次日再传，或联系平台运行人员',
      en: 'your party has sent as much as it may in one day: send the rest tomorrow, or ask the operators of the platform',
    };
    const tomorrow = startOf(dayOf(today + 36 * 3_600 * SECONDS));
    return { ...refuseFile('too-many', zh, en), retryAfter: Math.ceil((tomorrow - now) / SECONDS) };
  }

  private async taken(sent: Sent): Promise<Taken | FileRefused> {
    const staged = await this.parts.incoming.stage(sent.pieces, this.bounds.file);
    try {
      if ((sent.sha256 ?? staged.sha256) !== staged.sha256) return changedOnItsWay();
      return await this.looking(() => this.kept(staged, sent));
    } finally {
      await rm(staged.path, { force: true });
    }
  }

  private async kept(staged: Staged, { name, party, by, under }: Sent): Promise<Taken | FileRefused> {
    const kind = await lookAt(staged, name);
    const scanned = await this.scanned(staged);
    const { sha256, size } = staged;
    const upload = { sha256, size, party, by, name, at: this.now() };
    const enter = (office?: Office): Promise<FileRow | FileRefused> =>
      inTransaction<FileRow | FileRefused>(this.parts.pool, async (db) => {
        await standIn(db, office);
        await holdFile(db, sha256);
        await holdUploads(db, party);
        const over = await this.overDay(db, party, size);
        if (over) return { undo: over };
        if (!(await this.store.has(sha256, size))) await this.store.keep(staged);
        return { keep: await addUpload(db, upload, FILE_KINDS[kind].type, scanned) };
      });
    const row = under ? await under(enter) : await enter();
    if (isRefusal(row)) return refuseFile('not-allowed', row.zh, row.en);
    return 'code' in row ? row : { ...row, name };
  }

  /** A scanner that is away makes nobody late: the file is marked as not looked at, and looked at by night. */
  private async scanned({ path, sha256 }: Staged): Promise<'clean' | 'unscanned'> {
    const { scanner, log } = this.parts;
    if (!scanner) return 'unscanned';
    const said = await scanner.scan(createReadStream(path));
    if ('found' in said)
      throw unsafe(
        `文件含恶意内容（${said.found}），已拒收；请杀毒后重新生成并上传`,
        `malware was found in it (${said.found}): clean the machine, make the file again and send that`,
      );
    if ('away' in said) log?.(JSON.stringify({ at: new Date().toISOString(), scanner: said.away, file: sha256 }));
    return 'clean' in said ? 'clean' : 'unscanned';
  }

  /**
   * Which of some files are there; of those that one of `parties` has sent, where they are named: whoever may name another's file could read
   * it. Each that is asked for stays 30 days more.
   */
  async known(sha256s: readonly string[], parties?: readonly string[]): Promise<ReadonlyMap<string, FileRow>> {
    if (sha256s.length === 0) return new Map();
    const rows = await knownFiles(this.parts.pool, sha256s, parties, this.now());
    return new Map(rows.map((row) => [row.sha256, row]));
  }

  /** What is in a file, as it came: one that is not what it was any more breaks off before its end. Undefined where there is none. */
  async get(sha256: string): Promise<{ readonly row: FileRow; readonly body: Readable } | undefined> {
    const row = await fileRow(this.parts.pool, sha256);
    const body = row && (await this.store.read(sha256));
    return row && body && { row, body: asItCame(body, row) };
  }
}

/** Holds the last piece back until the hash of all agrees. */
export function asItCame(body: Readable, { sha256, size }: Pick<FileRow, 'sha256' | 'size'>): Readable {
  const hash = createHash('sha256');
  let held: Buffer | undefined;
  let seen = 0;
  const whole = new Transform({
    transform(piece: Buffer, _encoding, done) {
      hash.update(piece);
      seen += piece.length;
      const before = held;
      held = piece;
      done(null, before);
    },
    flush(done) {
      if (seen === size && hash.digest('hex') === sha256) done(null, held);
      else done(new Error(`file ${sha256} is not what it was`));
    },
  });
  body.once('error', (error) => whole.destroy(error));
  whole.once('close', () => body.destroy());
  return body.pipe(whole);
}
