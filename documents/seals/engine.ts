import { webcrypto } from 'node:crypto';
import { CryptoEngine, type AlgorithmIdentifier, type PublicKeyInfo } from 'pkijs';
import type { BitString, OctetString } from 'asn1js';
import { isBySm2 } from './sm2.js';

/** Signatures and keys, by their object identifiers. */
export const OID = {
  ecKey: '1.2.840.10045.2.1',
  rsaKey: '1.2.840.113549.1.1.1',
  gmCurve: '1.2.156.10197.1.301',
  gmSignature: '1.2.156.10197.1.501',
  pss: '1.2.840.113549.1.1.10',
} as const;

/** Verifies what the machine's own cryptography does; and certificates and lists that are signed by SM2, which it does not. */
class Engine extends CryptoEngine {
  override verifyWithPublicKey(
    data: webcrypto.BufferSource,
    signature: BitString | OctetString,
    publicKeyInfo: PublicKeyInfo,
    signatureAlgorithm: AlgorithmIdentifier,
    shaAlgorithm?: string,
  ): Promise<boolean> {
    if (signatureAlgorithm.algorithmId !== OID.gmSignature)
      return super.verifyWithPublicKey(data, signature, publicKeyInfo, signatureAlgorithm, shaAlgorithm);
    const message = ArrayBuffer.isView(data)
      ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
      : new Uint8Array(data);
    const key = publicKeyInfo.subjectPublicKey.valueBlock.valueHexView;
    return Promise.resolve(isBySm2(key, message, signature.valueBlock.valueHexView));
  }
}

export const ENGINE = new Engine({ name: 'node', crypto: webcrypto });
