import { join } from 'node:path';
import { oncePerFolder } from '../once.js';
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

/** Every form on file by year, name and version. */
export const onFile = oncePerFolder((folder): readonly OnFile[] => yearsOf(folder).flatMap((year) => ofYear(folder, year)));
