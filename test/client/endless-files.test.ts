import { existsSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unseal } from '../../client/auction/envelope.js';
import { readYaml } from '../../client/auction/script.js';
import { documentNew } from '../../client/document.js';
import { peopleClient } from '../../client/people.js';
import { sealSign } from '../../client/seal.js';
import { bytesOf } from '../../client/table-file.js';
import { readScenario } from '../../simulator/scenario.js';

let folder: string;
let large: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'luyue-endless-'));
  large = join(folder, 'large');
  // what is sparse takes no place on the disk
  writeFileSync(large, '');
  truncateSync(large, 2_147_483_648);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

type Reader = (file: string) => unknown;
const as = 'city/a';
const readers: readonly (readonly [string, Reader])[] = [
  ['a table', bytesOf],
  ['a scenario', readScenario],
  ['an auction', readYaml],
  ['an envelope', (file) => unseal(file, 'AUC-1', 'BJ-0001')],
  ['the values of a draft', (file) => documentNew('first-report', { values: file, as })],
  ['a public key', (file) => peopleClient('1', { name: 'n', key: file, acts: 'surrender', as, json: false })],
  ['a manifest', (file) => sealSign(file, { key: file, cert: file })],
];

describe.each(readers)('%s without end is not read to it', (_, reader) => {
  const read = (file: string): Promise<unknown> => Promise.resolve(file).then(reader);
  it.runIf(existsSync('/dev/zero'))('a device, which says that it has no size', async () => {
    await expect(read('/dev/zero')).rejects.toThrow('too large');
  });
  it('two gigabytes', async () => {
    await expect(read(large)).rejects.toThrow('too large');
  });
});
