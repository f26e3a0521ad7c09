import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run, type Finished } from '../../embedded/run.js';
import { cacheFolder } from '../../embedded/temporal-binary.js';

/** The checker from PyPI that carries the schema of the Compose Specification; kept in our cache once it was fetched. */
const CHECKER = 'check-jsonschema==0.39.0';

const install = async (): Promise<string> => {
  const place = join(cacheFolder(process.env), CHECKER.replace('==', '-'));
  if (existsSync(place)) return place;
  await mkdir(cacheFolder(process.env), { recursive: true });
  const making = await mkdtemp(join(cacheFolder(process.env), 'checker-'));
  try {
    const args = ['-m', 'pip', 'install', '--quiet', '--target', making, CHECKER];
    const { status, output } = await run('python3', args, 170_000);
    if (status !== 0) throw new Error(`${CHECKER} cannot be installed: run “python3 ${args.join(' ')}” to see why.\n${output}`);
    // Another test run may have been faster: either copy will do.
    await rename(making, place).catch((thrown: unknown) => {
      if (!existsSync(place)) throw thrown;
    });
    return place;
  } finally {
    await rm(making, { recursive: true, force: true });
  }
};

/** Checks a file against the schema of the Compose Specification, as a Compose without an engine would. */
export const checkCompose = async (file: string): Promise<Finished> => {
  const env = { ...process.env, PYTHONPATH: await install() };
  return await run('python3', ['-m', 'check_jsonschema', '--builtin-schema', 'vendor.compose-spec', file], 60_000, { env });
};
