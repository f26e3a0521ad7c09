import { randomBytes } from 'node:crypto';
import * as asn1 from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from 'pkijs';

export const SHA_256 = '2.16.840.1.101.3.4.2.1';
const NONCE_BYTES = 16;

/** What an authority is asked: to say when a hash was there. */
export interface Query {
  readonly der: Uint8Array;
  /** In hex, as the number is spelt in DER. */
  readonly nonce: string;
}

export const hexOf = (number: asn1.Integer | undefined): string =>
  number === undefined ? '' : Buffer.from(number.valueBlock.valueHexView).toString('hex');

/** A request (RFC 3161) about a SHA-256 in hex, with a nonce, and for the authority's certificate to come with the token. */
export function queryFor(sha256: string): Query {
  const bytes = randomBytes(NONCE_BYTES);
  // positive, and in its shortest spelling
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  const nonce = new asn1.Integer({ valueHex: new Uint8Array(bytes).buffer });
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA_256, algorithmParams: new asn1.Null() }),
      hashedMessage: new asn1.OctetString({ valueHex: new Uint8Array(Buffer.from(sha256, 'hex')).buffer }),
    }),
    nonce,
    certReq: true,
  });
  return { der: new Uint8Array(request.toSchema().toBER()), nonce: hexOf(nonce) };
}
