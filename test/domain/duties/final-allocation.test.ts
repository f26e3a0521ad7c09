import { describe, expect, it } from 'vitest';
import { wholeParts } from '../../../domain/duties/allocation-parts.js';
import type { Json } from '../../../domain/model/json.js';
import { begin, confirmed } from '../one-case.js';

const to = (amount: string) => ({ amount, basis: '核定意见' });
const preAllocated = (amount: string) => {
  const one = begin();
  one.act('2024-07-10', 'pre-allocate', to(amount), 'city/a');
  one.act('2024-09-10', 'confirm-emissions', { emissions: '98200', basis: '核查报告' }, 'city/a');
  return one;
};
const held = (one: ReturnType<typeof begin>) => one.account().lots.map((lot) => lot.quantity);

describe('三(三)2 — 9月15日前完成免费配额核发 › the final allocation', () => {
  it('in the last second of 15 September is in time, a second later late', () => {
    const [inTime, late] = [confirmed(), confirmed()];
    inTime.act('2024-09-15 23:59:59', 'allocate', to('97000'), 'city/a');
    late.act('2024-09-16 00:00:00', 'allocate', to('97000'), 'city/a');
    expect(inTime.duty('final-allocation')).toMatchObject({ state: 'done', late: false });
    expect(late.duty('final-allocation')).toMatchObject({ state: 'done', late: true });
  });

  it('expected — above the pre-allocation the rest is issued, below it the difference is taken back, at the same amount nothing moves', () => {
    const [more, less, same] = [preAllocated('70000'), preAllocated('70000'), preAllocated('70000')];
    more.act('2024-09-12', 'allocate', to('97000'), 'city/a');
    less.act('2024-09-12', 'allocate', to('65000'), 'city/a');
    same.act('2024-09-12', 'allocate', to('70000'), 'city/a');
    expect([held(more), held(less), held(same)]).toEqual([['70000', '27000'], ['65000'], ['70000']]);
    expect([less.c.facts.takenBack, less.c.facts.debt]).toEqual(['5000', '0']);
  });

  it('expected — what was sold already is a debt, settled from the next credit', () => {
    const one = preAllocated('70000');
    one.act('2024-09-11', 'settle-trade', { to: 'BJ-0002', quantity: '68000', price: '100.00' }, 'exchange');
    one.act('2024-09-12', 'allocate', to('65000'), 'city/a');
    expect([one.c.facts.takenBack, one.c.facts.debt]).toEqual(['2000', '3000']);
    one.act('2024-09-13', 'credit-auction', { to: 'BJ-0001', quantity: '4000', price: '104.89' }, 'exchange');
    expect([one.c.facts.takenBack, one.c.facts.debt, one.account().debt]).toEqual(['5000', '0', '0']);
    expect(held(one)).toEqual(['0', '1000']);
  });

  it('二(二) — 富余和亏缺20%上限: a stated amount outside it stands, with a finding', () => {
    const findings = (amount: string): boolean => {
      const one = confirmed('98200');
      one.act('2024-09-12', 'allocate', to(amount), 'city/a');
      return 'finding' in (one.events.find(({ type }) => type === 'allocated')?.with as object);
    };
    // 98,200 less and more 20 %: 78,560 and 117,840
    expect(['78559', '78560', '117840', '117841'].map(findings)).toEqual([true, false, false, true]);
  });

  it('comes after the confirmation, once; by the rule it would rest on the annex that is not in hand', () => {
    expect(begin().act('2024-09-01', 'allocate', to('97000'), 'city/a')).toBe('too-early');
    const one = confirmed();
    const parts = { parts: [{ method: 'historic-total', baseEmissions: ['12000'], coefficient: '0.98' }] };
    expect(one.act('2024-09-12', 'allocate', parts, 'city/a')).toBe('provisional');
    expect(one.act('2024-09-12', 'allocate', to('97000'), 'city/a')).toBe('done');
    expect(one.act('2024-09-12', 'allocate', to('97000'), 'city/a')).toBe('already-done');
  });

  it('二(二) — by the rule, in a rehearsal, from the parts as they are stated; a number that is left out is asked for by its place', () => {
    const by = (part: Json) => {
      const one = begin({ allowProvisional: true });
      one.act('2024-09-10', 'confirm-emissions', { emissions: '12000', basis: '核查报告' }, 'city/a');
      const code = one.act('2024-09-12', 'allocate', { parts: [part] }, 'city/a');
      return code === 'done' ? one.c.facts.final : code;
    };
    // 12,000 × 0.98; 100 × 110; 100 × 120 × 0.95
    expect(by({ method: 'historic-total', baseEmissions: ['12000'], coefficient: '0.98' })).toBe('11760');
    expect(by({ method: 'benchmark', products: [{ activity: '100', benchmark: '110' }] })).toBe('11000');
    const products = [{ activity: '100', baseIntensity: '120' }];
    expect(by({ method: 'historic-intensity', products, coefficient: '0.95' })).toBe('11400');
    expect(by({ method: 'historic-total', baseEmissions: ['12000'], sector: 'heat' })).toBe('bad-input');
    expect(by({ method: 'historic-intensity', products, sector: 'heat' })).toBe('bad-input');
    expect(by({ method: 'benchmark', products: [{ activity: '100', product: 'heat' }] })).toBe('bad-input');
    expect(wholeParts([{ method: 'benchmark', products: [{ activity: '1', benchmark: '1' }, { activity: '2' }] }])).toMatchObject(
      {
        path: ['with', 'parts', 0, 'products', 1, 'benchmark'],
      },
    );
  });
});
