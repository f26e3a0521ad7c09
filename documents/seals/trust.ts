import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { bytesOfFile, EndlessFile, textOfFile } from '../../records/bounded-file.js';
import { readCertificate, type ReadCertificate } from './certificate.js';
import type { Trust } from './path.js';
import { dersIn, derOf } from './pem.js';
import { readList, type ReadList } from './revocation.js';

/** What every certificate of a test authority says, in its own name: worth nothing outside of a demonstration or rehearsal. */
export const TEST_MARK = '测试，无法律效力 TEST ONLY';

/** Whether a certificate is by a test authority. */
export const isOfTest = ({ subject }: Pick<ReadCertificate, 'subject'>): boolean => subject.includes(TEST_MARK);

/** Where the authorities that are trusted stand, and their lists of what is revoked. */
export interface TrustPlaces {
  /** A file of certificates (PEM). */
  readonly roots: string;
  /** A folder of lists (`.crl`, DER or PEM), which somebody keeps fresh. */
  readonly lists?: string;
}

/** Whom this platform trusts, asked anew for every seal. */
export interface TrustSource {
  now(): Promise<Trust>;
}

/** Where nobody has said whom to trust, no seal is valid. */
export const TRUST_NOBODY: TrustSource = { now: () => Promise.resolve({ roots: [], lists: [] }) };

/** Larger lists are left alone: reading one holds everything up. */
export const LIST_MAX = 20 * 1_024 * 1_024;
const LISTS_MAX = 100;

/** A list in a file; undefined where it is larger than is read. */
export function readListIn(file: string): ReadList | undefined {
  try {
    return readList(derOf(bytesOfFile(file, LIST_MAX), 'X509 CRL'));
  } catch (error) {
    if (error instanceof EndlessFile) return undefined;
    throw error;
  }
}

/** The trusted authorities in a file. Throws where there is none in it, or something that is none. */
export const readRoots = (file: string): Promise<readonly ReadCertificate[]> =>
  Promise.resolve().then(() => {
    const roots = dersIn(textOfFile(file, 'latin1'), 'CERTIFICATE').map(readCertificate);
    if (roots.length === 0 || roots.includes(undefined)) throw new Error(`${file}: no certificates (PEM) that can be read`);
    return roots.filter((root) => root !== undefined);
  });

/** Reads what is trusted from files, and again whenever they have changed. */
export class TrustFiles implements TrustSource {
  private readonly places: TrustPlaces;
  private readonly seen = new Map<string, { readonly as: string; readonly list: ReadList | undefined }>();
  private roots: { readonly as: string; readonly all: readonly ReadCertificate[] } | undefined;

  constructor(places: TrustPlaces) {
    this.places = places;
  }

  /** What is trusted now. Throws where the file of the authorities cannot be read. */
  async now(): Promise<Trust> {
    const as = await changeOf(this.places.roots);
    if (this.roots?.as !== as) this.roots = { as, all: await readRoots(this.places.roots) };
    return { roots: this.roots.all, lists: await this.lists() };
  }

  private async lists(): Promise<readonly ReadList[]> {
    const { lists: folder } = this.places;
    if (folder === undefined) return [];
    const names = (await readdir(folder)).filter((name) => name.endsWith('.crl')).sort();
    const found: ReadList[] = [];
    for (const name of names.slice(0, LISTS_MAX)) {
      const list = await this.listIn(join(folder, name));
      if (list) found.push(list);
    }
    return found;
  }

  private async listIn(file: string): Promise<ReadList | undefined> {
    const as = await changeOf(file);
    const before = this.seen.get(file);
    if (before?.as === as) return before.list;
    const list = readListIn(file);
    this.seen.set(file, { as, list });
    return list;
  }
}

/** By which one sees that a file is another one than before. */
const changeOf = async (file: string): Promise<string> => {
  const { mtimeMs, size, ino } = await stat(file);
  return [mtimeMs, size, ino].join(' ');
};
