import { describe, expect, it } from 'vitest';
import { Patience } from '../../desk/patience.js';

const MINUTE_MS = 60_000;

describe('what does not come off is asked again ever more patiently', () => {
  const asked = (firstMs: number, forMs: number): number[] => {
    let now = 0;
    const patience = new Patience(firstMs, () => now);
    const at: number[] = [];
    for (; now < forMs; now += firstMs)
      if (!patience.leaving().has('a')) {
        at.push(now / MINUTE_MS);
        patience.tried('a');
      }
    return at;
  };

  it('a look of a minute: at once, after one minute, two, four, eight, then every ten', () => {
    expect(asked(MINUTE_MS, 40 * MINUTE_MS)).toEqual([0, 1, 3, 7, 15, 25, 35]);
  });

  it('looks that are further apart than that are never left out', () => {
    expect(asked(15 * MINUTE_MS, 60 * MINUTE_MS)).toEqual([0, 15, 30, 45]);
  });

  it('what came off begins anew, and so does what nobody has asked for long; another is not left alone with it', () => {
    let now = 0;
    const patience = new Patience(MINUTE_MS, () => now);
    for (const what of ['a', 'b']) patience.tried(what);
    now = MINUTE_MS;
    for (const what of ['a', 'b']) patience.tried(what);
    patience.cameOff('a');
    expect([...patience.leaving()]).toEqual(['b']);
    now = 3 * MINUTE_MS;
    expect([...patience.leaving()]).toEqual([]);
    now = 14 * MINUTE_MS;
    patience.leaving();
    patience.tried('b');
    now = 15 * MINUTE_MS;
    expect([...patience.leaving()]).toEqual([]);
    patience.tried('a');
    patience.anew();
    expect([...patience.leaving()]).toEqual([]);
  });
});
