import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Book } from '../../records/book.js';
import { sha256 } from '../../records/chain.js';
import { bookDatabase, intruderIn, type TestDatabase } from './database.js';
import { foundWrong } from './everything-agrees.js';
import { FILED, fillBook, reportFiled } from './full-book.js';
import { after, stepOf, named, type Asker } from './steps.js';

let written: TestDatabase;
let book: Book;
let asker: Asker;
let owner: pg.Client;
beforeAll(async () => {
  written = await bookDatabase();
  book = new Book(written.url);
  asker = await fillBook(book);
  owner = await intruderIn(written);
});
afterAll(async () => {
  await owner.end();
  await book.close();
  await written.drop();
});

const whatIsFound = async (): Promise<readonly unknown[]> => [
  ...(await foundWrong(book)),
  ...(await book.verifyAnchors([])).wrong,
];

describe('what lawfully takes the place of something that was anchored is no alarm', () => {
  it('a version that is filed once more, unchanged, is filed by the later act', async () => {
    await named(book, { id: 'again', cases: ['N1/2024'], stamp: after(30), by: 'N1', with: FILED });
    expect(await whatIsFound()).toEqual([]);
    await asker.take(stepOf('act:again', after(30), [], reportFiled));
    expect(await whatIsFound()).toEqual([]);
    await book.anchorHeads(after(48));
    expect(await whatIsFound()).toEqual([]);
    const back = `update document_versions set filed_act = (select act_id from requests where id = 'filed'), filed_at = $1`;
    await owner.query(back, [after(21)]);
    expect(await whatIsFound()).not.toEqual([]);
    await owner.query(
      `update document_versions set filed_act = (select act_id from requests where id = 'again'), filed_at = $1`,
      [after(30)],
    );
    expect(await whatIsFound()).toEqual([]);
  });

  it('and filed once more where its case refuses that, it is still no alarm', async () => {
    await named(book, { id: 'refused', cases: ['N1/2024'], stamp: after(49), by: 'N1', with: FILED });
    const refusal = JSON.stringify({ code: 'overtaken', zh: '已核定', en: 'confirmed' });
    const refuse = `update acts set state = 'refused', refusal = $1 where act_id = (select act_id from requests where id = 'refused')`;
    await owner.query(refuse, [refusal]);
    expect(await whatIsFound()).toEqual([]);
  });

  it('a file that nobody filed goes, and comes again', async () => {
    const hash = sha256('没有报送');
    const send = async (at: number): Promise<void> => {
      await owner.query(
        `insert into files (sha256, size, type, scanned, stored_at, stored_by, party, asked_at) values ($1, 9, 'text/csv', 'unscanned', $2, 'N1/p-0003', 'N1', $2)`,
        [hash, at],
      );
      await owner.query(
        `insert into file_uploads (sha256, party, by, name, size, at) values ($1, 'N1', 'N1/p-0003', '账.csv', 9, $2)`,
        [hash, at],
      );
    };
    await send(after(50));
    await book.anchorHeads(after(72));
    await owner.query('delete from file_uploads where sha256 = $1', [hash]);
    await owner.query('delete from files where sha256 = $1', [hash]);
    expect(await whatIsFound()).toEqual([]);
    await send(after(80));
    expect(await whatIsFound()).toEqual([]);
    await book.anchorHeads(after(96));
    expect(await whatIsFound()).toEqual([]);
  });
});
