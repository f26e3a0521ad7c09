import { readFormWorkbook, formWorkbook } from '../city/forms/workbook.js';
import { sayFinding } from '../city/finding.js';
import type { PaperAsked, Papers } from '../console/documents/papers.js';
import type { Said } from '../console/deps.js';
import { Documents } from '../documents/drafts/documents.js';
import { formOf } from '../documents/drafts/reading.js';
import { documentOf, filedOf, readDocument, type DocumentRow } from '../documents/drafts/rows.js';
import type { Files } from '../documents/files/files.js';
import { manifestText } from '../documents/manifest.js';
import { isEnough } from '../documents/seals/enough.js';
import type { Seals } from '../documents/seals/seals.js';
import type { Instant } from '../domain/model/instant.js';
import { isRefusal } from '../domain/model/refusal.js';
import type { Caller } from '../parties/caller.js';
import type { Book } from '../records/book.js';
import { platformKind } from '../records/platform.js';
import { seen } from './answers.js';
import { DocumentCalls } from './document-calls.js';
import { documentCycle, formFor } from './document-forms.js';
import { makerOf } from './documents-seen.js';
import { exportOne, exportUnit, type HandedOut } from './exports.js';
import { noIn, noOf, no } from './no.js';
import { SealCalls } from './seal-calls.js';

interface PapersParts {
  readonly book: Book;
  readonly files?: Files | undefined;
  readonly seals: Seals;
  readonly now: () => Instant;
}

const YEAR = 4;
const monthBefore = (month: string): string => {
  const [year, n] = [Number(month.slice(0, YEAR)), Number(month.slice(YEAR + 1))];
  return n === 1 ? `${String(year - 1)}-12` : `${String(year)}-${String(n - 1).padStart(2, '0')}`;
};

/** An answer, or its no as pages say it. */
const told = <T extends object>(answer: T): T | Said => noIn(answer) ?? answer;

async function found(
  { book, now }: PapersParts,
  caller: Caller,
  { form, unit, cycle, month }: PaperAsked,
): Promise<DocumentRow | undefined | Said> {
  const maker = await makerOf(book.pool, caller, { unit, at: now() });
  if (isRefusal(maker)) return noOf(maker);
  const meant = documentCycle(maker.unit, { cycle, month });
  if (typeof meant !== 'number') return meant;
  const fits = formFor({ name: form, cycle: meant }, { unit: maker.unit, party: maker.party, month });
  if (!('digest' in fits)) return told(fits) as Said;
  const id = await documentOf(book.pool, { form, party: maker.party, unit: maker.unit.id, cycle: meant, month });
  return id === undefined ? undefined : readDocument(book.pool, id);
}

/** Documents as pages ask for them: what the API answers, by the same calls. */
export function papersOf(parts: PapersParts): Papers {
  const { book, now } = parts;
  const calls = new DocumentCalls(new Documents({ pool: book.pool }), now);
  const sealing = new SealCalls(parts);
  return {
    async begin(caller, asked) {
      const made = await calls.begin(caller, asked);
      return 'begun' in made ? made.row : (told(made) as Said);
    },
    find: (caller, asked) => found(parts, caller, asked),
    read: async (caller, id, version) => told(await calls.read(caller, id, version)) as DocumentRow | Said,
    save: async (caller, id, saved) => told(await calls.save(caller, id, saved)) as DocumentRow | Said,
    async check(caller, id) {
      const checked = await calls.check(caller, id);
      return isRefusal(checked) ? noOf(checked) : checked;
    },
    explain: async (caller, id, said) => told(await calls.explain(caller, id, said)) as DocumentRow | Said,
    async list(caller, { unit, ...asked }) {
      const refused = await seen(book, caller, unit, { view: 'documents', at: now() });
      return refused ? noOf(refused) : calls.list(caller, { unit, ...asked });
    },
    async before(row) {
      const { month } = row;
      const filed = await filedOf(book.pool, [row.unit]);
      return filed.find(
        (one) =>
          one.form === row.form &&
          one.party === row.party &&
          (month === null ? one.cycle === row.cycle - 1 : one.month === monthBefore(month)),
      );
    },
    async manifest(caller, id) {
      const manifest = await sealing.manifest(caller, id);
      return isRefusal(manifest) ? noOf(manifest) : manifestText(manifest);
    },
    async seals(caller, id) {
      const seals = await sealing.sealsOf(caller, id);
      return isRefusal(seals) ? noOf(seals) : seals;
    },
    async seal(caller, id, signature) {
      const seal = await sealing.seal(caller, id, signature);
      return isRefusal(seal) ? noOf(seal) : seal;
    },
    async witness(caller, id, sha256) {
      const seal = await sealing.witness(caller, id, sha256);
      return isRefusal(seal) ? noOf(seal) : seal;
    },
    async isWitnessEnough(row) {
      const { act } = formOf(row);
      return act !== undefined && isEnough('witness', { act, cycle: row.cycle }, (await platformKind(book.pool)) ?? 'service');
    },
    archive: async (caller, id, version) => told(await exportOne(parts, caller, id, version)) as HandedOut | Said,
    async archiveOf(caller, unit) {
      const refused = await seen(book, caller, unit, { view: 'documents', at: now() });
      return refused ? noOf(refused) : (told(await exportUnit(parts, caller, unit)) as HandedOut | Said);
    },
    workbook: formWorkbook,
    async readWorkbook(bytes, form) {
      const read = await readFormWorkbook(bytes, ({ name, version }) =>
        name === form.name && version === form.version ? form : undefined,
      );
      if ('values' in read) return { values: read.values, told: read.warnings.map(sayFinding) };
      const first = read.findings.find(({ level }) => level === 'error') ?? read.findings[0];
      const [problem] = read.problems;
      const zh = problem ? `第 ${String(problem.line)} 行：${problem.zh}` : first ? sayFinding(first) : '';
      const en = problem ? `line ${String(problem.line)}: ${problem.en}` : first ? sayFinding(first) : '';
      return no('bad-form', `工作簿未导入，草稿未变。${zh}`, `the workbook was not read, and the draft is as it was. ${en}`);
    },
  };
}
