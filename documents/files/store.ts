import type { Readable } from 'node:stream';

/** A file that has come in as a whole, on this machine's disk, with the hash of what is in it. */
export interface Staged {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
}

/** Where files are kept, each once, under the SHA-256 of what is in it. What has a name there is there as a whole. */
export interface Store {
  /** Where it is, for people. */
  readonly place: string;
  /** Keeps a staged file; one that is there already stays as it is. */
  keep(staged: Staged): Promise<void>;
  /** Whether a file of that hash and size is there. */
  has(sha256: string, size: number): Promise<boolean>;
  /** Undefined where there is none. */
  read(sha256: string): Promise<Readable | undefined>;
  /** Takes it away; done again, it changes nothing. */
  remove(sha256: string): Promise<void>;
}

export const isSha256 = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
