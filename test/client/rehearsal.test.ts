import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clockOf, rehearsalOn, remember, sayRehearsal, stampFor, type Memory } from '../../client/rehearsal.js';
import { instantOf, isoOf, type Instant } from '../../domain/model/instant.js';
import type { Book } from '../../records/book.js';

const DATABASE = { databaseUrl: 'postgresql://here/luyue' };
const on = (day: string, clock = '10:00:00'): Instant => instantOf(day, clock);
/** It had reached 10 June when the machine's clock stood at 1 000 000, and ends with 1 December. */
const PLAYING: Memory = {
  wall0: 900_000,
  over: false,
  cycle: 2024,
  units: ['BJ-0001', 'BJ-0002'],
  clock: { at: on('2024-06-10'), wall: 1_000_000 },
  endsAt: on('2024-12-02', '00:00:00'),
};
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'luyue-rehearsal-'));
  writeFileSync(join(folder, 'service.json'), JSON.stringify(DATABASE));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const at = (memory: Memory, wall: number, service = DATABASE) => {
  remember(folder, memory);
  return rehearsalOn(service, wall, folder);
};
const now = (memory: Memory, wall: number): string => isoOf(at(memory, wall)!.now);

describe("the demonstration's clock", () => {
  it('goes on at the speed of the machine from where the play has brought it', () => {
    expect(now(PLAYING, 1_000_000)).toBe('2024-06-10T10:00:00+08:00');
    expect(now(PLAYING, 1_090_000)).toBe('2024-06-10T10:01:30+08:00');
  });

  it('does not go back with a machine whose clock was put back', () => {
    expect(now(PLAYING, 10)).toBe('2024-06-10T10:00:00+08:00');
  });

  it('stops within the last day that is played, however long it is left alone', () => {
    expect(now(PLAYING, Number.MAX_SAFE_INTEGER / 2)).toBe('2024-12-01T23:59:59.999+08:00');
    const over = at({ ...PLAYING, over: true }, 1_000_000)!;
    expect(over.over).toBe(true);
    expect(isoOf(over.now)).toBe('2024-12-01T23:59:59.999+08:00');
    expect(sayRehearsal(over)).toBe(
      "演示时钟 · the demonstration's clock: 2024-12-01T23:59:59.999+08:00（演示已结束 it is over）",
    );
  });

  it('is that of the platform which plays it, and of no other', () => {
    expect(at(PLAYING, 1_000_000, { databaseUrl: 'postgresql://elsewhere/luyue' })).toBeUndefined();
    rmSync(join(folder, 'service.json'));
    expect(at(PLAYING, 1_000_000)).toBeUndefined();
  });

  it('is not there where nothing was played, nor where an earlier version left no clock', () => {
    expect(rehearsalOn(DATABASE, 1_000_000, folder)).toBeUndefined();
    expect(at({ wall0: 1, over: true, units: [] }, 1_000_000)).toBeUndefined();
  });
});

describe('by which clock cases are looked at together', () => {
  it('by its own where all of them are of the demonstration; by that of everybody where none is, or only some', () => {
    const rehearsal = at(PLAYING, 1_000_000)!;
    expect(clockOf(rehearsal, 2024, ['BJ-0001', 'BJ-0001', 'BJ-0002'])).toEqual({ rehearsal });
    expect(clockOf(rehearsal, 2024, ['BJ-0003'])).toEqual({});
    expect(clockOf(rehearsal, 2025, ['BJ-0001'])).toEqual({});
    expect(clockOf(rehearsal, 2024, ['BJ-0003', 'BJ-0001'])).toEqual({ beside: ['BJ-0001'] });
    expect(clockOf(rehearsal, 2024, [])).toEqual({});
    expect(clockOf(undefined, 2024, ['BJ-0001'])).toEqual({});
  });
});

describe('the stamp of an act', () => {
  const seen = (last: Instant) =>
    ({
      casesOf: () => Promise.resolve([{ caseId: '2024/x/compliance-cycle', cycle: 2024 }]),
      readCase: () => Promise.resolve({ events: [{ at: last }] }),
    }) as unknown as Book;
  const stamp = (units: readonly string[], { memory = PLAYING, last = 0, cycle = 2024 } = {}) =>
    stampFor(at(memory, 1_000_000), { cycle, units, book: seen(last) });

  it("is the demonstration's own time, after all that the case has seen", async () => {
    expect(await stamp(['BJ-0001'])).toEqual({ stamp: on('2024-06-10') });
    expect(await stamp(['BJ-0001'], { last: on('2024-06-12') })).toEqual({ stamp: on('2024-06-12') });
  });

  it('is left to the door for every other unit', async () => {
    expect(await stamp(['BJ-0009'])).toEqual({});
    expect(await stamp(['BJ-0001'], { cycle: 2025 })).toEqual({});
    expect(await stamp([])).toEqual({});
  });

  it('is refused once the demonstration is over, and says what to do', async () => {
    const answer = await stamp(['BJ-0001'], { memory: { ...PLAYING, over: true } });
    expect(answer).toMatchObject({ problem: { code: 'rehearsal-over' } });
    expect(answer).toMatchObject({ problem: { message: expect.stringContaining('luyue register import') as string } });
  });

  it('cannot be one for two units with two clocks', async () => {
    await expect(stamp(['BJ-0001', 'BJ-0009'])).rejects.toMatchObject({ code: 'two-clocks' });
  });
});
