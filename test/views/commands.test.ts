import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditVerify } from '../../client/audit.js';
import { viewsRebuild } from '../../client/views-rebuild.js';
import { Book } from '../../records/book.js';
import { bookDatabase, type TestDatabase } from '../records/database.js';
import { after, Asker } from '../records/steps.js';

let database: TestDatabase;
let book: Book;
const before = { ...process.env };
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  for (const unit of ['C1', 'C2']) await new Asker(book, unit).open();
  // their steps are made up: what has been anchored is not asked anew
  await book.anchorHeads(after(1));
  // the server is not asked: any address will do
  Object.assign(process.env, { DATABASE_URL: database.url, TEMPORAL_ADDRESS: '127.0.0.1:1' });
});
afterAll(async () => {
  for (const name of ['DATABASE_URL', 'TEMPORAL_ADDRESS']) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, before);
  await book.close();
  await database.drop();
});

type Command = (options: { json: boolean }, streams: { out: (text: string) => void; err: () => void }) => Promise<number>;
const said = async (command: Command): Promise<[number, Record<string, unknown>]> => {
  let text = '';
  const status = await command({ json: true }, { out: (more) => (text += more), err: () => undefined });
  return [status, JSON.parse(text) as Record<string, unknown>];
};

describe('luyue audit verify and luyue views rebuild', () => {
  it('what is shown and differs from the events is named, as no alarm, and is right again once made anew', async () => {
    expect(await said(auditVerify)).toMatchObject([0, { chain: 'intact', views: [] }]);
    await book.pool.query(`update case_views set closed = true where case_id = 'C2/2024'`);
    const [status, found] = await said(auditVerify);
    expect(status).toBe(1);
    expect(found).toMatchObject({
      chain: 'intact',
      differences: [],
      views: [{ check: 'projection-differs', subject: 'C2/2024' }],
    });
    expect((await book.pool.query('select from alarms')).rowCount).toBe(0);
    expect(await said(viewsRebuild)).toEqual([0, { cases: 2, untold: [] }]);
    expect(await said(auditVerify)).toMatchObject([0, { views: [] }]);
  });
});
