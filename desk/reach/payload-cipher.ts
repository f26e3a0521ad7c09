import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import type { Payload, PayloadCodec } from '@temporalio/common';
import type { temporal } from '@temporalio/proto';
import type { KeyRing } from './payload-keys.js';

// the package's named export is not there for ES modules, whatever its types say
const proto = (createRequire(import.meta.url)('@temporalio/proto') as { temporal: typeof temporal }).temporal;
const { Payload: Wire } = proto.api.common.v1;

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** What Temporal calls the form of a payload. */
const ENCODING = 'encoding';
const ENCRYPTED = 'binary/encrypted';
const PLAIN = 'json/plain';
const KEY_ID = 'encryption-key-id';

const textOf = (payload: Payload, name: string): string => Buffer.from(payload.metadata?.[name] ?? []).toString('utf8');

/** What the SDK answers to the question what a case is and where it stands: written for whoever opens it in the pages. */
const DESCRIPTION = '{"definition":';

/**
 * Whether it stays readable: a bare text, that is an id or the line on a timer; nothing at all; and the description of a case for the
 * pages. Whatever has fields is encrypted.
 */
const staysReadable = (payload: Payload): boolean => {
  const encoding = textOf(payload, ENCODING);
  if (encoding === ENCRYPTED || !payload.data || payload.data.length === 0) return true;
  if (encoding !== PLAIN) return false;
  const begins = Buffer.from(payload.data.subarray(0, DESCRIPTION.length)).toString('utf8');
  return begins === DESCRIPTION || !/^[[{]/.test(begins);
};

/** Thrown where something was encrypted by a key that is not here. */
export class UnknownKey extends Error {
  constructor(id: string) {
    super(`LUYUE_PAYLOAD_KEYS has no key ${id}, by which this was encrypted: add it behind the first`);
    this.name = 'UnknownKey';
  }
}

/** Encrypts what is written to Temporal, and reads it again; what was written without it is read as it is. */
export class PayloadCipher implements PayloadCodec {
  private readonly ring: KeyRing;

  constructor(ring: KeyRing) {
    this.ring = ring;
  }

  encode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.resolve(payloads.map((payload) => (staysReadable(payload) ? payload : this.encrypted(payload))));
  }

  // oxlint-disable-next-line typescript/require-await -- a key that is not here rejects, and throws at nobody
  async decode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => (textOf(payload, ENCODING) === ENCRYPTED ? this.decrypted(payload) : payload));
  }

  private encrypted(payload: Payload): Payload {
    const { first } = this.ring;
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.keyOf(first), iv).setAAD(Buffer.from(first));
    const data = Buffer.concat([iv, cipher.update(Wire.encode(payload).finish()), cipher.final(), cipher.getAuthTag()]);
    return { metadata: { [ENCODING]: Buffer.from(ENCRYPTED), [KEY_ID]: Buffer.from(first) }, data };
  }

  /** Throws an UnknownKey, or what the cipher says of bytes that were changed. */
  private decrypted(payload: Payload): Payload {
    const id = textOf(payload, KEY_ID);
    const data = Buffer.from(payload.data ?? []);
    const tagAt = data.length - TAG_BYTES;
    const decipher = createDecipheriv(CIPHER, this.keyOf(id), data.subarray(0, IV_BYTES)).setAAD(Buffer.from(id));
    decipher.setAuthTag(data.subarray(tagAt));
    const { metadata, data: plain } = Wire.decode(
      Buffer.concat([decipher.update(data.subarray(IV_BYTES, tagAt)), decipher.final()]),
    );
    return { metadata, data: plain };
  }

  private keyOf(id: string): Buffer {
    const key = this.ring.keys.get(id);
    if (!key) throw new UnknownKey(id);
    return key;
  }
}
