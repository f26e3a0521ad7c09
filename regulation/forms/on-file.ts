import { statSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../source.js';

/** A form as its file is named: `forms/YEAR/NAME.yaml`, of a later version `forms/YEAR/NAME.v2.yaml`. */
export interface OnFile {
  readonly name: string;
  readonly version: number;
  readonly year: number;
}

const NAMED = /^([a-z-]+)(?:\.v([1-9]\d*))?\.yaml$/;

export const folderOf = (year: number): string => join('forms', String(year));

/** The years with whose notices forms came. */
const yearsOf = (folder: string): number[] =>
  filesIn(folder, 'forms').flatMap((name) => (/^\d{4}$/.test(name) ? [Number(name)] : []));

const ofYear = (folder: string, year: number): OnFile[] =>
  filesIn(folder, folderOf(year)).flatMap((file) => {
    const [, name, version = '1'] = NAMED.exec(file) ?? [];
    return name === undefined ? [] : [{ name, version: Number(version), year }];
  });

/** When files last came or went: an annex that changes is tried in a folder while the platform runs. */
const changedAt = (folder: string, years: readonly number[]): string =>
  ['forms', ...years.map(folderOf)]
    .map((below) => String(statSync(join(folder, below), { throwIfNoEntry: false })?.mtimeMs))
    .join(' ');

interface Listed {
  readonly years: readonly number[];
  readonly at: string;
  readonly files: readonly OnFile[];
}
const listed = new Map<string, Listed>();

/** Every form on file by year, name and version; listed anew only where files came or went. */
export function onFile(folder: string): readonly OnFile[] {
  const before = listed.get(folder);
  if (before && before.at === changedAt(folder, before.years)) return before.files;
  const years = yearsOf(folder);
  // looked at first: what comes meanwhile is found the next time
  const at = changedAt(folder, years);
  const files = years.flatMap((year) => ofYear(folder, year));
  listed.set(folder, { years, at, files });
  return files;
}
