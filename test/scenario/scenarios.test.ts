import { describe, expect, test } from 'vitest';
import { differences, play, scenarioNames, scenariosWithoutExpectation } from './play.js';

interface Mail {
  readonly at: string;
  readonly to: string;
  readonly template: string;
  readonly unit?: string;
}
interface Outcome {
  readonly digest: string;
  readonly units: Record<string, { holdings: { product: string; quantity: string }[]; timeline: { at: string }[] }>;
  readonly mails: Mail[];
  readonly ledger: { allowance: { held: string }; balanced: boolean };
  readonly audit: { chain: string };
}

const order = (mail: Mail): string[] => [mail.at, mail.unit ?? '', mail.template, mail.to];
const before = (one: string[], other: string[]): boolean => {
  const index = one.findIndex((part, at) => part !== other[at]);
  return index < 0 || (one[index] ?? '') < (other[index] ?? '');
};

describe('every scenario gives what the law and the contract say', () => {
  test('no scenario stands without an expectation', () => {
    expect(scenariosWithoutExpectation()).toEqual([]);
  });

  test.each(scenarioNames())('%s', async (name) => {
    const outcome = await play(name);
    const found = differences(name, outcome);
    expect(found, `\n  ${found.join('\n  ')}`).toEqual([]);
  });
});

describe('every scenario, whatever happens in it', () => {
  test.each(scenarioNames())('%s: the ledger balances, holds what the units hold, and the chain is intact', async (name) => {
    const { ledger, audit, units } = (await play(name)) as Outcome;
    expect(ledger.balanced, name).toBe(true);
    expect(audit.chain, name).toBe('intact');
    const lots = Object.values(units).flatMap((unit) => unit.holdings);
    const held = lots.filter((lot) => lot.product === 'allowance').reduce((sum, lot) => sum + BigInt(lot.quantity), 0n);
    expect(held.toString(), `${name} › ledger.allowance.held against the units' holdings`).toBe(ledger.allowance.held);
  });

  test.each(scenarioNames())('%s: mails stand by instant, unit, template, recipient; timelines by instant', async (name) => {
    const { mails, units } = (await play(name)) as Outcome;
    const wrong = mails.slice(1).filter((mail, index) => !before(order(mails[index] as Mail), order(mail)));
    expect(wrong, `${name} › mails out of order`).toEqual([]);
    for (const [id, { timeline }] of Object.entries(units)) {
      const instants = timeline.map((entry) => entry.at);
      expect(instants, `${name} › units.${id}.timeline`).toEqual([...instants].sort());
    }
  });

  test.each(scenarioNames())('%s: played twice it is the same to the byte', async (name) => {
    const untimed = (outcome: unknown): string => JSON.stringify({ ...(outcome as Outcome), timing: undefined });
    expect(untimed(await play(name)), name).toBe(untimed(await play(name)));
  });
});
