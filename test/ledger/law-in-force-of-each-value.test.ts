import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LotFacts } from '../../domain/model/account.js';
import type { Terms } from '../../domain/model/terms.js';
import { checkBook } from '../../ledger/checker/checker.js';
import { Book } from '../../records/book.js';
import { bookDatabase, type TestDatabase } from '../records/database.js';
import { after, allowances, Asker, credited, stepOf } from '../records/steps.js';

type OffsetLaw = NonNullable<Terms['offsets']>;

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

/** As every case of these tests is opened: on 10 May 2024, of 1,000 t confirmed 50 t may be offsets, 25 t of them from outside. */
const OPENING: OffsetLaw = { share: '0.05', outsideShare: '0.025', oldRecordedUpTo: '2017-03-14', oldUsableTo: '2024-12-31' };
const OUTSIDE = { product: 'ccer', origin: 'outside', recordedOn: '2018-05-01', quantity: '100' } as const;
const OLD = { product: 'ccer', origin: 'beijing', recordedOn: '2017-03-14', quantity: '100' } as const;
const NEW = { product: 'ccer', origin: 'beijing', recordedOn: '2017-03-15', quantity: '100' } as const;

interface Tried {
  readonly lot: LotFacts;
  /** In force from the second hour on. */
  readonly revised: Partial<OffsetLaw>;
  readonly quantity: string;
  /** Hours after the case opened at midnight. */
  readonly hour: number;
}

let units = 0;
/** What the checker says of offsets that are given at an hour, before or after an amendment. */
async function judged({ lot, revised, quantity, hour }: Tried): Promise<string[]> {
  units += 1;
  const unit = `V${String(units)}`;
  const asker = await new Asker(book, unit).open([credited(allowances('10'), lot)]);
  await asker.take(
    stepOf('act:confirm', after(1), [], { type: 'emissions-confirmed', with: { emissions: '1000', obligation: '1000' } }),
  );
  const values = { offsets: { ...OPENING, ...revised } };
  const adopt = stepOf('act:revise', after(2), [], {
    type: 'revision-adopted',
    with: { revision: 2, digest: 'r2', deadlines: {}, values },
  });
  const lots = [{ lot: `${unit}/L2`, quantity }];
  const apply = stepOf('act:apply', after(hour), [{ kind: 'reserve', lots }], { type: 'offsets-applied-for', with: { lots } });
  for (const step of hour < 2 ? [apply, adopt] : [adopt, apply]) await asker.take(step);
  return (await checkBook(book.pool)).filter((one) => one.units?.includes(unit)).map(({ check }) => check);
}

const CAP = ['offset-cap-exceeded'];
const NOT_ELIGIBLE = ['offset-not-eligible'];
/** 00:00 of 11 May is an hour of the next day. */
const [BEFORE, AFTER, NEXT_DAY] = [1, 2, 24];

const OF_OUTSIDE: readonly [what: string, to: string, quantity: string, hour: number, found: string[]][] = [
  ['25 t from outside under 2.5 %', '0.03', '25', BEFORE, []],
  ['26 t under 2.5 %, and 3 % come after them', '0.03', '26', BEFORE, CAP],
  ['30 t under 3 %', '0.03', '30', AFTER, []],
  ['31 t under 3 %', '0.03', '31', AFTER, CAP],
  ['25 t under 2.5 %, and 2 % come after them', '0.02', '25', BEFORE, []],
  ['20 t under 2 %', '0.02', '20', AFTER, []],
  ['21 t under 2 %', '0.02', '21', AFTER, CAP],
];
const OF_OLD: readonly [what: string, revised: Partial<OffsetLaw>, lot: LotFacts, hour: number, found: string[]][] = [
  ['an old one on 10 May, and 9 May becomes the last day after it', { oldUsableTo: '2024-05-09' }, OLD, BEFORE, []],
  ['an old one on 10 May, of which 9 May is the last day by now', { oldUsableTo: '2024-05-09' }, OLD, AFTER, NOT_ELIGIBLE],
  ['an old one on 10 May, which is the last day by now', { oldUsableTo: '2024-05-10' }, OLD, AFTER, []],
  ['an old one on 11 May, of which 10 May is the last day by now', { oldUsableTo: '2024-05-10' }, OLD, NEXT_DAY, NOT_ELIGIBLE],
  ['one recorded the day after what is old', { oldUsableTo: '2024-05-09' }, NEW, AFTER, []],
  ['the same, which is old by now', { oldRecordedUpTo: '2017-03-15', oldUsableTo: '2024-05-09' }, NEW, AFTER, NOT_ELIGIBLE],
  ['the same, and it becomes old after it', { oldRecordedUpTo: '2017-03-15', oldUsableTo: '2024-05-09' }, NEW, BEFORE, []],
  ['one that is old no more', { oldRecordedUpTo: '2017-03-13', oldUsableTo: '2024-05-09' }, OLD, AFTER, []],
];

describe('三(四) — each value that the checker judges offsets by is that of the law in force at the event', () => {
  it.each(OF_OUTSIDE)('%s', async (_, outsideShare, quantity, hour, found) => {
    expect(await judged({ lot: OUTSIDE, revised: { outsideShare }, quantity, hour })).toEqual(found);
  });

  it.each(OF_OLD)('%s', async (_, revised, lot, hour, found) => {
    expect(await judged({ lot, revised, quantity: '5', hour })).toEqual(found);
  });
});
