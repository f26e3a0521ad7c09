import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What is written in place changes no folder: every file is looked at so often, in milliseconds. */
const LOOK_MS = 1_000;
/** And the folders no more often than this: one page asks a hundred times. */
const FOLDERS_MS = 20;
const DATA = /\.(?:yaml|txt|lock)$/;

interface Look {
  /** When every file was looked at, and when the folders were, by the clock handed in. */
  looked: number;
  lookedAtFolders: number;
  readonly folders: readonly string[];
  readonly foldersAt: string;
  readonly files: readonly string[];
  readonly at: string;
}
const looks = new Map<string, Look>();

let clock: (() => number) | undefined;
/** From here on what changes is seen, looked for by the clock handed in, in milliseconds. Without one what was read stands: a command is over soon. */
export const seeChanges = (by: () => number): void => void (clock = by);

const states = (paths: readonly string[]): string =>
  paths
    .map((path) => {
      const found = statSync(path, { throwIfNoEntry: false });
      return `${path} ${String(found?.mtimeMs)} ${String(found?.isFile() ? found.size : 0)}`;
    })
    .join('\n');

const entriesOf = (folder: string): { readonly folders: string[]; readonly files: string[] } => {
  const folders = [folder];
  const files: string[] = [];
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return { folders, files };
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) folders.push(path);
    else if (DATA.test(entry.name)) files.push(path);
  }
  return { folders, files: files.sort() };
};

/**
 * When a folder of the regulation was last changed, as a text to compare: where changes are seen, another one as good as at once when a file has come or gone, and within a second
 * of one that was written.
 */
export function changedAt(folder: string): string {
  const before = looks.get(folder);
  if (before && !clock) return before.at;
  const now = clock?.() ?? 0;
  if (before && now - before.lookedAtFolders < FOLDERS_MS) return before.at;
  if (before && isSame(before, now)) {
    before.lookedAtFolders = now;
    return before.at;
  }
  const { folders, files } = entriesOf(folder);
  // looked at before it is read: what comes meanwhile is found the next time
  const at = states(files);
  looks.set(folder, { looked: now, lookedAtFolders: now, folders, foldersAt: states(folders), files, at });
  return at;
}

/** Whether the folders are as they were seen, and the files, where it is time to look at each. */
function isSame(before: Look, now: number): boolean {
  if (states(before.folders) !== before.foldersAt) return false;
  if (now - before.looked < LOOK_MS) return true;
  before.looked = now;
  return states(before.files) === before.at;
}

/** What this process has written itself is seen at once. */
export const lookAgain = (folder: string): void => void looks.delete(folder);
