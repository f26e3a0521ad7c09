import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { filesIn, filesOf, serviceFile } from '../../client/service.js';
import { writeWhole } from '../../records/whole-file.js';

const BUCKET = 'https://s3.example/luyue/files';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'luyue-where-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** What `up` leaves for the commands that come after it. */
const leave = (files: string): void => {
  const service = {
    temporalAddress: '127.0.0.1:1',
    databaseUrl: 'postgresql://x/y',
    namespace: 'default',
    taskQueue: 'luyue',
    files,
  };
  writeWhole(serviceFile(folder), JSON.stringify(service));
};

describe('where a platform on one machine keeps files, and its commands look for them', () => {
  it.each([
    ['nothing is named', undefined, () => join(folder, 'files')],
    ['nothing stands in what is named', '', () => join(folder, 'files')],
    ['a folder, also one that is named from here', 'kept/here', () => resolve('kept/here')],
    ['a bucket', BUCKET, () => BUCKET],
  ])('%s', (_, named, place) => {
    vi.stubEnv('LUYUE_FILES', named);
    expect(filesIn(folder)).toBe(place());
    expect(filesOf(folder)).toBe(place());
    leave(filesIn(folder));
    // later, elsewhere, by a command that is told nothing
    vi.stubEnv('LUYUE_FILES', undefined);
    expect(filesOf(folder)).toBe(place());
    vi.stubEnv('LUYUE_FILES', '');
    expect(filesOf(folder)).toBe(place());
  });

  it('what the environment names goes before what the platform said', () => {
    leave('/kept/there');
    vi.stubEnv('LUYUE_FILES', '/kept/elsewhere');
    expect(filesOf(folder)).toBe('/kept/elsewhere');
  });
});
