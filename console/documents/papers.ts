import type { Context } from 'hono';
import type { Checked } from '../../documents/drafts/documents.js';
import type { DocumentRow } from '../../documents/drafts/rows.js';
import type { NamedFile } from '../../documents/forms/brings.js';
import type { Values } from '../../documents/forms/values.js';
import type { Seal } from '../../documents/seals/seals.js';
import type { Caller } from '../../parties/caller.js';
import type { Form } from '../../regulation/forms/form.js';
import type { Said, Signed } from '../said.js';

/** Which document is meant before it has a number. */
export interface PaperAsked {
  readonly form: string;
  readonly unit?: string;
  readonly cycle?: number;
  readonly month?: string;
}

export interface PaperSaved {
  readonly revision: number;
  readonly values?: Values;
  readonly files?: readonly Pick<NamedFile, 'name' | 'sha256'>[];
}

type Answer<T> = Promise<T | Said>;

/** What a browser is given to keep. */
export interface Kept {
  readonly stream: ReadableStream;
  readonly headers: Readonly<Record<string, string>>;
}

/** Documents as pages know them: each call answers what the API's does, for whoever has signed in. */
export interface Papers {
  /** Begins one, or answers the one there is. */
  begin(caller: Caller, asked: PaperAsked): Answer<DocumentRow>;
  /** The one that the party has of the same already. */
  find(caller: Caller, asked: PaperAsked): Answer<DocumentRow | undefined>;
  read(caller: Caller, id: string, version?: number): Answer<DocumentRow>;
  save(caller: Caller, id: string, saved: PaperSaved): Answer<DocumentRow>;
  check(caller: Caller, id: string): Answer<Checked>;
  explain(caller: Caller, id: string, said: Readonly<Record<string, string>>): Answer<DocumentRow>;
  list(
    caller: Caller,
    asked: { readonly unit: string; readonly after?: string; readonly limit: number },
  ): Answer<{ readonly rows: readonly DocumentRow[]; readonly after?: string }>;
  /** What was filed of the same form before it: of the month before, of a yearly one in the cycle before. */
  before(row: DocumentRow): Promise<DocumentRow | undefined>;
  /** The bytes that a seal signs. */
  manifest(caller: Caller, id: string): Answer<string>;
  seals(caller: Caller, id: string): Answer<readonly Seal[]>;
  seal(caller: Caller, id: string, signature: Uint8Array): Answer<Seal>;
  /** The platform's witness, for the document that its signer saw. */
  witness(caller: Caller, id: string, sha256: string): Answer<Seal>;
  /** Whether the platform's witness is enough a seal for what files this, here. */
  isWitnessEnough(row: DocumentRow): Promise<boolean>;
  /** A version with its files and seals as an archive that anybody verifies. */
  archive(caller: Caller, id: string, version?: number): Answer<Kept>;
  /** All that was filed of a unit, each document in a folder of the archive. */
  archiveOf(caller: Caller, unit: string): Answer<Kept>;
  /** The form as a workbook, to fill in or filled in. */
  workbook(form: Form, values?: Values): Promise<Uint8Array>;
  /** What a workbook of this form says, and what in it is read otherwise than it is seen, or not at all. */
  readWorkbook(bytes: Uint8Array, form: Form): Answer<{ readonly values: Values; readonly told: readonly string[] }>;
}

/** One file of a form: kept in the store, or, where it is only read, its bytes. */
export type SentFile = { readonly field: string; readonly name: string } & (
  | { readonly sha256: string; readonly size: number }
  | { readonly bytes: Uint8Array }
);

export interface Uploaded {
  readonly fields: ReadonlyMap<string, string>;
  readonly files: readonly SentFile[];
}

/** Files that a page sends, and that it hands out. */
export interface Uploads {
  /**
   * Takes in a form with files, once it is known that a page of this session sent it; `read` names the fields that are only read. Where
   * a file is refused, the fields that stood before it.
   */
  take(
    c: Context,
    from: { readonly caller: Caller; readonly signed: Signed; readonly party: string },
    read: readonly string[],
  ): Promise<Uploaded | (Said & Partial<Pick<Uploaded, 'fields'>>)>;
  /** A file as it came, for whoever may read it. */
  open(caller: Caller, sha256: string): Answer<Kept>;
}
