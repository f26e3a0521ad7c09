import { createPrivateKey, webcrypto, type KeyObject } from 'node:crypto';
import * as asn1 from 'asn1js';
import {
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import type { Instant } from '../../domain/model/instant.js';
import { ENGINE, OID } from './engine.js';
import { dersIn } from './pem.js';
import { signBySm2 } from './sm2.js';

/** A private key that signs: ECDSA or RSA by the machine's cryptography, SM2 by our own. */
export type SigningKey =
  | { readonly kind: 'cms'; readonly key: webcrypto.CryptoKey; readonly hash: string }
  | { readonly kind: 'gm'; readonly key: Uint8Array };

const HASH_OF: Readonly<Record<string, string>> = { 'P-256': 'SHA-256', 'P-384': 'SHA-384', 'P-521': 'SHA-512' };

/** Bytes as the library takes them. */
const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

const SM2_BYTES = 32;

const parts = (block: asn1.BaseBlock | undefined): readonly asn1.BaseBlock[] =>
  block instanceof asn1.Sequence ? block.valueBlock.value : [];
const inside = (block: asn1.BaseBlock | undefined): Uint8Array =>
  block instanceof asn1.OctetString ? block.valueBlock.valueHexView : new Uint8Array();

/** The number in a key on the curve of GM/T 0003 (PKCS #8 around RFC 5915), which the library does not know; none on another curve. */
function sm2KeyIn(pkcs8: Uint8Array): Uint8Array | undefined {
  const [, algorithm, key] = parts(asn1.fromBER(pkcs8).result);
  const [, curve] = parts(algorithm);
  if (!(curve instanceof asn1.ObjectIdentifier) || curve.valueBlock.toString() !== OID.gmCurve) return undefined;
  const [, number] = parts(asn1.fromBER(inside(key)).result);
  const bytes = inside(number);
  if (bytes.length !== SM2_BYTES) throw new Error('the key cannot be read: no number of 32 bytes in it');
  return new Uint8Array(bytes);
}

/** A key as the machine reads it, encrypted or in an older form, as PKCS #8. Throws where it cannot be read. */
const pkcs8Of = (pem: string, passphrase?: string): Uint8Array => {
  const [plain] = dersIn(pem, 'PRIVATE KEY');
  if (plain) return plain;
  const key: KeyObject = createPrivateKey({ key: pem, ...(passphrase === undefined ? {} : { passphrase }) });
  return key.export({ format: 'der', type: 'pkcs8' });
};

/** Reads a private key (PEM; encrypted ones with their passphrase). Throws where it is none that seals. */
export async function readSigningKey(pem: string, passphrase?: string): Promise<SigningKey> {
  const der = pkcs8Of(pem, passphrase);
  const sm2 = sm2KeyIn(der);
  if (sm2) return { kind: 'gm', key: sm2 };
  const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' });
  if (asymmetricKeyType === 'rsa') {
    const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
    return { kind: 'cms', key: await webcrypto.subtle.importKey('pkcs8', der, rsa, false, ['sign']), hash: 'SHA-256' };
  }
  const namedCurve = { prime256v1: 'P-256', secp384r1: 'P-384', secp521r1: 'P-521' }[asymmetricKeyDetails?.namedCurve ?? ''];
  if (asymmetricKeyType !== 'ec' || namedCurve === undefined)
    throw new Error(`a key of this kind seals nothing (${asymmetricKeyType ?? 'unknown'}): take ECDSA on P-256, RSA or SM2`);
  const key = await webcrypto.subtle.importKey('pkcs8', der, { name: 'ECDSA', namedCurve }, false, ['sign']);
  return { kind: 'cms', key, hash: HASH_OF[namedCurve] ?? 'SHA-256' };
}

/** Who signs, and what stands with the signature. */
export interface Signer {
  readonly key: SigningKey;
  /** In DER, the signer's own first. */
  readonly certificates: readonly Uint8Array[];
}

/** What else is signed along with the content: a text under an identifier of its own. */
export interface Said {
  readonly type: string;
  readonly text: string;
}

const attribute = (type: string, value: asn1.BaseBlock): Attribute => new Attribute({ type, values: [value] });
const OCTETS = '1.2.840.113549.1.7.1';

async function attributesOf(content: Uint8Array, hash: string, at: Instant, said: readonly Said[]) {
  const digest = await webcrypto.subtle.digest(hash, content);
  return new SignedAndUnsignedAttributes({
    type: 0,
    attributes: [
      attribute('1.2.840.113549.1.9.3', new asn1.ObjectIdentifier({ value: OCTETS })),
      attribute('1.2.840.113549.1.9.5', new asn1.UTCTime({ valueDate: new Date(at) })),
      attribute('1.2.840.113549.1.9.4', new asn1.OctetString({ valueHex: digest })),
      ...said.map(({ type, text }) => attribute(type, new asn1.Utf8String({ value: text }))),
    ],
  });
}

/**
 * A detached signature over bytes: CMS in DER, with the certificates in it; raw and in DER for SM2, with nothing in it. `at` is what the
 * signer says of the time.
 */
export async function sign(
  content: Uint8Array,
  { key, certificates }: Signer,
  at: Instant,
  said: readonly Said[] = [],
): Promise<Uint8Array> {
  if (key.kind === 'gm') return signBySm2(key.key, content);
  const all = certificates.map((der) => Certificate.fromBER(bufferOf(der)));
  const [own] = all;
  if (!own) throw new Error('a signature needs the certificate of its key');
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
    signedAttrs: await attributesOf(content, key.hash, at, said),
  });
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: OCTETS }),
    signerInfos: [signer],
    certificates: all,
  });
  await signed.sign(key.key, 0, key.hash, undefined, ENGINE);
  return new Uint8Array(
    new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) }).toSchema().toBER(),
  );
}
