import { describe, expect, it } from 'vitest';
import type { AskedAllocation } from '../../regulation/allocation-input.js';
import { answerTo, asked } from './asking.js';

const of = (input: Partial<AskedAllocation>): Record<string, string> =>
  answerTo('allocation', { parts: [], ...input }) as Record<string, string>;

describe('二(二) 免费发放配额按照行业核算方法核定 › the three methods', () => {
  it('historic total: the mean of the base years times the coefficient', () => {
    // (12000 + 11800) / 2 × 0.98 = 11662
    expect(of({ parts: [{ method: 'historic-total', baseEmissions: ['12000', '11800'], coefficient: '0.98' }] })).toEqual({
      beforeLimit: '11662',
      afterLimit: '11662',
      bound: 'none',
    });
  });
  it('benchmark: activity times benchmark, summed over products', () => {
    // 1,500,000 × 0.0631 + 100 × 2 = 94650 + 200
    const products = [
      { activity: '1500000', benchmark: '0.0631' },
      { activity: '100', benchmark: '2' },
    ];
    expect(of({ parts: [{ method: 'benchmark', products }] })['beforeLimit']).toBe('94850');
  });
  it('historic intensity: activity times base intensity, summed, times the coefficient', () => {
    // (4000 × 0.5 + 1000 × 1.5) × 0.97 = 3395
    const products = [
      { activity: '4000', baseIntensity: '0.5' },
      { activity: '1000', baseIntensity: '1.5' },
    ];
    expect(of({ parts: [{ method: 'historic-intensity', products, coefficient: '0.97' }] })['beforeLimit']).toBe('3395');
  });
  it('a unit of three parts, with new facilities and deductions', () => {
    // 11662 + 94650 + 1940 + 6000 − 5200 = 109052
    expect(
      of({
        parts: [
          { method: 'historic-total', baseEmissions: ['12000', '11800'], coefficient: '0.98' },
          { method: 'benchmark', products: [{ activity: '1500000', benchmark: '0.0631' }] },
          { method: 'historic-intensity', products: [{ activity: '4000', baseIntensity: '0.5' }], coefficient: '0.97' },
        ],
        newFacilities: ['6000'],
        deductions: ['5200'],
        confirmed: '98000',
      }),
    ).toEqual({ beforeLimit: '109052', afterLimit: '109052', bound: 'none' });
  });
  it('several new facilities and deductions are all counted', () => {
    expect(of({ newFacilities: ['10', '20'], deductions: ['1', '2'] })['afterLimit']).toBe('27');
  });
});

describe('二(二) 设置配额富余和亏缺20%上限', () => {
  const exactly = (amount: string, confirmed: string): Record<string, string> => of({ newFacilities: [amount], confirmed });

  it('an amount of exactly 1.2 times the confirmed emissions stands, a tonne more is cut', () => {
    expect(exactly('120000', '100000')).toEqual({ beforeLimit: '120000', afterLimit: '120000', bound: 'none' });
    expect(exactly('120001', '100000')).toEqual({ beforeLimit: '120001', afterLimit: '120000', bound: 'upper' });
  });
  it('an amount of exactly 0.8 times stands, a tonne less is lifted', () => {
    expect(exactly('80000', '100000')).toEqual({ beforeLimit: '80000', afterLimit: '80000', bound: 'none' });
    expect(exactly('79999', '100000')).toEqual({ beforeLimit: '79999', afterLimit: '80000', bound: 'lower' });
  });
  it('the limit is kept exactly and rounded afterwards: half a tonne outside it at most', () => {
    // 1.2 × 1000.4 = 1200.48 → 1200; 0.8 × 1000.4 = 800.32 → 800; 1.2 × 1000.5 = 1200.6 → 1201
    expect(exactly('5000', '1000.4')['afterLimit']).toBe('1200');
    expect(exactly('1', '1000.4')['afterLimit']).toBe('800');
    expect(exactly('5000', '1000.5')['afterLimit']).toBe('1201');
    expect(exactly('1200.49', '1000.4')).toMatchObject({ bound: 'upper', beforeLimit: '1200' });
  });
  it('without confirmed emissions nothing binds', () => {
    expect(of({ newFacilities: ['5000'] })).toEqual({ beforeLimit: '5000', afterLimit: '5000', bound: 'none' });
  });
  it('confirmed emissions of zero leave nothing', () => {
    expect(exactly('5000', '0')).toEqual({ beforeLimit: '5000', afterLimit: '0', bound: 'upper' });
    expect(exactly('0', '0')).toEqual({ beforeLimit: '0', afterLimit: '0', bound: 'none' });
  });
  it('deductions beyond everything leave nothing, and the lower limit lifts them', () => {
    expect(of({ newFacilities: ['100'], deductions: ['300'] })).toEqual({ beforeLimit: '-200', afterLimit: '0', bound: 'none' });
    expect(of({ newFacilities: ['100'], deductions: ['300'], confirmed: '1000' })).toEqual({
      beforeLimit: '-200',
      afterLimit: '800',
      bound: 'lower',
    });
  });
});

