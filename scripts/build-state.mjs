// What the build is made of, and whether it is still fresh: the same question for build, start and test.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const DIST = join(ROOT, 'dist');
const STAMP = join(DIST, '.built');

/** The layer folders, as tsconfig.build.json names them. */
export const folders = () => JSON.parse(readFileSync(join(ROOT, 'tsconfig.build.json'), 'utf8')).include;

/** Every file of the layers that the build compiles or copies, relative to the root, in order. */
export const sources = () =>
  folders()
    .filter((folder) => existsSync(join(ROOT, folder)))
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(ROOT.length)),
    )
    .sort();

/** Name, size and time of all that goes into the build: any change of it makes the build stale. */
const fingerprint = () => {
  const hash = createHash('sha256');
  for (const file of [...sources(), 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json', 'scripts/build.mjs']) {
    const { mtimeMs, size } = statSync(join(ROOT, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
};

const stamp = () => {
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8'));
  } catch {
    return null;
  }
};

/** Whether dist/ was built from what lies here now. */
export const isFresh = () => stamp()?.fingerprint === fingerprint();

/** Whether dist/ was built from the same list of files: then old output cannot be left over. */
export const hasSameFiles = () => JSON.stringify(stamp()?.files) === JSON.stringify(sources());

export const beginning = () => ({ fingerprint: fingerprint(), files: sources() });

/** Notes what was built; `begun` is from before the build, so that a file changed meanwhile is built again. */
export const markBuilt = (begun) => {
  mkdirSync(DIST, { recursive: true });
  writeFileSync(STAMP, JSON.stringify(begun));
};
