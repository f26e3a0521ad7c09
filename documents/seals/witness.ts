import { textOfFile } from '../../records/bounded-file.js';
import type { Instant } from '../../domain/model/instant.js';
import { canonical } from '../../records/chain.js';
import { dersIn } from './pem.js';
import { readSigningKey, sign, type Signer } from './signing.js';

/** Of whom the platform bears witness: the person who has just shown the second factor, and for which party. */
export interface Witnessed {
  readonly party: string;
  readonly person: string;
  readonly steppedUpAt: Instant;
}

/** The key by which the platform bears witness, wherever it is kept: in an encrypted file, in a module made for it. */
export interface WitnessKey {
  /** A detached signature in CMS over the content, with what is witnessed signed along. */
  sign(content: Uint8Array, witnessed: Witnessed, at: Instant): Promise<Uint8Array>;
  /** The platform's own seal on what it says itself, such as a receipt: nobody is witnessed. */
  seal(content: Uint8Array, at: Instant): Promise<Uint8Array>;
  /** In DER, its own first. */
  readonly certificates: readonly Uint8Array[];
}

/** Under which what is witnessed stands among the signed attributes: a text (JSON, RFC 8785). Made of a UUID (X.667). */
const WITNESSED = '2.25.104128757095816944050880050989553420259';

/** By a key at hand. */
export const witnessBy = (signer: Signer): WitnessKey => ({
  sign: (content, witnessed, at) => sign(content, signer, at, [{ type: WITNESSED, text: canonical(witnessed) }]),
  seal: (content, at) => sign(content, signer, at),
  certificates: signer.certificates,
});

export interface WitnessPlace {
  /** A file with the key (PKCS #8, encrypted) and its certificates (PEM). */
  readonly file: string;
  readonly passphrase: string;
}

/** The key in an encrypted file; decrypted once, and then in the memory of this process alone. Throws where it is not encrypted. */
export async function openWitness({ file, passphrase }: WitnessPlace): Promise<WitnessKey> {
  const text = textOfFile(file);
  if (!text.includes('BEGIN ENCRYPTED PRIVATE KEY'))
    throw new Error(`${file}: the key of the witness is kept encrypted: openssl pkcs8 -topk8 -v2 aes-256-cbc -in KEY -out FILE`);
  const start = text.indexOf('-----BEGIN ENCRYPTED PRIVATE KEY-----');
  const end = '-----END ENCRYPTED PRIVATE KEY-----';
  const pem = text.slice(start, text.indexOf(end) + end.length);
  return witnessBy({ key: await readSigningKey(pem, passphrase), certificates: dersIn(text, 'CERTIFICATE') });
}
