import { describe, expect, it } from 'vitest';
import type { CollectionAnswer, CollectionInput, HeldLot } from '../../domain/rules/collection.js';
import { answerTo, asked } from './asking.js';

const NOTHING = { allowances: '0', offsets: '0', offsetsOutside: '0' };
const collect = (confirmed: string, holdings: readonly HeldLot[], more: Partial<CollectionInput> = {}): CollectionAnswer =>
  answerTo('collection', { confirmed, surrendered: NOTHING, on: '2024-11-16', holdings, ...more }) as CollectionAnswer;
const allowance = (lot: string, vintage: number, quantity: string, expiresOn?: string): HeldLot => ({
  lot,
  product: 'allowance',
  vintage,
  quantity,
  ...(expiresOn === undefined ? {} : { expiresOn }),
});
const ccer = (lot: string, quantity: string, recordedOn = '2018-01-01', origin: 'beijing' | 'outside' = 'beijing'): HeldLot => ({
  lot,
  product: 'ccer',
  origin,
  recordedOn,
  quantity,
});
const inclusive = (lot: string, quantity: string, recordedOn: string, origin: 'beijing' | 'outside' = 'outside'): HeldLot => ({
  lot,
  product: 'carbon-inclusive',
  origin,
  recordedOn,
  quantity,
});
const lots = (answer: CollectionAnswer): string[] => answer.moves.map(({ lot, quantity }) => `${lot} ${quantity}`);

describe('三(四) 管理平台将自动收缴其账户内的配额及抵销产品，用于清缴 › order', () => {
  it('the example: what expires first, then the others, then offsets, and what stays short', () => {
    const answer = collect('98765.43', [
      allowance('L1', 2022, '5000'),
      allowance('L2', 2023, '700', '2024-11-15'),
      ccer('O1', '900', '2016-05-01', 'outside'),
    ]);
    expect(answer).toEqual({
      obligation: '98766',
      moves: [
        { lot: 'L2', quantity: '700' },
        { lot: 'L1', quantity: '5000' },
        { lot: 'O1', quantity: '900' },
      ],
      allowances: '5700',
      offsets: '900',
      shortfall: '92166',
    });
  });
  it('oldest vintage first within both kinds of allowance, ties in the order given', () => {
    const holdings = [
      allowance('A', 2023, '1'),
      allowance('B', 2021, '1'),
      allowance('C', 2023, '1', '2024-11-15'),
      allowance('D', 2022, '1', '2024-11-15'),
      allowance('E', 2021, '1'),
    ];
    expect(lots(collect('100', holdings))).toEqual(['D 1', 'C 1', 'B 1', 'E 1', 'A 1']);
  });
  it('不预借 — what is of a year after the emission year is passed over, also where it expires with this deadline', () => {
    const holdings = [allowance('A', 2024, '60'), allowance('B', 2023, '30'), allowance('C', 2024, '5', '2024-11-15')];
    expect(collect('100', holdings)).toMatchObject({ moves: [{ lot: 'B', quantity: '30' }], allowances: '30', shortfall: '70' });
    const { working } = asked('collection', { confirmed: '100', surrendered: NOTHING, on: '2024-11-16', holdings });
    expect(working.filter(({ step }) => step.includes('不预借')).map(({ step }) => step.slice(0, 2))).toEqual(['A:', 'C:']);
    // cycle 2022 settles emission year 2021
    const year = { confirmed: '100', surrendered: NOTHING, on: '2022-12-01', holdings: [allowance('B', 2022, '30')] };
    expect(answerTo('collection', year, '2022.r3')).toMatchObject({ moves: [], shortfall: '100' });
  });
  it('oldest recorded offsets first, ties in the order given', () => {
    const holdings = [
      ccer('A', '1', '2019-01-01'),
      inclusive('B', '1', '2018-01-01'),
      ccer('C', '1', '2019-01-01'),
      ccer('D', '1', '2017-06-01'),
    ];
    expect(lots(collect('100', holdings))).toEqual(['D 1', 'B 1', 'A 1', 'C 1']);
  });
  it('allowances go before offsets, however old those are', () => {
    expect(lots(collect('10', [ccer('O', '5', '2010-01-01'), allowance('L', 2023, '20')]))).toEqual(['L 10']);
  });
});

describe('三(四) › what is taken', () => {
  it('never more than is owed; what is not touched does not appear', () => {
    const answer = collect('99.2', [
      allowance('A', 2021, '60'),
      allowance('Z', 2021, '0'),
      allowance('B', 2022, '60'),
      allowance('C', 2023, '60'),
    ]);
    expect(answer).toMatchObject({ obligation: '100', allowances: '100', offsets: '0', shortfall: '0' });
    expect(lots(answer)).toEqual(['A 60', 'B 40']);
  });
  it('what was surrendered counts, also more than is owed', () => {
    const surrendered = { allowances: '90', offsets: '5', offsetsOutside: '2' };
    expect(lots(collect('100', [allowance('A', 2021, '60')], { surrendered }))).toEqual(['A 5']);
    const more = { allowances: '101', offsets: '0', offsetsOutside: '0' };
    expect(collect('100', [allowance('A', 2021, '60')], { surrendered: more })).toMatchObject({ moves: [], shortfall: '0' });
  });
  it('offsetsOutside is a part of offsets', () => {
    const surrendered = { allowances: '0', offsets: '1', offsetsOutside: '2' };
    expect(() => collect('100', [], { surrendered })).toThrow(/offsetsOutside is a part of offsets/);
  });
  it('nothing held, everything short', () => {
    expect(collect('100.5', [])).toEqual({ obligation: '101', moves: [], allowances: '0', offsets: '0', shortfall: '101' });
  });
});