describe('policy 精确到个位 — whole tonnes, half up, after everything', () => {
  it('half a tonne goes up, less does not', () => {
    expect(of({ newFacilities: ['0.5'] })).toMatchObject({ beforeLimit: '1', afterLimit: '1' });
    expect(of({ newFacilities: ['0.499999999999'] })['afterLimit']).toBe('0');
  });
  it('means that do not end are never cut on the way', () => {
    // 10/3 × 0.15 = 0.5 exactly; 1/3 + 1/6 = 0.5 exactly
    const mean = { method: 'historic-total', baseEmissions: ['4', '3', '3'], coefficient: '0.15' } as const;
    expect(of({ parts: [mean] })['afterLimit']).toBe('1');
    const third = { method: 'historic-total', baseEmissions: ['1', '0', '0'], coefficient: '1' } as const;
    const sixth = { method: 'historic-total', baseEmissions: ['1', '0', '0', '0', '0', '0'], coefficient: '1' } as const;
    expect(of({ parts: [third, sixth] })['afterLimit']).toBe('1');
    expect(of({ parts: [third, third], newFacilities: ['0.8'] })['afterLimit']).toBe('1');
  });
});

describe('附件4 — values of the rulebook', () => {
  it('a product named takes its benchmark from the rulebook: heat at 0.0631 t/GJ, a placeholder', () => {
    const answer = asked('allocation', {
      parts: [{ method: 'benchmark', products: [{ activity: '1500000', product: 'heat' }] }],
    });
    expect(answer.answer).toMatchObject({ afterLimit: '94650' });
    expect(answer.because.join()).toMatch(/benchmark\.heat = 0\.0631 is placeholder/);
  });
  it('a stated value goes before the named one', () => {
    const products = [{ activity: '100', product: 'heat', benchmark: '2' }];
    expect(of({ parts: [{ method: 'benchmark', products }] })['afterLimit']).toBe('200');
  });
  it('a sector or product that the rulebook does not have is told by name, with what there is', () => {
    const heat = { method: 'historic-total', baseEmissions: ['1'], sector: 'services' } as const;
    expect(() => of({ parts: [heat] })).toThrow(/coefficient\.historic-total\.services is not in the rulebook/);
    const cement = { method: 'benchmark', products: [{ activity: '1', product: 'cement' }] } as const;
    expect(() => of({ parts: [cement] })).toThrow(/benchmark\.cement is not in the rulebook, which has benchmark\.heat/);
    const intensity = { method: 'historic-intensity', products: [{ activity: '1' }], coefficient: '1' } as const;
    expect(() => of({ parts: [intensity] })).toThrow(/name the product/);
  });
  it('the formula of the limit is a placeholder and says so', () => {
    expect(asked('allocation', { parts: [], confirmed: '1' }).because.join()).toMatch(/allocation\.limit-formula/);
    expect(asked('allocation', { parts: [], newFacilities: ['1'] }).because.join()).not.toMatch(/limit-formula/);
  });
});
