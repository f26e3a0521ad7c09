import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { textOfFile } from '../../records/bounded-file.js';
import { writeWhole } from '../../records/whole-file.js';

/** The keys of what Temporal keeps, by their ids: the first encrypts, all of them decrypt. */
export interface KeyRing {
  readonly first: string;
  readonly keys: ReadonlyMap<string, Buffer>;
}

/** AES-256. */
const KEY_BYTES = 32;
const ID = /^[a-z0-9][a-z0-9-]{0,31}$/;

const entry = (text: string): readonly [string, Buffer] => {
  const [id = '', key = '', ...more] = text.trim().split(':');
  const bytes = Buffer.from(key, 'base64url');
  if (more.length > 0 || !ID.test(id) || bytes.length !== KEY_BYTES)
    throw new Error(
      '须为 ID:KEY，多个以逗号分开：ID 由 a-z、0-9 和 - 组成，KEY 为 32 字节的 base64url / must be ID:KEY, several with commas between them: an id of a-z, 0-9 and -, a key of 32 bytes in base64url',
    );
  return [id, bytes];
};

/** Reads keys as they are written down; none where nothing is. Throws for whatever is no key, without saying it. */
export function keyRing(text: string | undefined): KeyRing | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const entries = text.trim().split(',').map(entry);
  const keys = new Map(entries);
  const [first] = keys.keys();
  if (first === undefined || keys.size < entries.length) throw new Error('两个密钥的编号相同 / two keys have the same id');
  return { first, keys };
}

/** A new key as it is written down. */
export const newKey = (id: string): string => `${id}:${randomBytes(KEY_BYTES).toString('base64url')}`;

const keyFile = (folder: string): string => join(folder, 'payload-keys');

/** The keys that lie in the folder of a platform on one machine; none where there are none. */
export const keysIn = (folder: string): string | undefined => {
  const text = existsSync(keyFile(folder)) ? textOfFile(keyFile(folder)).trim() : '';
  return text === '' ? undefined : text;
};

/** The keys in a folder, for its owner's eyes; made where there are none. */
export function ensureKeys(folder: string): string {
  const there = keysIn(folder);
  if (there !== undefined) return there;
  const made = newKey('k1');
  writeWhole(keyFile(folder), `${made}\n`);
  return made;
}
