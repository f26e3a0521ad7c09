import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountEffect, Claim } from '../../domain/model/step.js';
import { checkBook } from '../../ledger/checker/checker.js';
import { Book } from '../../records/book.js';
import { bookDatabase, type TestDatabase } from '../records/database.js';
import { after, allowances, Asker, credited, stepOf } from '../records/steps.js';

let database: TestDatabase;
let book: Book;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
});
afterAll(async () => {
  await book.close();
  await database.drop();
});

/** Of 1,000 t confirmed the opening's 5 % are 50 t; 60 t are 6 %, 40 t are 4 %. */
const CONFIRMED = { type: 'emissions-confirmed', with: { emissions: '1000', obligation: '1000' } };
const OLD = { oldRecordedUpTo: '2017-03-14', oldUsableTo: '2024-12-31' };
const claimUnder = (share: string): Claim => ({
  obligation: '1000',
  confirmed: '1000',
  surrendered: { allowances: '0', offsets: '0', outside: '0' },
  on: '2024-11-16',
  share,
  outsideShare: '0.025',
  deadline: '2024-11-15',
  ...OLD,
});
const collected = (share: string): AccountEffect => ({
  kind: 'collect',
  claim: claimUnder(share),
  rectificationDueOn: '2024-11-29',
  name: '示例',
});
const adopted = (share: string) => ({
  type: 'revision-adopted' as const,
  with: { revision: 2, digest: 'r2', deadlines: {}, values: { offsets: { share, outsideShare: '0.025', ...OLD } } },
});

const ccer = { product: 'ccer', origin: 'beijing', recordedOn: '2018-05-01', quantity: '100' } as const;

/** A unit with 1,000 t confirmed, `held` t of allowances and 100 t of CCER. */
const confirmed = async (unit: string, held: string): Promise<Asker> => {
  const asker = await new Asker(book, unit).open([credited(allowances(held), ccer)]);
  await asker.take(stepOf('act:confirm', after(1), [], CONFIRMED));
  return asker;
};
const revise = (asker: Asker, hour: number, share: string) => asker.take(stepOf('act:revise', after(hour), [], adopted(share)));
const collect = (asker: Asker, hour: number, share: string) =>
  asker.take(stepOf('at:1', after(hour), [collected(share)], { type: 'collection-run' }));
const found = async (unit: string) =>
  (await checkBook(book.pool)).filter(({ units }) => units?.includes(unit)).map(({ check, subject }) => [check, subject]);

describe('三(四)「使用比例不得高于当年核定碳排放量的5%」 — the checker judges by the law in force at the event', () => {
  it('after an amendment from 5 % to 6 %, a collection that uses 60 of 1,000 t is lawful', async () => {
    const asker = await confirmed('L1', '940');
    await revise(asker, 2, '0.06');
    await collect(asker, 3, '0.06');
    expect((await book.account('L1'))!.lots.map(({ quantity }) => quantity)).toEqual(['0', '40']);
    expect(await found('L1')).toEqual([]);
  });

  it('after an amendment from 5 % to 4 %, a collection that still uses 50 t is found at its event', async () => {
    const asker = await confirmed('L2', '950');
    await revise(asker, 2, '0.04');
    await collect(asker, 3, '0.05');
    expect(await found('L2')).toEqual([['offset-cap-exceeded', 'L2/2024/6']]);
  });

  it('50 t collected under 5 % stay lawful when an amendment to 4 % comes after them', async () => {
    const asker = await confirmed('L3', '950');
    await collect(asker, 2, '0.05');
    await revise(asker, 3, '0.04');
    expect(await found('L3')).toEqual([]);
  });

  it('60 t collected under 5 % are not made good by an amendment to 6 % after them', async () => {
    const asker = await confirmed('L4', '940');
    await collect(asker, 2, '0.06');
    await revise(asker, 3, '0.06');
    expect(await found('L4')).toEqual([['offset-cap-exceeded', 'L4/2024/5']]);
  });

  it('an application is judged too, by the amendment before it: 60 t under 6 %, and 61 t', async () => {
    for (const [unit, quantity] of [
      ['L5', '60'],
      ['L6', '61'],
    ] as const) {
      const asker = await confirmed(unit, '940');
      await revise(asker, 2, '0.06');
      const lots = [{ lot: `${unit}/L2`, quantity }];
      await asker.take(
        stepOf('act:apply', after(3), [{ kind: 'reserve', lots }], { type: 'offsets-applied-for', with: { lots } }),
      );
    }
    expect(await found('L5')).toEqual([]);
    expect(await found('L6')).toEqual([['offset-cap-exceeded', 'L6/2024/5']]);
  });

  it('a correction is judged under the law of its day: of 500 t the 50 t given are too many, and 25 t going back mend it', async () => {
    const mended = await confirmed('L7', '950');
    await collect(mended, 2, '0.05');
    const moves = [
      { lot: 'L7/L2', quantity: '25', kind: 'offset', by: 'platform' },
      { lot: 'L7/L1', quantity: '475', kind: 'allowance', by: 'platform' },
    ] as const;
    const corrected = {
      type: 'emissions-corrected',
      at: after(3),
      by: 'platform',
      with: { emissions: '500', obligation: '500' },
    } as const;
    const back = { type: 'given-back', at: after(3), by: 'platform', with: { moves: [...moves] } } as const;
    await mended.take({
      ...stepOf('act:correct', after(3), [{ kind: 'give-back', moves: [...moves], shortfall: '0' }]),
      events: [corrected, back],
    });
    expect(await found('L7')).toEqual([]);
    const left = await confirmed('L8', '950');
    await collect(left, 2, '0.05');
    await left.take({ ...stepOf('act:correct', after(3)), events: [corrected] });
    expect(await found('L8')).toContainEqual(['offset-cap-exceeded', 'L8/2024/6']);
  });
});
