import { expect, it } from 'vitest';
import { crowd } from '../../client/drill/crowd.js';

it('the first failure stops the rest, and is thrown once nothing is under way any more', async () => {
  const told: string[] = [];
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const fails = (why: string) => () => Promise.reject(new Error(why));
  const slow = async (): Promise<void> => {
    await held;
    told.push('slow has ended');
  };
  const never = (): Promise<void> => Promise.resolve(void told.push('begun after the failure'));
  const over = crowd([slow, fails('the first'), never], 2, () => undefined).catch((error: unknown) => {
    told.push(String(error));
  });
  await new Promise(setImmediate);
  expect(told).toEqual([]);
  letGo();
  await over;
  expect(told).toEqual(['slow has ended', 'Error: the first']);
});

it('tells how many are done', async () => {
  const seen: number[] = [];
  await crowd(
    Array.from({ length: 3 }, () => () => Promise.resolve()),
    2,
    (done) => seen.push(done),
  );
  expect(seen).toEqual([1, 2, 3]);
});
