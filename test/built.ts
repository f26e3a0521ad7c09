import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** As `npm test` says once it has built: what was built starts seconds sooner than the source. */
const isBuilt = process.env['LUYUE_WORKER'] === 'built';
const FROM_SOURCE = ['--import', join(ROOT, 'node_modules/tsx/dist/loader.mjs')];

/** What node is told to run the command line with, of the program under a root. */
export const commandLine = (root = ROOT): string[] =>
  isBuilt ? [join(root, 'bin/luyue.js')] : [...FROM_SOURCE, join(root, 'client/main.ts')];

/** The same for a script of one's own that imports ours. */
export const scriptRun = (file: string): string[] => (isBuilt ? [file] : [...FROM_SOURCE, file]);

/** From where such a script imports one of our modules, by its path without `.ts`. */
export const importedFrom = (module: string): string =>
  isBuilt ? join(ROOT, 'dist', `${module}.js`) : join(ROOT, `${module}.ts`);
