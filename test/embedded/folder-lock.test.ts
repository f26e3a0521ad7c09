import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockFolder } from '../../embedded/folder-lock.js';
import { temporaryFolder } from './folders.js';

const CALLERS = 8;
const ROUNDS = 60;

/** How many of those who ask at one instant get the folder, and what becomes of the others. */
const askAtOnce = async (folder: string): Promise<(() => Promise<void>)[]> => {
  const asked = await Promise.allSettled(Array.from({ length: CALLERS }, () => lockFolder(folder)));
  for (const one of asked) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'folder-in-use' });
  return asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
};

test.each([
  ['nobody had before', undefined],
  ['a killed process left', '999999999\nThu Jan  1 00:00:00 1970\n'],
  ['a process left that was killed before it wrote its name', ''],
])('of those who ask at one instant for a folder that %s, one gets it', async (_, left) => {
  const folder = await temporaryFolder();
  if (left !== undefined) await writeFile(join(folder, 'platform.pid'), left);
  const held = await askAtOnce(folder);
  expect(held).toHaveLength(1);
  expect(await readFile(join(folder, 'platform.pid'), 'utf8')).toMatch(new RegExp(`^${String(process.pid)}\n.`));
  // and nothing else lies about
  expect(await readdir(folder)).toEqual(['platform.pid']);
  await held[0]?.();
  expect(await askAtOnce(folder)).toHaveLength(1);
});

test('however often it is asked for by many, what a living process has taken is taken from it by nobody', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'platform.pid'), '');
    expect(await askAtOnce(folder)).toHaveLength(1);
  }
});
