import type { Manifest } from '../../../documents/manifest.js';
import { canonical } from '../../../records/chain.js';
import { hashOf } from './tampering.js';

/** Three files, one with a name longer than any folder takes. */
export const FILES = [
  { name: '4月 电费.pdf', bytes: Buffer.from('%PDF-1.7 电费') },
  // no folder of every system takes it as it is
  { name: `it's a "gas": <1|2>?*.csv`, bytes: Buffer.from('a,b\n') },
  // longer than any folder takes, by its bytes
  { name: `${'长'.repeat(196)}.csv`, bytes: Buffer.from('c,d\n') },
].map((file) => ({ ...file, sha256: hashOf(file.bytes), size: file.bytes.length }));
export const TEXT = canonical({ id: 'DOC-000001', version: 1, unit: 'V-02', values: { 天然气: '12' } });
/** What a verifier files of a unit. */
export const MANIFEST: Manifest = {
  act: 'submit-first-report',
  cycle: 2024,
  unit: 'BJ-0002',
  document: { id: 'DOC-000001', sha256: hashOf(TEXT), version: 1 },
  files: FILES,
};
