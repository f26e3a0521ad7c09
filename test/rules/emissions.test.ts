import { describe, expect, it } from 'vitest';
import type { EmissionsInput } from '../../domain/rules/emissions.js';
import { answerTo, asked } from './asking.js';

const NONE: EmissionsInput = { fuels: [], electricityMWh: '0', greenElectricityMWh: '0', heatGJ: '0', process: '0' };
const parts = (more: Partial<EmissionsInput>): Record<string, string> =>
  answerTo('emissions', { ...NONE, ...more }) as Record<string, string>;

describe('二(一) 碳排放核算 › fuels', () => {
  // NCV × carbon content × oxidation × 44/12 × 10, in exact fractions on paper
  it.each([
    ['natural-gas', '216218.88'], // 389.31 × 15.3 × 0.99 × 44/12 × 10 = 216218.8809
    ['gasoline', '29250.56'], // 43.070 × 18.9 × 0.98 × 44/12 × 10 = 29250.5598
    ['diesel', '30959.1'], // 42.652 × 20.2 × 0.98 × 44/12 × 10 = 30959.0963…
    ['lpg', '31013.3'], // 50.179 × 17.2 × 0.98 × 44/12 × 10 = 31013.2982…
    ['kerosene', '30179.15'], // 43.070 × 19.5 × 0.98 × 44/12 × 10 = 30179.149
    ['fuel-oil', '31704.61'], // 41.816 × 21.1 × 0.98 × 44/12 × 10 = 31704.6124…
  ] as const)('%s: ten thousand units are %s t', (fuel, tonnes) => {
    expect(parts({ fuels: [{ fuel, consumption: '10000' }] })['fossil']).toBe(tonnes);
  });

  it('own measured factors go before the table, each by itself', () => {
    const fuel = 'diesel';
    // 42 × 20.2 × 0.98 × 44/12 = 3048.584
    expect(parts({ fuels: [{ fuel, consumption: '1000', ncv: '42' }] })['fossil']).toBe('3048.58');
    // 42.652 × 20 × 0.98 × 44/12 = 3065.257066…
    expect(parts({ fuels: [{ fuel, consumption: '1000', carbonContent: '20' }] })['fossil']).toBe('3065.26');
    // 42.652 × 20.2 × 1 × 44/12 = 3159.091466…
    expect(parts({ fuels: [{ fuel, consumption: '1000', oxidation: '1' }] })['fossil']).toBe('3159.09');
  });

  it('an answer rests on the table only for the factors that it took from it', () => {
    const own = { fuel: 'diesel', consumption: '1', ncv: '42', carbonContent: '20', oxidation: '1' } as const;
    expect(asked('emissions', { ...NONE, fuels: [own] }).because.some((why) => why.startsWith('fuel.'))).toBe(false);
    expect(asked('emissions', { ...NONE, fuels: [{ fuel: 'diesel', consumption: '1' }] }).because.join()).toMatch(
      /fuel\.diesel\.ncv/,
    );
  });

  it('rounds the sum of the fuels once, never each fuel', () => {
    // 1 × 1 × 1.2 × 1 × 44/12000 = 0.0044 t each; three are 0.0132 t
    const each = { fuel: 'diesel', consumption: '1', ncv: '1', carbonContent: '1.2', oxidation: '1' } as const;
    expect(parts({ fuels: [each] })['fossil']).toBe('0');
    expect(parts({ fuels: [each, each, each] })['fossil']).toBe('0.01');
  });

  it('half a hundredth goes up, and thirds that add up to it do too', () => {
    const tie = { fuel: 'diesel', consumption: '15', ncv: '1', carbonContent: '1', oxidation: '1' } as const; // 15 × 44/12000 = 0.055
    expect(parts({ fuels: [tie] })['fossil']).toBe('0.06');
    const third = { ...tie, consumption: '5' }; // 0.018333… each
    expect(parts({ fuels: [third, third, third] })['fossil']).toBe('0.06');
  });
});

describe('二(一) › electricity, heat, process', () => {
  it('0.604 t/MWh and 0.11 t/GJ', () => {
    expect(parts({ electricityMWh: '1000', heatGJ: '1000' })).toEqual({
      fossil: '0',
      electricity: '604',
      heat: '110',
      process: '0',
      total: '714',
    });
  });
  it('购买使用的绿电碳排放量核算为零 — green electricity is taken off', () => {
    expect(parts({ electricityMWh: '1000', greenElectricityMWh: '200' })['electricity']).toBe('483.2');
    expect(parts({ electricityMWh: '1000', greenElectricityMWh: '1000' })['electricity']).toBe('0');
  });
  it('more green electricity than electricity is a mistake', () => {
    expect(() => parts({ electricityMWh: '1000', greenElectricityMWh: '1000.01' })).toThrow(/exceed the 1000 MWh/);
  });
  it('each part is rounded half up, and the total is the sum of the rounded parts', () => {
    // 0.125 MWh × 0.604 = 0.0755 → 0.08; 0.05 GJ × 0.11 = 0.0055 → 0.01; 0.005 → 0.01
    expect(parts({ electricityMWh: '0.125', heatGJ: '0.05', process: '0.005' })).toMatchObject({
      electricity: '0.08',
      heat: '0.01',
      process: '0.01',
      total: '0.1',
    });
    expect(parts({ process: '0.0049' })['process']).toBe('0');
  });
  it("the notice's zero for green power is decided, the factors are not", () => {
    const { provisional, because } = asked('emissions', { ...NONE, electricityMWh: '10', greenElectricityMWh: '5' });
    expect(provisional).toBe(true);
    expect(because.join()).toMatch(/electricity\.factor = 0\.604 is expected/);
    expect(because.join()).not.toMatch(/green-electricity/);
  });
  it('the working shows each fuel to the hundredth, and cites green electricity only where there is any', () => {
    const quotes = (green: string): string =>
      asked('emissions', { ...NONE, electricityMWh: '10', greenElectricityMWh: green })
        .cites.map(({ quote }) => quote)
        .join();
    expect(quotes('1')).toMatch(/绿电碳排放量核算为零/);
    expect(quotes('0')).not.toMatch(/绿电/);
    const [gas] = asked('emissions', { ...NONE, fuels: [{ fuel: 'natural-gas', consumption: '100' }] }).working;
    expect(gas?.value).toBe('2162.19');
  });
  it('heat rests on its factor only where there is heat', () => {
    expect(asked('emissions', { ...NONE, heatGJ: '1' }).because.join()).toMatch(/heat\.factor/);
    expect(asked('emissions', NONE).because.join()).not.toMatch(/heat\.factor/);
  });
});
