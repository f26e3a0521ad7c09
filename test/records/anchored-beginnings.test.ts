import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { auditVerify } from '../../client/audit.js';
import type { Anchor } from '../../records/anchors.js';
import { Book } from '../../records/book.js';
import { bookDatabase, copyOf, intruderIn, type TestDatabase } from './database.js';
import { after, allowances, Asker, credited, stepOf } from './steps.js';

let written: TestDatabase;
let first: Anchor;
beforeAll(async () => {
  written = await bookDatabase();
  const book = new Book(written.url);
  const asker = await new Asker(book, 'N1').open([credited(allowances('100'))]);
  await new Asker(book, 'N2').open([credited(allowances('5'))]);
  const asked = stepOf('act:asked', after(2), [{ kind: 'take-back', quantity: '1' }]);
  await asker.take(asked);
  first = await book.anchorHeads(after(23));
  await book.close();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await written.drop();
});

/** What is found in a copy of the book in which something was changed behind its back. */
const changed = async <T>(statement: string, look: (url: string) => Promise<T>): Promise<T> => {
  const copy = await copyOf(written);
  const intruder = await intruderIn(copy);
  await intruder.query(statement);
  await intruder.end();
  try {
    return await look(copy.url);
  } finally {
    await copy.drop();
  }
};
const wrongIn = async (url: string) => {
  const behind = new Book(url);
  try {
    return (await behind.verifyAnchors([])).wrong;
  } finally {
    await behind.close();
  }
};

describe('what no chain tells of itself is anchored beside it', () => {
  it.each([
    ['the vintage of a lot', `update lots set vintage = vintage + 1 where unit = 'N1'`, { what: 'lot', name: 'N1/L1' }],
    ['whose a lot is', `update lots set unit = 'N2', n = 9 where unit = 'N1'`, { what: 'lot', name: 'N1/L1' }],
    [
      'with what a case was opened',
      `update cases set opening = jsonb_set(opening, '{unit,district}', '"haidian"') where case_id = 'N2/2024'`,
      { what: 'opening', name: 'N2/2024' },
    ],
    [
      'when it was opened',
      `update cases set opened_at = opened_at + 1 where case_id = 'N2/2024'`,
      { what: 'opening', name: 'N2/2024' },
    ],
    ['who asked', `update requests set asker = 'another'`, { what: 'request', name: 'asked' }],
    ['under which id', `update requests set id = 'another'`, { what: 'request', name: 'asked' }],
    ['for which unit', `update requests set for_unit = 'N2'`, { what: 'request', name: 'asked' }],
    ['when it was stamped', `update requests set stamp = stamp + 1`, { what: 'request', name: 'asked' }],
    ['what was compared of it', `update requests set asked = 'another'`, { what: 'request', name: 'asked' }],
  ])('%s, changed later, is found', async (_, change, wrong) => {
    expect(await changed(change, wrongIn)).toContainEqual({ day: first.day, ...wrong });
  });

  it('a balance that no posting moved is found by the audit too, not by its chain', async () => {
    let text = '';
    const status = await changed(`update lots set quantity = quantity + 1 where unit = 'N1'`, (url) => {
      vi.stubEnv('DATABASE_URL', url);
      vi.stubEnv('TEMPORAL_ADDRESS', '127.0.0.1:1');
      return auditVerify({ json: true }, { out: (more) => void (text += more), err: () => undefined });
    });
    const { chain: links, differences } = JSON.parse(text) as { chain: string; differences: { check: string }[] };
    expect([status, links]).toEqual([1, 'intact']);
    expect(differences.map(({ check }) => check)).toContain('lot-not-its-postings');
  });
});