describe('三(四) policy — allowances that expire', () => {
  it('on the surrender deadline still count in the collection that follows it, however late that runs', () => {
    for (const on of ['2024-11-16', '2024-12-20'])
      expect(lots(collect('10', [allowance('A', 2023, '3', '2024-11-15')], { on }))).toEqual(['A 3']);
  });
  it('before it do not', () => {
    expect(lots(collect('10', [allowance('A', 2023, '3', '2024-11-14')]))).toEqual([]);
  });
  it('after it count among the others', () => {
    const holdings = [
      allowance('A', 2023, '3', '2025-11-15'),
      allowance('B', 2022, '3'),
      allowance('C', 2023, '3', '2024-11-15'),
    ];
    expect(lots(collect('10', holdings))).toEqual(['C 3', 'B 3', 'A 3']);
  });
});

describe('三(四) 不得高于当年核定碳排放量的5% › the caps in collection', () => {
  it('5 % and not one tonne more', () => {
    // 5 % of 1,000 t are 50 t
    expect(collect('1000', [ccer('O', '51')])).toMatchObject({ offsets: '50', shortfall: '950' });
    expect(collect('1000', [ccer('O', '50')])).toMatchObject({ offsets: '50' });
  });
  it('2.5 % from outside Beijing inside it, and Beijing may fill the rest', () => {
    const holdings = [ccer('OUT', '40', '2018-01-01', 'outside'), ccer('IN', '40', '2019-01-01')];
    expect(lots(collect('1000', holdings))).toEqual(['OUT 25', 'IN 25']);
  });
  it('京环发〔2024〕16号 — the 2.5 % concerns CCER, not carbon-inclusive credits', () => {
    expect(lots(collect('1000', [inclusive('C', '60', '2024-01-01')]))).toEqual(['C 50']);
    const holdings = [inclusive('C', '10', '2018-01-01'), ccer('OUT', '60', '2019-01-01', 'outside')];
    expect(lots(collect('1000', holdings))).toEqual(['C 10', 'OUT 25']);
  });
  it('what was surrendered uses the caps up', () => {
    const surrendered = { allowances: '0', offsets: '45', offsetsOutside: '20' };
    const holdings = [ccer('OUT', '40', '2018-01-01', 'outside'), ccer('IN', '40', '2019-01-01')];
    expect(lots(collect('1000', holdings, { surrendered }))).toEqual(['OUT 5']);
    const both = { allowances: '0', offsets: '30', offsetsOutside: '25' };
    expect(lots(collect('1000', holdings, { surrendered: both }))).toEqual(['IN 20']);
    const over = { allowances: '0', offsets: '60', offsetsOutside: '30' };
    expect(lots(collect('1000', holdings, { surrendered: over }))).toEqual([]);
  });
  it('a lot from outside that finds the whole cap used leaves the narrower one alone', () => {
    const holdings = [ccer('IN', '40', '2018-01-01'), ccer('OUT', '40', '2019-01-01', 'outside')];
    expect(lots(collect('1000', holdings))).toEqual(['IN 40', 'OUT 10']);
  });
  it('the caps are of the confirmed emissions, not of the obligation', () => {
    // 5 % of 19.5 are 0.975 → 0, of the obligation 20 it would be 1
    expect(collect('19.5', [ccer('O', '5')])).toMatchObject({ obligation: '20', offsets: '0' });
  });
});

describe('三(四) › eligibility is judged on the day of collection', () => {
  const old = ccer('OLD', '5', '2017-03-14');
  it('an old CCER counts on 31 December 2024 and not on 1 January 2025', () => {
    expect(lots(collect('1000', [old], { on: '2024-12-31' }))).toEqual(['OLD 5']);
    expect(lots(collect('1000', [old], { on: '2025-01-01' }))).toEqual([]);
  });
  it('what is not eligible takes no room of the caps', () => {
    const holdings = [old, ccer('NEW', '60')];
    expect(lots(collect('1000', holdings, { on: '2025-01-01' }))).toEqual(['NEW 50']);
  });
});

describe('三(四) › what the answer rests on', () => {
  it('the working says which lots found no room', () => {
    const holdings = [ccer('A', '50', '2018-01-01'), ccer('B', '50', '2019-01-01')];
    const { working } = asked('collection', { confirmed: '1000', surrendered: NOTHING, on: '2024-11-16', holdings });
    const noRoom = working.filter(({ step }) => step.includes('no room')).map(({ step }) => step.slice(0, 2));
    expect(noRoom).toEqual(['B:']);
    expect(working.filter(({ step }) => step.includes('collected from')).map(({ value }) => value)).toEqual(['50']);
  });
  it('without CCER from outside Beijing it does not rest on the expected 2.5 %', () => {
    const question = { confirmed: '1000', surrendered: NOTHING, on: '2024-11-16' };
    expect(asked('collection', { ...question, holdings: [allowance('A', 2023, '5')] }).provisional).toBe(false);
    expect(asked('collection', { ...question, holdings: [ccer('O', '5', '2018-01-01', 'outside')] }).provisional).toBe(true);
  });
});
