import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { together } from '../../records/together.js';

describe('what many ask in the same breath', () => {
  const pool = new pg.Pool();
  const asked: string[][] = [];
  const lengthOf = together<number>((_, keys) => {
    asked.push([...keys]);
    if (keys.includes('broken')) return Promise.reject(new Error('the book is away'));
    return Promise.resolve(new Map(keys.flatMap((key) => (key === 'unknown' ? [] : [[key, key.length] as const]))));
  });

  it('is asked once, each key once, and each asker gets its own answer', async () => {
    const answers = await Promise.all(['one', 'three', 'unknown', 'one'].map((key) => lengthOf(pool, key)));
    expect(answers).toEqual([3, 5, undefined, 3]);
    expect(asked.splice(0)).toEqual([['one', 'three', 'unknown']]);
  });

  it('is asked anew a moment later, and of another book by itself', async () => {
    await lengthOf(pool, 'one');
    await lengthOf(pool, 'one');
    await Promise.all([lengthOf(pool, 'one'), lengthOf(new pg.Pool(), 'one')]);
    expect(asked.splice(0)).toEqual([['one'], ['one'], ['one'], ['one']]);
  });

  it('fails for each of them where it fails, and is asked again by the next', async () => {
    const failed = await Promise.allSettled([lengthOf(pool, 'broken'), lengthOf(pool, 'one')]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await lengthOf(pool, 'one')).toBe(3);
  });

  it('goes in questions of a hundred', async () => {
    asked.splice(0);
    await Promise.all(Array.from({ length: 250 }, (_, n) => lengthOf(pool, String(n))));
    expect(asked.map(({ length }) => length)).toEqual([100, 100, 50]);
  });
});
