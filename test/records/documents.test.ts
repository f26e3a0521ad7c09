import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Documents } from '../../documents/drafts/documents.js';
import { canonicalOf, formOf } from '../../documents/drafts/reading.js';
import { fixVersion, readDocument, type DocumentRow } from '../../documents/drafts/rows.js';
import { documentHash } from '../../documents/forms/canonical.js';
import { shapeErrors } from '../../documents/forms/shape.js';
import { isRefusal, type Refusal } from '../../domain/model/refusal.js';
import { Book } from '../../records/book.js';
import { codeOf } from '../../records/connection.js';
import { lookAgain } from '../../regulation/changed.js';
import { shipped } from '../../regulation/source.js';
import { bookDatabase, type TestDatabase } from './database.js';

let database: TestDatabase;
let book: Book;
const folder = join(mkdtempSync(join(tmpdir(), 'luyue-documents-')), 'regulation');
beforeAll(async () => {
  cpSync(shipped(), folder, { recursive: true, filter: (path) => !/\.(ts|lock)$/.test(path) });
  database = await bookDatabase();
  book = new Book(database.url);
});
afterAll(async () => {
  await book.close();
  await database.drop();
  rmSync(join(folder, '..'), { recursive: true });
});

const OF = { form: 'adjustment-application', party: 'BJ-0001', unit: 'BJ-0001', cycle: 2024 };
const VALUES = { ground: 'new-facility', tonnes: '600', explanation: '新增锅炉' };
const by = { by: 'BJ-0001', at: 1 };
const found = <T>(answer: T | Refusal): T => {
  if (isRefusal(answer)) throw new Error(answer.en);
  return answer;
};
const documents = (): Documents => new Documents({ pool: book.pool, regulation: folder });
const latest = async (row: DocumentRow): Promise<DocumentRow> => (await readDocument(book.pool, row.document)) ?? row;

describe('documents on the book', () => {
  let row: DocumentRow;

  it('two who save at once: one is kept, the other is told', async () => {
    row = found(await documents().make(OF, { ...by, values: VALUES })).row;
    const both = await Promise.all(
      ['1', '2'].map((tonnes) => documents().save(row, row.revision, { ...by, values: { ...VALUES, tonnes } })),
    );
    expect(both.map((one) => (isRefusal(one) ? one.refused : one.revision)).sort()).toEqual([2, 'document-changed']);
    row = await latest(row);
    expect(documentHash(canonicalOf(row))).toBe(row.sha256);
  });

  it('a request that files another hash than stands there is not stored', async () => {
    const body = { document: { id: row.document, version: 1, sha256: '0'.repeat(64) } };
    const filing = { asker: 'BJ-0001', id: '1', asked: 'x', do: 'apply-for-adjustment', by: 'BJ-0001', with: body, cases: [] };
    const failed = await book.store(filing).then(
      () => undefined,
      (error: unknown) => codeOf(error),
    );
    expect(failed).toBe('LY001');
    expect(await book.actsAskedAs('1', 'BJ-0001')).toEqual([]);
  });

  it('a sealed version is never written over: a save begins the next', async () => {
    expect(await fixVersion(book.pool, row.document, 1, '0'.repeat(64))).toBe(false);
    expect(await fixVersion(book.pool, row.document, 1, row.sha256)).toBe(true);
    const next = found(await documents().save(await latest(row), row.revision, { ...by, values: VALUES }));
    expect([next.version, next.state]).toEqual([2, 'draft']);
    expect((await readDocument(book.pool, row.document, 1))?.sha256).toBe(row.sha256);
  });

  it('附件4: a changed annex asks something else of new versions, and leaves the old ones readable and valid', async () => {
    const file = join(folder, 'forms/2024/adjustment-application');
    const text = readFileSync(`${file}.yaml`, 'utf8')
      .replace('version: 1', 'version: 2')
      .replace('name: explanation,', 'name: reasons,');
    writeFileSync(`${file}.v2.yaml`, text);
    lookAgain(folder);
    const old = await latest(row);
    expect([formOf(old, folder).version, shapeErrors(formOf(old, folder), old.values)]).toEqual([1, []]);
    expect(documentHash(canonicalOf(old))).toBe(old.sha256);
    const { explanation: reasons, ...rest } = VALUES;
    const now = found(await documents().save(old, old.revision, { ...by, values: { ...rest, reasons } }));
    expect([now.formVersion, (await documents().check(now)).errors]).toEqual([2, []]);
    const first = await readDocument(book.pool, row.document, 1);
    expect(first && formOf(first, folder).version).toBe(1);
  });
});
