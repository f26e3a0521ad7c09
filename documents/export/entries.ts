import type pg from 'pg';
import { isoOf } from '../../domain/model/instant.js';
import { placeOfSeal } from '../../records/anchored-seals.js';
import { anchorsOf, anchorText } from '../../records/anchors.js';
import { canonical } from '../../records/chain.js';
import { listsNamed, type SealRow } from '../../records/seals.js';
import { stampOf } from '../../records/time-stamps.js';
import { pemOf } from '../seals/pem.js';

/** A file of an export, with its place in the folder. */
export interface Entry {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a shell reckons with. */
const SECOND = 1_000;

const textAt = (path: string, text: string): Entry => ({ path, bytes: Buffer.from(text, 'utf8') });

interface Evidence {
  readonly path: readonly string[];
  readonly revocation: readonly { readonly list?: string }[];
}

const certificates = (base64: readonly string[]): string =>
  base64.map((one) => pemOf(Buffer.from(one, 'base64'), 'CERTIFICATE')).join('');

/** A time stamp with what it is verified by: the authority above it, and the second at which it was made. */
async function stampsOf(pool: pg.Pool, of: 'anchor' | 'seal', subject: string, as: string): Promise<Entry[]> {
  const stamp = await stampOf(pool, of, subject);
  if (!stamp) return [];
  return [
    { path: `${as}.tsr`, bytes: stamp.token },
    textAt(`${as}.tsa.pem`, stamp.authority),
    textAt(`${as}.at.txt`, `${String(Math.ceil(stamp.stampedAt / 1_000))}\n`),
  ];
}

/** Where the seal stands under the anchor of its day; nothing before that is made. */
async function anchorOf(pool: pg.Pool, seal: string, folder: string): Promise<Entry[]> {
  const place = await placeOfSeal(pool, seal);
  const anchor = place && (await anchorsOf(pool)).find(({ day }) => day === place.day);
  if (!place || !anchor) return [];
  const steps = place.path.map(({ side, hash }) => `${side} ${hash}\n`).join('');
  return [
    textAt(`${folder}/anchor.json`, anchorText(anchor)),
    textAt(`${folder}/anchor-path.txt`, steps),
    ...(await stampsOf(pool, 'anchor', anchor.day, `${folder}/anchor.json`)),
  ];
}

/** Everything about a seal: what was signed, the signature, why it was believed, where it is anchored. */
export async function sealEntries(pool: pg.Pool, row: SealRow, line: string): Promise<Entry[]> {
  const folder = `seals/${row.seal}`;
  const { path, revocation } = row.evidence as unknown as Evidence;
  const lists = await listsNamed(pool, [...new Set(revocation.flatMap(({ list }) => list ?? []))]);
  const signature = row.algorithm === 'sm2-sm3' ? 'seal.sm2' : 'seal.p7s';
  return [
    textAt(`${folder}/manifest.json`, row.manifest),
    { path: `${folder}/${signature}`, bytes: row.signature },
    textAt(`${folder}/certificate.pem`, certificates(path.slice(0, 1))),
    textAt(`${folder}/chain.pem`, certificates(path.slice(1, -1))),
    textAt(`${folder}/root.pem`, certificates(path.slice(-1))),
    ...(lists.length > 0 ? [textAt(`${folder}/crl.pem`, lists.map(({ der }) => pemOf(der, 'X509 CRL')).join(''))] : []),
    textAt(`${folder}/evidence.json`, canonical(row.evidence)),
    textAt(`${folder}/line.json`, line),
    textAt(`${folder}/about.txt`, `${row.seal} ${row.party} ${row.kind} ${isoOf(row.madeAt - (row.madeAt % SECOND))}\n`),
    ...(await anchorOf(pool, row.seal, folder)),
    ...(await stampsOf(pool, 'seal', row.seal, `${folder}/seal`)),
  ];
}
