import { describe, expect, it } from 'vitest';
import { turnedAway } from '../../../domain/acts/turned-away.js';
import { at, ccer, confirmed } from '../one-case.js';

const lots = { lots: [{ lot: 'BJ-0001/L1', quantity: '10' }] };
const to = (day: string) => ({ revision: 2, basis: '通告', digest: 'sha256:2', deadlines: { 'offset-application': day } });

describe('三(四) — 抵销申请 › a right that has lapsed stays lapsed when its day moves to another day already past', () => {
  it('it shows the day now in force, whoever applies is told that one, and an express decision opens it again for one unit', () => {
    const one = confirmed('1000', [ccer('10')]);
    expect(one.act('2024-10-20', 'apply-for-offsets', lots)).toBe('right-lapsed');
    one.act('2024-11-05', 'adopt-revision', to('2024-10-31'), 'city/a');
    expect(one.duty('offset-application')).toEqual({ state: 'not-required', dueOn: '2024-10-31' });
    expect(one.act('2024-11-05', 'apply-for-offsets', lots)).toBe('right-lapsed');
    const again = { duty: 'offset-application', dueOn: '2024-11-10', basis: '10月20日申请被拒' };
    expect(one.act('2024-11-06', 'extend-deadline', again, 'city/a')).toBe('done');
    expect(one.act('2024-11-10 23:59:59', 'apply-for-offsets', lots)).toBe('done');
    expect(one.act('2024-11-11', 'apply-for-offsets', lots)).toBe('right-lapsed');
  });

  it('lists whom the new day would still have let in, once, by the first refusal; nobody where the day is still to come', () => {
    const refused = ['2024-10-16', '2024-10-20', '2024-10-31 23:59:59', '2024-11-01 00:00:00'].flatMap((when) =>
      ['BJ-0001', 'BJ-0002'].map((unit) => ({ unit, do: 'apply-for-offsets', at: at(when) })),
    );
    const { deadlines } = to('2024-10-31');
    const amended = at('2024-11-05');
    expect(turnedAway(deadlines, amended, refused.slice(2)).map(({ unit, duty, at: when }) => [unit, duty, when])).toEqual([
      ['BJ-0001', 'offset-application', at('2024-10-20')],
      ['BJ-0002', 'offset-application', at('2024-10-20')],
    ]);
    expect(turnedAway(deadlines, amended, refused.slice(4, 6))).toHaveLength(2);
    expect(turnedAway(deadlines, amended, refused.slice(6))).toEqual([]);
    expect(turnedAway(deadlines, at('2024-10-25'), refused)).toEqual([]);
    expect(turnedAway({ surrender: '2024-10-31' }, amended, refused)).toEqual([]);
  });
});
