import { canonical, sha256 } from '../records/chain.js';

/** A file as what names it says: its name there, the SHA-256 of its bytes in lower-case hex, its size in bytes. */
export interface ManifestFile {
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
}

/** What a seal signs: which act, of which unit and cycle, by which version of which document, with which files. */
export interface Manifest {
  readonly act: string;
  readonly cycle: number;
  readonly document: { readonly id: string; readonly sha256: string; readonly version: number };
  readonly files: readonly ManifestFile[];
  readonly unit: string;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** The order of files in a manifest. */
export const byName = (a: ManifestFile, b: ManifestFile): number =>
  order(a.name, b.name) || order(a.sha256, b.sha256) || a.size - b.size;

const HEX = /^[0-9a-f]{64}$/;
const isCount = (number: number): boolean => Number.isSafeInteger(number) && number >= 0;

/** Throws where something has no spelling that everybody agrees on: a lone surrogate, a number that is none, a hash in capitals. */
function assertSpelt({ act, cycle, document, files, unit }: Manifest): void {
  const texts = [act, unit, document.id, ...files.map(({ name }) => name)];
  const hashes = [document.sha256, ...files.map((file) => file.sha256)];
  const numbers = [cycle, document.version, ...files.map(({ size }) => size)];
  const wrong =
    texts.find((text) => !text.isWellFormed()) ??
    hashes.find((hash) => !HEX.test(hash)) ??
    numbers.find((number) => !isCount(number));
  if (wrong !== undefined) throw new Error(`manifest of ${document.id}: ${JSON.stringify(wrong)} has no one spelling`);
}

/** The manifest of what is given, with nothing else in it and the files in order of their names. Throws where it cannot be spelt. */
export function manifestOf(of: Manifest): Manifest {
  const { act, cycle, document, files, unit } = of;
  assertSpelt(of);
  return {
    act,
    cycle,
    unit,
    document: { id: document.id, sha256: document.sha256, version: document.version },
    files: files.map((file) => ({ name: file.name, sha256: file.sha256, size: file.size })).sort(byName),
  };
}

/** The bytes that are signed, as text: RFC 8785, without a line end. */
export const manifestText = (of: Manifest): string => canonical(manifestOf(of));

/** Under which its seals are found: the SHA-256 of the bytes that are signed. */
export const manifestHash = (of: Manifest): string => sha256(manifestText(of));
