import { describe, expect, it } from 'vitest';
import { keeping } from '../../gateway/keeping.js';

const MINUTE = 60_000;

describe('front.md 7 — what is counted for all is counted once a minute, and nobody waits for it twice', () => {
  /** Counts up at each asking; a minute's clock, and a clock of the business that may be moved. */
  const set = () => {
    const clocks = { wall: 0, now: 1_000_000 };
    const kept = keeping<number>(
      () => clocks.now,
      () => clocks.wall,
    );
    let asked = 0;
    const pass = (ms: number): void => {
      clocks.wall += ms;
      clocks.now += ms;
    };
    return { clocks, pass, ask: () => kept(() => Promise.resolve((asked += 1))) };
  };

  it('within the minute it is the same; in the next one what was known is shown, and asked anew beside; after that it is waited for', async () => {
    const { ask, pass } = set();
    expect([await ask(), await ask()]).toEqual([1, 1]);
    pass(MINUTE);
    expect(await ask()).toBe(1);
    expect(await ask()).toBe(2);
    pass(3 * MINUTE);
    expect(await ask()).toBe(3);
  });

  it('a clock that was moved to a deadline makes it old at once', async () => {
    const { ask, clocks } = set();
    expect(await ask()).toBe(1);
    clocks.now += 14 * 1_440 * MINUTE;
    expect(await ask()).toBe(2);
  });

  it('many who ask in the same moment ask once; what failed is asked again', async () => {
    let [asked, fails] = [0, true];
    const kept = keeping<number>(() => 0);
    const make = () => {
      asked += 1;
      return fails ? Promise.reject(new Error('away')) : Promise.resolve(asked);
    };
    await expect(Promise.all([kept(make), kept(make)])).rejects.toThrow('away');
    fails = false;
    expect([asked, await kept(make)]).toEqual([1, 2]);
  });
});
