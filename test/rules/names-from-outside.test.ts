import { describe, expect, it } from 'vitest';
import { definitionOf } from '../../acts/vocabulary.js';
import { explainedIn, valuesIn } from '../../gateway/document-shapes.js';
import { RULE_NAMES, type RuleName } from '../../regulation/ask.js';
import { rulebookNamed } from '../../regulation/named.js';
import { answerQuestion } from '../../views/questions.js';

const TRAPS = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__'] as const;
const book = rulebookNamed('2024');
const month = (name: string) => ({
  month: name,
  electricityMWh: '0',
  fuels: [],
  files: [{ name: 'a.pdf', sha256: 'a' }],
  zeroBecause: { electricity: '停产' },
});
const MONTHS = [{ month: '2023-01', figures: { electricity: '1' } }];

/** One good question of each rule. */
const ASKED: Readonly<Record<RuleName, unknown>> = {
  deadline: { duty: 'monthly-check', month: '2024-01', filedOn: '2024-02-01' },
  emissions: { fuels: [{ fuel: 'diesel', consumption: '1' }], electricityMWh: '1' },
  allocation: {
    parts: [{ method: 'historic-total', baseEmissions: ['1'], coefficient: '1' }],
    newFacilities: ['1'],
    confirmed: '1',
  },
  'pre-allocation': { lastApproved: '1', settledLastCycle: true, newlyListed: false },
  'true-up': { preAllocated: '1', final: '2' },
  obligation: { confirmed: '1' },
  'offset-limit': { confirmed: '1' },
  'offset-eligibility': { product: 'ccer', origin: 'beijing', recordedOn: '2016-05-01', usedOn: '2024-11-10' },
  'spot-check': { verified: '1', spotChecked: '2' },
  collection: {
    confirmed: '1',
    surrendered: { allowances: '0', offsets: '0', offsetsOutside: '0' },
    on: '2024-11-16',
    holdings: [{ lot: 'L', product: 'allowance', vintage: 2023, quantity: '1' }],
  },
  auction: {
    lot: '1',
    floor: '1',
    bids: [{ bidder: 'a', kind: 'key', price: '1', quantity: '1', at: '2024-09-10T09:00:00+08:00' }],
  },
  penalty: { shortfall: '1', averagePrice: '1' },
  plausibility: { data: month('2024-05'), previous: month('2024-04'), annual: { year: '2023', figures: { electricity: '1' } } },
  'annual-match': { year: '2023', months: MONTHS, annual: { electricity: '1' } },
};

/** The same question with a name under every object that it has, and with the name in place of every text. */
function* bent(value: unknown, name: string): Generator {
  if (typeof value === 'string') yield name;
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const [n, one] of value.entries()) for (const other of bent(one, name)) yield value.with(n, other);
    return;
  }
  for (const said of ['1', 1, {}]) yield JSON.parse(`${JSON.stringify(value).slice(0, -1)},"${name}":${JSON.stringify(said)}}`);
  for (const [key, one] of Object.entries(value)) for (const other of bent(one, name)) yield { ...value, [key]: other };
}

describe('a name from outside is never one that every object inherits', () => {
  it.each(RULE_NAMES)('%s answers or says what is wrong', (rule) => {
    expect(answerQuestion(book, rule, ASKED[rule])).toHaveProperty('answer');
    for (const name of TRAPS)
      for (const question of bent(ASKED[rule], name)) {
        const outcome = answerQuestion(book, rule, question);
        expect('answer' in outcome || 'bad' in outcome, JSON.stringify(question)).toBe(true);
      }
  });

  it('a figure that is called so counts as what it is: nothing in the other document', () => {
    const outcome = answerQuestion(book, 'annual-match', {
      year: '2023',
      months: MONTHS,
      annual: { electricity: '1', constructor: '5' },
    });
    const { findings } = (outcome as { answer: { answer: { findings: { about: string; numbers: object }[] } } }).answer.answer;
    expect(findings.find(({ about }) => about === 'constructor')?.numbers).toMatchObject({ months: '0', annual: '5' });
  });

  it('__proto__ is refused wherever names are free, and not passed over', () => {
    const proto = (inner: string) => JSON.parse(`{"__proto__":${inner}}`) as unknown;
    expect(answerQuestion(book, 'annual-match', { year: '2023', months: MONTHS, annual: proto('"1"') })).toHaveProperty('bad');
    expect([valuesIn, explainedIn].map((shape) => shape.safeParse(proto('"1"')).success)).toEqual([false, false]);
    expect(valuesIn.safeParse({ fuels: [proto('"1"')] }).success).toBe(false);
    expect(valuesIn.safeParse({ fuels: [{ constructor: '1' }] }).success).toBe(true);
    const evidence = definitionOf('submit-monthly-evidence');
    const brought = { month: '2024-05', electricityMWh: '1', fuels: [], files: [] };
    expect(evidence?.with.safeParse({ ...brought, auxiliary: proto('"运行小时"') }).success).toBe(false);
    expect(evidence?.with.safeParse({ ...brought, auxiliary: { constructor: '运行小时' } }).success).toBe(true);
  });
});
