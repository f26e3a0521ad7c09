import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import type { Instant } from '../../domain/model/instant.js';
import { garbledAt } from '../../domain/model/text.js';
import { isRefusal, refuse, type Refusal } from '../../domain/model/refusal.js';
import { loadForm } from '../../regulation/forms/load.js';
import { inTransaction, type Outcome } from '../../records/connection.js';
import { standIn, whileIn, type Office } from '../../records/in-office.js';
import type { NamedFile } from '../forms/brings.js';
import { look, type NamedFinding } from '../forms/findings.js';
import { shapeErrors, type ShapeError } from '../forms/shape.js';
import { unknownDocument } from '../forms/unfit.js';
import { tidy, type Values } from '../forms/values.js';
import { isOfType } from '../files/kinds.js';
import { filesInBook, namedOtherwise, unknownFile, type KnownFiles } from './known-files.js';
import { beforeOf, composed, formOf, latestFormOf, lookedOf, rulebookFor } from './reading.js';
import {
  beginVersion,
  documentOf,
  filedOf,
  keepExplanations,
  keepFindings,
  makeDocument,
  readDocument,
  saveVersion,
  type DocumentRow,
  type Made,
  type Saved,
} from './rows.js';

export interface DocumentsOptions {
  readonly pool: pg.Pool;
  readonly files?: KnownFiles;
  /** Another folder with the law than the shipped one. */
  readonly regulation?: string;
}

/** What somebody writes, and when. */
export interface Writing {
  readonly values?: Values | undefined;
  /** By name and hash; how large they are the store knows. */
  readonly files?: readonly Pick<NamedFile, 'name' | 'sha256'>[] | undefined;
  readonly by: string;
  readonly at: Instant;
  /** As what they write: still so when it is written. */
  readonly office?: Office | undefined;
}

/** What a look at a document comes to: what keeps it from being filed, and what its district will see. */
export interface Checked {
  readonly document: DocumentRow;
  readonly errors: readonly ShapeError[];
  readonly findings: readonly NamedFinding[];
}

export const documentChanged = (id: string, version?: number): Refusal =>
  refuse(
    'document-changed',
    `文件 ${id}${version === undefined ? '' : ` 第 ${String(version)} 版`}已有他人保存的新内容，请重新打开`,
    `${id}${version === undefined ? '' : ` version ${String(version)}`} is not as it was: somebody has saved it since, look at it again`,
  );

/** Documents as they are written: drafts shared among a party's people, checked, fixed once they are filed, corrected by a new version. */
export class Documents {
  readonly pool: pg.Pool;
  readonly regulation: string | undefined;
  private readonly files: KnownFiles;

  constructor({ pool, files, regulation }: DocumentsOptions) {
    this.pool = pool;
    this.files = files ?? filesInBook(pool);
    this.regulation = regulation;
  }

  /** Begins a document. Where the party has one of the same already, that one; `begun` says which. */
  async make(of: Made, writing: Writing): Promise<{ readonly row: DocumentRow; readonly begun: boolean } | Refusal> {
    const form = loadForm({ name: of.form, cycle: of.cycle }, this.regulation);
    const written = await this.written(of.party, writing);
    if (isRefusal(written)) return written;
    const made = await inTransaction(this.pool, async (db): Promise<Outcome<string | undefined>> => {
      await standIn(db, writing.office);
      const document = await makeDocument(db, of, writing.by, writing.at);
      if (document === undefined) return { undo: undefined };
      await beginVersion(db, document, 1, this.savedAs({ ...of, id: document, version: 1, form, ...written }, writing));
      return { keep: document };
    });
    const document = made ?? (await documentOf(this.pool, of));
    const row = document === undefined ? undefined : await readDocument(this.pool, document);
    if (!row) throw new Error(`a document of ${of.form} about ${of.unit} was neither made nor found`);
    return { row, begun: made !== undefined };
  }

  /** Saves what is written over what the writer saw; what was sealed or filed is left as it is, and a new version begins. */
  async save(row: DocumentRow, revision: number, writing: Writing): Promise<DocumentRow | Refusal> {
    if (!row.latest || row.revision !== revision) return documentChanged(row.document, row.version);
    const form = latestFormOf(row, this.regulation);
    const written = await this.written(row.party, {
      ...writing,
      values: writing.values ?? row.values,
      files: writing.files ?? row.files,
    });
    if (isRefusal(written)) return written;
    const isFixed = row.state === 'sealed' || row.state === 'filed';
    const version = isFixed ? row.version + 1 : row.version;
    const saved = this.savedAs({ ...row, month: row.month ?? undefined, id: row.document, version, form, ...written }, writing);
    const done = await whileIn(this.pool, writing.office, (db) =>
      isFixed
        ? beginVersion(db, row.document, version, { ...saved, explanations: row.explanations })
        : saveVersion(db, row.document, version, saved, revision),
    );
    const now = done ? await readDocument(this.pool, row.document, version) : undefined;
    return now ?? documentChanged(row.document, row.version);
  }

