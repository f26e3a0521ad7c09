import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The package's own folder, the same from the sources and from what is built of them. */
export const packageRoot = (from: string): string => {
  for (let folder = from; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'package.json'))) return folder;
    if (path.dirname(folder) === folder) throw new Error(`no package.json above ${from}: the installation is incomplete`);
  }
};

let version: string | undefined;
/** Which version of the platform this is: what runs stays what was started. */
export const packageVersion = (): string =>
  (version ??= (
    JSON.parse(readFileSync(path.join(packageRoot(import.meta.dirname), 'package.json'), 'utf8')) as { readonly version: string }
  ).version);
