import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RawAct } from '../../desk/admit.js';
import { cityCycleOf } from '../../desk/city-cycle-of.js';
import { cycleOf } from '../../desk/cycle-of.js';
import { registerFor } from '../../desk/register.js';
import type { Json } from '../../domain/model/json.js';
import { Book } from '../../records/book.js';
import { openCity, postCity, readCity } from '../../records/city-cycles.js';
import { adoptValue } from '../../regulation/adopt.js';
import { shipped } from '../../regulation/source.js';
import { opensOf } from '../../simulator/opening.js';
import { parseScenario } from '../../simulator/scenario.js';
import { bookDatabase, type TestDatabase } from './database.js';
import { SKIPPING } from './steps.js';

const SCENARIO = parseScenario(
  `
name: two cycles side by side
cycle: 2024
from: 2024-02-15
until: 2024-12-01
units:
  - { id: BJ-0001, kind: key, district: chaoyang }
  - { id: BJ-0002, kind: key, district: chaoyang }
`,
  'two cycles',
);

let database: TestDatabase;
let book: Book;
/** BJ-0001 has cases of both cycles, BJ-0002 of the first alone; the evidence of the first is of 2024, of the second of 2025. */
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  for (const opening of opensOf(SCENARIO)) {
    await book.open(opening, SKIPPING);
    if (opening.unit.id !== 'BJ-0001') continue;
    const terms = { ...opening.terms, cycle: 2025, evidenceYear: 2025 };
    await book.open({ ...opening, id: opening.id.replace('2024/', '2025/'), terms, opensAt: opening.opensAt + 1 }, SKIPPING);
  }
});
afterAll(async () => {
  await book.close();
  await database.drop();
});

const asked = async (raw: RawAct, named?: string) => cycleOf(book, raw, (await registerFor(book, raw)).cycles, named);
const city = (what: string, brings: Json, unit = 'BJ-0001'): RawAct => ({
  by: 'city/a',
  approvedBy: 'city/b',
  for: unit,
  do: what,
  with: brings,
});

describe('D8 — an act lands in the cycle that it means, never in the latest by itself', () => {
  it('a penalty names its cycle where there are two, and the answer names both', async () => {
    const penalty = city('decide-penalty', { amount: '1000', basis: '处罚决定' });
    expect(await asked(penalty)).toMatchObject({
      refused: 'bad-input',
      path: ['cycle'],
      en: expect.stringContaining('2024 or 2025') as string,
    });
    expect(await asked(penalty, '2024')).toBe(2024);
    expect(await asked(penalty, '2025')).toBe(2025);
    expect(await asked(penalty, '2023')).toMatchObject({ refused: 'bad-input', path: ['cycle'] });
    expect(await asked(penalty, 'next')).toMatchObject({ refused: 'bad-input', path: ['cycle'] });
  });

  it('a unit of one cycle names none', async () => {
    expect(await asked(city('decide-penalty', { amount: '1000', basis: '处罚决定' }, 'BJ-0002'))).toBe(2024);
  });

  it('a month means the cycle that takes its evidence, be it named by the act or by a duty', async () => {
    const evidence = (month: string): RawAct => ({ by: 'BJ-0001', do: 'submit-monthly-evidence', with: { month } });
    expect(await asked(evidence('2024-03'))).toBe(2024);
    expect(await asked(evidence('2025-03'))).toBe(2025);
    expect(await asked(evidence('2026-03'))).toMatchObject({ refused: 'bad-input', path: ['cycle'] });
    expect(await asked(city('extend-deadline', { duty: 'monthly-evidence/2025-03', dueOn: '2025-05-01', basis: '通告' }))).toBe(
      2025,
    );
  });

  it('what is of the account alone stands in the case that keeps it, the newest opened', async () => {
    for (const raw of [
      city('freeze-account', { basis: '司法协助' }),
      { by: 'BJ-0001', do: 'cancel', with: { quantity: '1', reason: '自愿' } },
    ])
      expect(await asked(raw)).toBe(2025);
  });

  it('a trade is of a cycle in which both sides have a case', async () => {
    expect(
      await asked({ by: 'exchange', do: 'settle-trade', with: { from: 'BJ-0001', to: 'BJ-0002', quantity: '1', price: '1' } }),
    ).toBe(2024);
  });

  it('a unit that nobody knows has no cycle: the door says so', async () => {
    expect(await asked({ by: 'BJ-0404', do: 'submit-first-report', with: {} })).toBe(0);
  });
});

describe('D8 — a decision for all cases lands in the cycle that it means, never in the latest by itself', () => {
  const forAll = (what: string, brings: Json): RawAct => ({ by: 'city/a', approvedBy: 'city/b', do: what, with: brings });
  const named = { refused: 'bad-input', path: ['cycle'], zh: 'cycle：请指明周期：2024、2025' };
  let law: string;
  beforeAll(() => {
    law = join(mkdtempSync(join(tmpdir(), 'luyue-law-')), 'regulation');
    cpSync(shipped(), law, { recursive: true, filter: (path) => !/\.(ts|lock)$/.test(path) });
    const decision = { by: 'city/a', approvedBy: 'city/b', on: '2024-10-08', basis: '通告' };
    adoptValue({ cycle: 2024, parameter: 'surrender.due', value: '2024-11-30', ...decision }, law);
  });
  afterAll(() => rmSync(join(law, '..'), { recursive: true }));

  it('the end of a cycle, a verifier struck off and a unit listed name it where two are open', async () => {
    for (const raw of [
      forAll('close-cycle', { basis: '周期总结' }),
      forAll('strike-off-verifier', { verifier: 'V-09', basis: '决定书' }),
      forAll('list-unit', { unit: 'BJ-0003' }),
      forAll('adopt-revision', { revision: 9 }),
    ])
      expect([raw.do, await cityCycleOf(book, raw, law)]).toMatchObject([raw.do, named]);
  });

  it('a revision that is on file for one of them is meant of that one', async () => {
    expect(await cityCycleOf(book, forAll('adopt-revision', { revision: 2 }), law)).toBe(2024);
    expect(await cityCycleOf(book, forAll('adopt-revision', { revision: 1 }), law)).toMatchObject(named);
  });

  it('a cycle that is closed is not meant where another goes on', async () => {
    const terms = opensOf(SCENARIO)[0]!.terms;
    const opening = { id: '2024/city/city-cycle', terms, opensAt: 1 };
    await openCity(book.pool, opening);
    const city = (await readCity(book.pool, opening.id))!;
    const event = { type: 'cycle-closed', at: 2, by: 'platform', with: { report: {} } } as const;
    const step = { key: 'closed', at: 2, by: 'platform', events: [event], mails: [] };
    await postCity(book.pool, { caseId: opening.id, seq: city.seq, head: city.head, step });
    expect((await readCity(book.pool, opening.id))?.closed).toBeDefined();
    expect(await cityCycleOf(book, forAll('close-cycle', { basis: '周期总结' }), law)).toBe(2025);
  });
});
