import { describe, expect, test } from 'vitest';
import { play } from './play.js';

interface Unit {
  readonly status: string;
  readonly obligation: string | null;
  readonly holdings: { lot: string; quantity: string }[];
}
interface Outcome {
  readonly units: Record<string, Unit>;
  readonly mails: { unit?: string; template: string; at: string }[];
  readonly refusals: { act: number; code: string }[];
  readonly ledger: { allowance: { surrendered: string; held: string }; balanced: boolean };
}

describe('--units N: N units in all, copies of the first with its acts, ids and lot names rewritten', () => {
  test('three copies of the example settle each on their own, with lots named after each', () => {
    const outcome = play('contract-example', { units: 3 }) as Outcome;
    const ids = Object.keys(outcome.units);
    expect(ids).toHaveLength(3);
    for (const id of ids) {
      const unit = outcome.units[id];
      expect(unit?.status, id).toBe('settled');
      expect(unit?.obligation, id).toBe('98200');
      expect(
        unit?.holdings.map((lot) => lot.lot),
        id,
      ).toEqual(['L1', 'L2', 'L3', 'L4'].map((lot) => `${id}/${lot}`));
    }
    expect(outcome.refusals).toEqual([]);
  });

  test('the ledger of three is three times that of one: 3 × 98,200 = 294,600 surrendered, 3 × 3,800 = 11,400 held', () => {
    const outcome = play('contract-example', { units: 3 }) as Outcome;
    expect(outcome.ledger).toMatchObject({ balanced: true, allowance: { surrendered: '294600', held: '11400' } });
  });

  test('each copy has the mails of the first, at the same instants', () => {
    const outcome = play('contract-example', { units: 3 }) as Outcome;
    const lists = Object.keys(outcome.units).map((id) =>
      outcome.mails
        .filter((mail) => mail.unit === id)
        .map((mail) => `${mail.at} ${mail.template}`)
        .sort(),
    );
    expect(lists[0]?.length).toBeGreaterThan(0);
    expect(lists[1]).toEqual(lists[0]);
    expect(lists[2]).toEqual(lists[0]);
  });

  test('lots named in acts are rewritten too: each copy surrenders its own offsets', () => {
    const outcome = play('offsets-at-both-caps', { units: 2 }) as Outcome;
    expect(Object.values(outcome.units).map((unit) => unit.status)).toEqual(['settled', 'settled']);
    expect(outcome.refusals).toEqual([]);
  });

  test('one unit asked for is the file as it stands', () => {
    expect(play('contract-example', { units: 1 })).toMatchObject({
      digest: (play('contract-example') as { digest: string }).digest,
    });
  });
});
