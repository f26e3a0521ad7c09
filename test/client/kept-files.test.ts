import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoIn } from '../../client/demo/demonstration.js';
import { problemOf } from '../../client/failure.js';
import { leftIn, serviceFile } from '../../client/service.js';
import { bytesOf } from '../../client/table-file.js';
import { portsFor } from '../../client/usual-ports.js';
import { ensureKeys, keyRing, keysIn } from '../../desk/reach/payload-keys.js';
import { logTo } from '../../embedded/log-file.js';
import { issuerFile } from '../../gateway/issuer-file.js';
import { testIssuer } from '../../gateway/test-issuer.js';
import { writeWhole } from '../../records/whole-file.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'luyue-kept-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('what a platform keeps in small files, cut short by a power cut or a full disk', () => {
  it('a file is written whole, for its owner’s eyes alone, or stays as it was: one names the database with its password', () => {
    const file = join(folder, 'kept');
    writeFileSync(file, 'before', { mode: 0o644 });
    writeWhole(file, 'first');
    expect(readFileSync(file, 'utf8')).toBe('first');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    // a folder in the place of the file: what was written cannot be put there, and does not lie about
    mkdirSync(join(folder, 'taken'));
    expect(() => writeWhole(join(folder, 'taken'), 'second')).toThrow();
    expect(readdirSync(folder).sort()).toEqual(['kept', 'taken']);
  });

  it('an empty file of keys is no key: another is made, and nothing goes to Temporal in the clear', () => {
    writeFileSync(join(folder, 'payload-keys'), '');
    expect(keysIn(folder)).toBeUndefined();
    const made = ensureKeys(folder);
    expect(keyRing(made)?.first).toBe('k1');
    expect(ensureKeys(folder)).toBe(made);
  });

  it.each(['', '{"gatewa', '{"gateway":"x"}'])('an address that reads %j keeps no platform from starting', async (text) => {
    writeFileSync(join(folder, 'address.json'), text);
    expect(await portsFor(folder, false, () => undefined)).toEqual({});
  });

  it('a mark of a demonstration that is cut short marks one that is to be played anew', () => {
    writeFileSync(join(folder, 'demo-city.json'), '{"mark":1,"pl');
    expect(demoIn(folder)).toBe('part');
  });

  it.each([
    ['the key of test persons', () => issuerFile(folder), () => testIssuer(folder)],
    ['where the platform is', () => serviceFile(folder), () => leftIn(folder)],
  ])('%s: the error names the file', (_, file, read) => {
    writeFileSync(file(), '{"ke');
    expect(read).toThrow(`${file()} 不完整`);
  });
});

describe('a full disk', () => {
  // the device that is always full
  it.runIf(existsSync('/dev/full'))('ends nobody who has only a line of a log to write', () => {
    const log = logTo('/dev/full');
    expect(() => log.line('worker ready')).not.toThrow();
    log.close();
  });

  it.each(['ENOSPC', '53100'])('is called by its name, not a database that does not answer: %s', (code) => {
    expect(problemOf(Object.assign(new Error('no space left'), { code }))).toMatchObject({ code: 'disk-full', status: 3 });
  });
});

describe('a table that somebody hands in', () => {
  it('is read whole, up to 64 MB; what goes on and on is no file', () => {
    const file = join(folder, 'list.csv');
    writeFileSync(file, 'a'.repeat(3_000_001));
    expect(bytesOf(file)).toHaveLength(3_000_001);
    expect(() => bytesOf(folder)).toThrow('cannot be read');
    if (existsSync('/dev/zero')) expect(() => bytesOf('/dev/zero')).toThrow('at most 64 MB');
  });
});
