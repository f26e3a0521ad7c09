import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOutBatch, type Result } from '../../city/batch/carry-out-batch.js';
import { preview } from '../../city/batch/preview.js';
import { readBatch } from '../../city/batch/read-batch.js';
import { readStanding } from '../../city/batch/standing.js';
import { readCases } from '../../views/case-history.js';
import { carryOutImport, type ImportDone } from '../../city/register/carry-out-import.js';
import { planImport } from '../../city/register/plan.js';
import { readRegister } from '../../city/register/read-register.js';
import { inboxOf } from '../../views/inbox.js';
import type { CaseKind } from '../../domain/model/case.js';
import { Book } from '../../records/book.js';
import { districts } from '../../regulation/districts.js';
import { loadRulebook } from '../../regulation/load.js';
import { termsOf } from '../../regulation/terms.js';
import { bookDatabase, type TestDatabase } from '../records/database.js';
import { DoorOnBook } from './door-on-book.js';
import { noon } from './played.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const REGISTER = `单位编号,单位名称,单位类别,所属区,电子邮箱,上一周期核定配额,上一周期完成清缴
BJ-0001,示例热力有限公司,重点碳排放单位,朝阳区,a@unit.example,100000,是
BJ-0002,示例数据中心,重点碳排放单位,海淀区,b@unit.example,50000,否
BJ-9001,示例大学,一般报告单位,海淀区,c@unit.example,,
`;
const BATCH = `unit,act,amount,basis,by,approvedBy
BJ-0001,pre-allocate,70000,预发方案,city/a,city/b
BJ-0001,confirm-emissions,98200,核查报告,city/a,city/b
BJ-0001,allocate,97000,核定意见,city/a,city/b
BJ-0002,pre-allocate,35000,预发方案,city/a,city/b
`;
const AT = noon('2024-07-14');

let database: TestDatabase;
let book: Book;
let door: DoorOnBook;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  door = new DoorOnBook(book);
});
afterAll(async () => {
  await book.close();
  await database.drop();
});

async function importOnce(
  open: (opening: { id: string; kind: CaseKind }) => boolean = () => true,
): Promise<ImportDone & { planned: number }> {
  const register = await readRegister(bytes(REGISTER), districts());
  const plan = planImport(register, await readCases(book, 2024), {
    terms: termsOf(loadRulebook(2024)),
    named: false,
    opensOn: '2024-05-10',
    today: '2024-05-10',
  });
  const done = await carryOutImport(
    plan.opens,
    (opening) => (open(opening) ? door.open(opening) : Promise.reject(new Error('cut off'))),
    () => undefined,
  );
  return { ...done, planned: plan.opens.length };
}
const entries = async (): Promise<string[]> => (await book.allCases()).map(({ caseId }) => caseId).sort();

async function decideOnce(die = (_id: string): boolean => false): Promise<string[]> {
  const { decisions } = await readBatch(bytes(BATCH), 2024);
  const foreseen = preview(decisions, await readStanding(book, 2024, decisions), AT);
  const results = await carryOutBatch(
    foreseen,
    async (raw, id) => {
      const answer = await door.submit(raw, id, AT);
      if (die(id)) throw new Error('no answer came back');
      return answer;
    },
    () => undefined,
  );
  return results.map(({ line, state, refusal }: Result) => `${String(line)} ${state} ${refusal?.refused ?? ''}`.trim());
}

describe('a register brought into the book', () => {
  it('is opened once: cut off it opens the rest, and again it opens nothing', async () => {
    const cut = await importOnce(({ id }) => id !== '2024/BJ-0002/monthly-evidence');
    expect(cut.failed?.message).toBe('cut off');
    expect(await entries()).not.toContain('2024/BJ-0002/monthly-evidence');
    const rest = await importOnce();
    expect(rest.opened).toContain('2024/BJ-0002/monthly-evidence');
    expect(rest.failed).toBeUndefined();
    const all = [
      '2024/BJ-0001/compliance-cycle',
      '2024/BJ-0001/monthly-evidence',
      '2024/BJ-0002/compliance-cycle',
      '2024/BJ-0002/monthly-evidence',
      '2024/BJ-9001/general-report',
    ];
    expect(await entries()).toEqual(all);
    expect(await importOnce()).toEqual({ opened: [], planned: 0 });
    expect(await entries()).toEqual(all);
    // one case-opened each, and one mail a unit: nothing was opened twice
    const cases = await readCases(book, 2024);
    expect(cases.map(({ events }) => events.map(({ type }) => type))).toEqual(all.map(() => ['case-opened']));
    expect((await book.outboxOf()).map(({ template, unit }) => `${template} ${unit}`).sort()).toEqual([
      'cycle-opened BJ-0001',
      'cycle-opened BJ-0002',
      'cycle-opened BJ-9001',
    ]);
  });

  it('gives every unit its account, and every party its inbox', async () => {
    expect((await book.account('BJ-0001'))?.unit).toBe('BJ-0001');
    const cases = await readCases(book, 2024);
    const first = (party: Parameters<typeof inboxOf>[0]): string[] =>
      inboxOf(party, cases, noon('2024-05-11'))
        .slice(0, 1)
        .map(({ unit, what, dueOn }) => `${unit} ${what} ${String(dueOn)}`);
    expect(first({ unit: 'BJ-9001' })).toEqual(['BJ-9001 general-report 2024-07-15']);
    // a unit that did not settle the last cycle can have no pre-allocation, so the city owes it none
    expect(first({ city: true })).toEqual(['BJ-0001 pre-allocation 2024-07-15']);
    expect(first({ district: 'haidian' })).toEqual([]);
  });
});

describe('a batch on the book', () => {
  it('is not settled by what somebody else calls by the ids of its lines', async () => {
    const { decisions } = await readBatch(bytes(BATCH), 2024);
    const [first] = decisions;
    if (!first) throw new Error('no line');
    const raw = { by: 'BJ-0001', do: 'submit-first-report', with: { emissions: '98000', sealed: true } };
    expect(await door.submit(raw, first.id, AT)).toMatchObject({ state: 'decided' });
    const [seen] = preview(decisions, await readStanding(book, 2024, decisions), AT);
    expect(seen?.state).toBe('would-be-done');
  });

  it('cut off after an act was done, the same file goes on; again, it does nothing twice', async () => {
    expect(await decideOnce((id) => id.endsWith('-2'))).toEqual([
      '2 done',
      '3 unanswered',
      '4 held-back',
      '5 refused not-eligible',
    ]);
    expect(await decideOnce()).toEqual(['2 done-before', '3 done-before', '4 done', '5 refused not-eligible']);
    const again = ['2 done-before', '3 done-before', '4 done-before', '5 refused not-eligible'];
    expect(await decideOnce()).toEqual(again);
    const account = await book.account('BJ-0001');
    expect(account?.lots.map(({ quantity, vintage }) => [quantity, vintage])).toEqual([
      ['70000', 2023],
      ['27000', 2023],
    ]);
    expect((await book.account('BJ-0002'))?.lots).toEqual([]);
    expect((await book.verifyChains()).wrong).toBeUndefined();
  });
});
