import { filesDocuments } from '../acts/definition.js';
import { definitionInCases } from '../acts/vocabulary.js';
import { Documents } from '../documents/drafts/documents.js';
import { filesInBook, unknownFile } from '../documents/drafts/known-files.js';
import { fileDocument, type DocumentNamed, type SealAsked } from '../documents/drafts/filing.js';
import { filedKeys } from '../documents/drafts/filed-findings.js';
import type { Filing } from '../documents/forms/filing.js';
import type { Json } from '../domain/model/json.js';
import { unitOfActor } from '../domain/model/names.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import type { ParsedAct } from '../domain/model/step.js';
import type { Book } from '../records/book.js';
import { platformKind } from '../records/platform.js';
import { formOfFiling } from '../regulation/forms/load.js';
import type { Register } from './admit.js';
import { authorise } from './authorise.js';
import { badInput } from './parse.js';
import type { RawAct } from './raw-act.js';

const DOCUMENT_ID = /^DOC-\d{6,15}$/;
const VERSIONS_MAX = 9_999;

const hashNamed = (sha256: Json | undefined): Pick<DocumentNamed, 'sha256'> | Refusal => {
  if (sha256 === undefined) return {};
  return typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256)
    ? { sha256 }
    : badInput(['with', 'sha256'], '应为 SHA-256', 'must be the SHA-256 of the document in lower-case hex');
};

/** Which document an act names in the place of its short form; none where it names none. */
function documentNamed({ do: what, with: brings }: RawAct): DocumentNamed | Refusal | undefined {
  const definition = definitionInCases(what);
  if (!definition || !filesDocuments(definition)) return undefined;
  if (typeof brings !== 'object' || brings === null || Array.isArray(brings) || !Object.hasOwn(brings, 'document'))
    return undefined;
  const { document, version, sha256, ...others } = brings as Readonly<Record<string, Json>>;
  if (typeof document !== 'string' || !DOCUMENT_ID.test(document))
    return badInput(['with', 'document'], '应为文件号，如 DOC-000001', 'must be the number of a document such as DOC-000001');
  const [other] = Object.keys(others);
  if (other !== undefined)
    return badInput(['with', other], '所报内容以文件为准，不应另填', 'must be left out: the document says what is filed');
  const seen = hashNamed(sha256);
  if (isRefusal(seen)) return seen;
  if (version === undefined) return { document, ...seen };
  return typeof version === 'number' && Number.isInteger(version) && version >= 1 && version <= VERSIONS_MAX
    ? { document, version, ...seen }
    : badInput(['with', 'version'], '应为版本号', 'must be the number of a version');
}

/** What an act brings once its document is read; undefined where it names none. */
export async function filingFor(
  raw: RawAct,
  {
    book,
    register,
    seals,
    regulation,
  }: {
    readonly book: Book;
    readonly register: Register;
    readonly seals?: SealAsked | undefined;
    readonly regulation?: string | undefined;
  },
): Promise<Filing | Refusal | undefined> {
  const named = documentNamed(raw);
  if (!named || isRefusal(named)) return named;
  const definition = definitionInCases(raw.do);
  const unit = register.units.get(raw.for ?? unitOfActor(raw.by));
  if (!definition || !unit) return undefined;
  const no = authorise(raw.do, definition, raw, [unit]);
  if (no) return no;
  const documents = new Documents({ pool: book.pool, ...(regulation === undefined ? {} : { regulation }) });
  const party = unitOfActor(raw.by);
  const act = { do: raw.do, unit: unit.id, party, by: raw.by, seal: definition.seal === true };
  return fileDocument(documents, named, act, seals);
}

const noForm = (what: string, filing: string): Refusal =>
  refuse(
    'document-required',
    `“${filing}”尚无表单，不能以简式报送，请联系市生态环境部门`,
    `${what} names its document, and there is no form of ${filing} yet: the city has to add one (regulation/forms)`,
  );

const documentRequired = (what: string): Refusal =>
  refuse(
    'document-required',
    `${what} 须提交填写好的文件（document），不接受简式`,
    `${what} names its document: {"document": "DOC-000001"}; the short form is for rehearsals`,
  );

/** In service a formal submission names its document: where a form asks for it, and whatever a notice asks besides under seal. */
async function unlessDocument(
  { book, cycle, regulation }: { readonly book: Book; readonly cycle: number; readonly regulation?: string | undefined },
  { do: what, with: brings }: ParsedAct,
  filing: Filing | undefined,
): Promise<Refusal | undefined> {
  const { form, formByFiling } = definitionInCases(what) ?? {};
  if (filing || (form === undefined && !formByFiling) || (await platformKind(book.pool)) !== 'service') return undefined;
  if (!formByFiling || !('filing' in brings)) return documentRequired(what);
  return formOfFiling(what, brings.filing, cycle, regulation) ? documentRequired(what) : noForm(what, brings.filing);
}

/** In service the files that go with an act have been sent before, by the same party. */
async function strayFile(book: Book, { with: brings }: ParsedAct, by: string): Promise<Refusal | undefined> {
  const files = 'files' in brings ? (brings.files ?? []) : [];
  if (files.length === 0 || (await platformKind(book.pool)) !== 'service') return undefined;
  const hashes = files.map(({ sha256 }) => sha256.toLowerCase());
  const known = await filesInBook(book.pool).known(hashes, unitOfActor(by));
  const missing = hashes.findIndex((one) => !known.has(one));
  if (missing < 0) return undefined;
  return unknownFile(files[missing]?.name ?? '', hashes[missing] ?? '', ['with', 'files', missing, 'sha256']);
}

/** Findings that a check answers stand in the document that it checks. */
async function strayAnswer(
  book: Book,
  act: ParsedAct,
  of: { readonly unit: string; readonly cycle: number },
): Promise<Refusal | undefined> {
  const form = definitionInCases(act.do)?.checks;
  if (form === undefined || !('answers' in act.with) || act.with.answers === undefined) return undefined;
  const month = 'month' in act.with ? act.with.month : undefined;
  const keys = await filedKeys(book.pool, { ...of, form, month });
  const stray = act.with.answers.findIndex(({ finding }) => !keys.includes(finding));
  if (stray < 0) return undefined;
  return badInput(['with', 'answers', stray, 'finding'], '所报文件没有此项提示', 'is no finding of the document that was filed');
}

/** The first thing for which an act does not go as it is written: a document it should name, a file it names, a finding it answers. */
export const notFiled = async (
  options: Parameters<typeof unlessDocument>[0],
  { act, unit }: { readonly act: ParsedAct; readonly unit: string },
  { filing, by }: { readonly filing: Filing | undefined; readonly by: string },
): Promise<Refusal | undefined> =>
  (await unlessDocument(options, act, filing)) ??
  (filing ? undefined : await strayFile(options.book, act, by)) ??
  (await strayAnswer(options.book, act, { unit, cycle: options.cycle }));