  /** Looks at a version as it stands, and keeps what was found where it can still change. */
  async check(row: DocumentRow, office?: Office): Promise<Checked> {
    const errors = shapeErrors(formOf(row, this.regulation), row.values);
    const missing = await this.missingFiles(row);
    const all = [
      ...errors,
      ...missing.map((sha256): ShapeError => ({ path: ['files'], zh: `没有上传 ${sha256}`, en: `${sha256} was never uploaded` })),
    ];
    if (row.state === 'filed') return { document: row, errors: all, findings: row.findings };
    const findings = await this.found(row);
    // what is kept of it already is not written again: a look at a page is no change
    if (row.state !== 'draft' && isDeepStrictEqual(row.findings, JSON.parse(JSON.stringify(findings))))
      return { document: row, errors: all, findings };
    await whileIn(this.pool, office, (db) => keepFindings(db, row, findings));
    const now = (await readDocument(this.pool, row.document, row.version)) ?? row;
    return { document: now, errors: all, findings };
  }

  /** What its makers say to findings, by their names. */
  async explain(row: DocumentRow, said: Readonly<Record<string, string>>, office?: Office): Promise<DocumentRow | Refusal> {
    if (!(await whileIn(this.pool, office, (db) => keepExplanations(db, row, said))))
      return documentChanged(row.document, row.version);
    return (await readDocument(this.pool, row.document, row.version)) ?? unknownDocument(row.document);
  }

  /** What is found in a version, beside what the unit filed before. */
  async found(row: DocumentRow): Promise<readonly NamedFinding[]> {
    const filed = await filedOf(this.pool, [row.unit]);
    const before = filed.filter(({ document }) => document !== row.document).map((one) => beforeOf(one, this.regulation));
    return look(lookedOf(row, this.regulation), before, rulebookFor(row.cycle, this.regulation)).findings;
  }

  /** Files that a version names and that its party has not sent. */
  async missingFiles({ files, party }: DocumentRow): Promise<string[]> {
    const sha256 = files.map((file) => file.sha256);
    const known = await this.files.known(sha256, party);
    return sha256.filter((one) => !known.has(one));
  }

  private savedAs(of: Parameters<typeof composed>[0], { by, at }: Writing): Saved {
    const { totals, sha256 } = composed(of, rulebookFor(of.cycle, this.regulation));
    const { values, files, form } = of;
    return { values, files, totals, sha256, at, by, formVersion: form.version, formDigest: form.digest };
  }

  /** What is written, in its one spelling. Refused: a text that cannot be kept, a file that nobody has uploaded. */
  private async written(
    party: string,
    { values = {}, files = [] }: Writing,
  ): Promise<{ values: Values; files: NamedFile[] } | Refusal> {
    const garbled = garbledAt(values, ['values']);
    if (garbled)
      return {
        ...refuse(
          'bad-input',
          `${garbled.join('.')}：含有控制字符或残缺字符`,
          `${garbled.join('.')} has control characters or half a character`,
        ),
        path: garbled,
      };
    const hashes = files.map(({ sha256 }) => sha256.toLowerCase());
    const known = await this.files.known(hashes, party);
    const missing = hashes.findIndex((one) => !known.has(one));
    if (missing >= 0) {
      const { name = '' } = files[missing] ?? {};
      return unknownFile(name, hashes[missing] ?? '', ['files', missing, 'sha256']);
    }
    const otherwise = files.findIndex(({ name }, n) => !isOfType(name, known.get(hashes[n] ?? '')?.type));
    if (otherwise >= 0) {
      const { name = '' } = files[otherwise] ?? {};
      return namedOtherwise(name, known.get(hashes[otherwise] ?? '')?.type ?? '', ['files', otherwise, 'name']);
    }
    return {
      values: tidy(values),
      files: files.map(({ name }, n) => ({ name, sha256: hashes[n] ?? '', size: known.get(hashes[n] ?? '')?.size ?? 0 })),
    };
  }
}
