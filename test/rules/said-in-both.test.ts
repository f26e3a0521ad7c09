import { describe, expect, it } from 'vitest';
import { RULE_NAMES } from '../../regulation/ask.js';
import { rulebookNamed } from '../../regulation/named.js';
import { answerQuestion } from '../../views/questions.js';

const HAN = /\p{Script=Han}/u;
const books = ['2020', '2022', '2023', '2024'].map((name) => rulebookNamed(name));
const ASKED: readonly unknown[] = [
  {},
  [],
  { unheardOf: 1 },
  { confirmed: 'x' },
  { confirmed: 1 },
  { duty: 'x' },
  { duty: 'surrender' },
  { duty: 'general-report' },
  { duty: 'monthly-check' },
  { duty: 'monthly-evidence', month: '2024-13' },
  { duty: 'rectification' },
  { duty: 'first-report', shortOn: '2024-11-16' },
  { newlyListed: false, settledLastCycle: true },
  { electricityMWh: '1', greenElectricityMWh: '2' },
  { fuels: [{ fuel: 'coal', consumption: '1' }] },
  { parts: [{ method: 'historic-total', baseEmissions: ['1'], sector: 's' }] },
  { parts: [{ method: 'nothing' }] },
  { lot: '1', floor: '1', bids: [{ bidder: '', kind: 'x', price: '-1', quantity: '1', at: 'now' }] },
  { confirmed: '1', surrendered: { allowances: '0', offsets: '0', offsetsOutside: '1' }, on: '2024-11-16', holdings: [] },
];

describe('a rule says no in Chinese, and in English', () => {
  it.each(RULE_NAMES)('%s', (rule) => {
    const said = books.flatMap((book) =>
      ASKED.flatMap((question) => {
        const answer = answerQuestion(book, rule, question);
        return 'bad' in answer ? [answer.bad] : [];
      }),
    );
    expect(said.length).toBeGreaterThan(ASKED.length);
    expect(said.filter(({ zh, en }) => !HAN.test(zh) || HAN.test(en) || !/[a-z]/.test(en))).toEqual([]);
  });
});
