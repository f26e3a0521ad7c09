import type { Checked, Documents } from '../documents/drafts/documents.js';
import { listDocuments, type DocumentRow } from '../documents/drafts/rows.js';
import type { NamedFile } from '../documents/forms/brings.js';
import { draftShape, type Values } from '../documents/forms/values.js';
import { placeOf, sayIssue } from '../acts/say-issue.js';
import { underOffice } from '../desk/office.js';
import type { Instant } from '../domain/model/instant.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import type { Caller } from '../parties/caller.js';
import type { Form } from '../regulation/forms/form.js';
import { documentCycle, formFor } from './document-forms.js';
import { makerOf, readable, readableOf, writable } from './documents-seen.js';
import { no, type No } from './no.js';

/** Which document somebody begins: of which form, about which unit and time; for which of their parties. */
export interface Beginning {
  readonly form: string;
  readonly unit?: string | undefined;
  readonly cycle?: number | undefined;
  readonly month?: string | undefined;
  readonly as?: string | undefined;
}

/** What is written into one; what is not named stays as it is. */
export interface Written {
  readonly values?: Values | undefined;
  readonly files?: readonly Pick<NamedFile, 'name' | 'sha256'>[] | undefined;
}

export interface Begun {
  readonly row: DocumentRow;
  readonly begun: boolean;
}

/** Values as the form has them; what it does not have is named. */
function drafted(form: Form, values: Values | undefined): Values | undefined | No {
  if (values === undefined) return undefined;
  const read = draftShape(form).safeParse(values, { reportInput: true });
  if (read.success) return read.data;
  const [first] = read.error.issues;
  if (!first) throw new Error('a parse that failed names no issue');
  const [zh, en] = sayIssue(first);
  const path = ['values', ...placeOf(first)];
  return no('bad-input', `${path.join('.')}：${zh}`, `${path.join('.')} ${en}`, { path });
}
const isNot = (values: Values | undefined | No): values is No => values !== undefined && 'code' in values && 'zh' in values;

const thereIsOne = ({ document, version, state }: DocumentRow): Refusal =>
  refuse(
    'already-done',
    `已有文件 ${document}（第 ${String(version)} 版，${state}），请在其上修改`,
    `there is ${document} already (version ${String(version)}, ${state}): save that`,
  );

/** What is done with documents by whoever has signed in, by program or by page: begun, saved, checked, explained, read. */
export class DocumentCalls {
  readonly documents: Documents;
  readonly now: () => Instant;

  constructor(documents: Documents, now: () => Instant) {
    this.documents = documents;
    this.now = now;
  }

  /** Begins a document; without a word in it, whoever begins the same is given the one there is. */
  async begin(caller: Caller, asked: Beginning, { values, files }: Written = {}): Promise<Begun | Refusal | No> {
    const at = this.now();
    const { form: name, unit, cycle, month, as } = asked;
    const maker = await makerOf(this.documents.pool, caller, { unit, as, at });
    if (isRefusal(maker)) return maker;
    const meant = documentCycle(maker.unit, { cycle, month });
    if (typeof meant !== 'number') return meant;
    const form = formFor({ name, cycle: meant }, { unit: maker.unit, party: maker.party, month });
    if (!('digest' in form)) return form;
    const written = drafted(form, values);
    if (isNot(written)) return written;
    const of = { form: name, party: maker.party, unit: maker.unit.id, cycle: meant, month };
    const { by, office } = maker;
    const writing = { values: written, files, by, at, office };
    const made = await underOffice(this.documents.pool, office, () => this.documents.make(of, writing));
    if (isRefusal(made)) return made;
    return !made.begun && (values !== undefined || files !== undefined) ? thereIsOne(made.row) : made;
  }

  /** Saves over what the writer saw. */
  async save(
    caller: Caller,
    id: string,
    { revision, values, files }: Written & { readonly revision: number },
  ): Promise<DocumentRow | Refusal | No> {
    const at = this.now();
    const mine = await writable(this.documents.pool, caller, id, at);
    if (isRefusal(mine)) return mine;
    const form = formFor({ name: mine.row.form, cycle: mine.row.cycle });
    if (!('digest' in form)) return form;
    const written = drafted(form, values);
    if (isNot(written)) return written;
    const { row, by, office } = mine;
    const writing = { values: written, files, by, at, office };
    return underOffice(this.documents.pool, office, () => this.documents.save(row, revision, writing));
  }

  async check(caller: Caller, id: string): Promise<Checked | Refusal> {
    const mine = await writable(this.documents.pool, caller, id, this.now());
    if (isRefusal(mine)) return mine;
    return underOffice(this.documents.pool, mine.office, () => this.documents.check(mine.row, mine.office));
  }

  async explain(caller: Caller, id: string, said: Readonly<Record<string, string>>): Promise<DocumentRow | Refusal | No> {
    const mine = await writable(this.documents.pool, caller, id, this.now());
    if (isRefusal(mine)) return mine;
    const stray = Object.keys(said).find((key) => !mine.row.findings.some((one) => one.key === key));
    if (stray !== undefined)
      return no('bad-input', `${stray}：没有此项提示`, `${stray} is none of its findings`, { path: [stray] });
    return underOffice(this.documents.pool, mine.office, () => this.documents.explain(mine.row, said, mine.office));
  }

  read(caller: Caller, id: string, version?: number): Promise<DocumentRow | Refusal> {
    return readable(this.documents.pool, caller, id, { version, at: this.now() });
  }

  /** Documents about a unit, or about all where none is named, that somebody may read; where the next page begins. */
  async list(
    caller: Caller,
    asked: Omit<Parameters<typeof listDocuments>[1], 'units' | 'party'> & { readonly unit?: string | undefined },
  ): Promise<{ readonly rows: readonly DocumentRow[]; readonly after?: string }> {
    const { unit, limit, ...rest } = asked;
    const own = caller.appointments.find(({ kind }) => kind === 'unit' || kind === 'verifier');
    const found = await listDocuments(this.documents.pool, {
      ...rest,
      limit: limit + 1,
      party: own?.party ?? '',
      ...(unit === undefined ? {} : { units: [unit] }),
    });
    const rows = await readableOf(this.documents.pool, caller, found.slice(0, limit), this.now());
    const last = found.length > limit ? found[limit - 1] : undefined;
    return { rows, ...(last ? { after: last.document } : {}) };
  }
}
