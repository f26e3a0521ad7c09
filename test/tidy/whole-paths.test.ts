import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Platform } from '../../embedded/platform.js';
import { PATHS } from '../../embedded/whole-paths.js';
import { workerEnvironment } from '../../embedded/worker-process.js';
import { codeOf, LAYERS, read } from '../../scripts/sources.js';

/** A setting with the comment above it. */
const SETTING = /((?:^ +(?:\/\*\*|\*)[^\n]*\n)?)^ +([A-Z][A-Z\d]*(?:_[A-Z\d]+)+): ([^\n]*)/gm;
/** Told by what looks at it, or by what is said of it. */
const NAMES_A_PLACE = /^(file|folder|readableFile|z\.preprocess\(\w+, readableFile\b)/;
const SAYS_A_PLACE = /\/\*\* (A (file|folder)\b|The folder\b|Files in\b|Another bundle\b|Where files\b)/;

const placesIn = (text: string): string[] =>
  [...text.matchAll(SETTING)].flatMap(([, said = '', name = '', looked = '']) =>
    NAMES_A_PLACE.test(looked) || SAYS_A_PLACE.test(said) ? [name] : [],
  );

const platform: Pick<Platform, 'temporalAddress' | 'namespace' | 'databaseUrl' | 'smtpUrl' | 'started'> = {
  temporalAddress: '127.0.0.1:7233',
  namespace: 'default',
  databaseUrl: 'postgres://127.0.0.1/luyue',
  smtpUrl: 'smtp://127.0.0.1:25',
  started: { temporal: true, database: true, smtp: true },
};
const told = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  workerEnvironment({ platform: platform as Platform, taskQueue: 'luyue', env });

describe('a path that another process is told of is a whole one', () => {
  it('every setting that names a file or a folder is among those that are told whole', () => {
    const found = new Set(LAYERS.flatMap((layer) => codeOf(layer)).flatMap((file) => placesIn(read(file))));
    expect(found.size).toBeGreaterThan(9);
    expect([...found].filter((name) => !(PATHS as readonly string[]).includes(name))).toEqual([]);
  });

  it('is found by what looks at it and by what is said of it', () => {
    expect(placesIn('  LUYUE_NEW: readableFile,\n')).toEqual(['LUYUE_NEW']);
    expect(placesIn('  /** A folder of what is new. */\n  LUYUE_NEW: text,\n')).toEqual(['LUYUE_NEW']);
    expect(placesIn('  /** In millions of bytes: one file. */\n  LUYUE_NEW: megabytes(50),\n')).toEqual([]);
  });

  it('a worker runs in another folder: what was named from here is named whole, anything else as it was', () => {
    const env = told({ TSA_ROOTS: 'authority/tsa.pem', LUYUE_SEAL_LISTS: './lists', LUYUE_WITNESS: '', TASK_QUEUE: 'a/b' });
    expect(env['TSA_ROOTS']).toBe(join(process.cwd(), 'authority/tsa.pem'));
    expect(env['LUYUE_SEAL_LISTS']).toBe(join(process.cwd(), 'lists'));
    expect([env['LUYUE_WITNESS'], env['TASK_QUEUE']]).toEqual(['', 'a/b']);
    expect(told({ LUYUE_FILES: 'https://s3.example/bucket' })['LUYUE_FILES']).toBe('https://s3.example/bucket');
    expect(told({ LUYUE_FILES: '/srv/files' })['LUYUE_FILES']).toBe('/srv/files');
  });
});
