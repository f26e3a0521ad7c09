import { createHash, createPublicKey } from 'node:crypto';
import { ObjectIdentifier } from 'asn1js';
import { AlgorithmIdentifier, BasicConstraints, Certificate, type RelativeDistinguishedNames, RSASSAPSSParams } from 'pkijs';
import type { Instant } from '../../domain/model/instant.js';
import { OID } from './engine.js';
import type { SealAlgorithm } from './seals.js';

/** A certificate as it was read; nothing of it is believed yet. */
export interface ReadCertificate {
  readonly der: Uint8Array;
  /** Of the DER, by which it is known. */
  readonly sha256: string;
  readonly parsed: Certificate;
  readonly subject: string;
  readonly issuer: string;
  /** In hex. */
  readonly serial: string;
  readonly validFrom: Instant;
  /** The last instant that is part of it. */
  readonly validUntil: Instant;
  /** What its key signs by; none where the key is too weak or of no kind that is verified here. */
  readonly algorithm?: SealAlgorithm;
}

const NAMES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.5': 'serialNumber',
};
const NAME_MAX = 300;

/** A name as people read it, in one line. */
export const sayName = (name: RelativeDistinguishedNames): string =>
  name.typesAndValues
    .map(({ type, value }) => `${NAMES[type] ?? type}=${value.valueBlock.value}`)
    .join(', ')
    .toWellFormed()
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '�')
    .slice(0, NAME_MAX);

const RSA_LEAST_BITS = 256 * 8;
const CURVES = ['prime256v1', 'secp384r1', 'secp521r1'];

/** What a key signs by; the machine's cryptography says how long it is, but for SM2, which it knows by name only. */
function algorithmOf({ subjectPublicKeyInfo: info }: Certificate): SealAlgorithm | undefined {
  const { algorithmId } = info.algorithm;
  const algorithmParams: unknown = info.algorithm.algorithmParams;
  if (algorithmParams instanceof ObjectIdentifier && algorithmParams.valueBlock.toString() === OID.gmCurve) return 'sm2-sm3';
  const key = createPublicKey({ key: Buffer.from(info.toSchema().toBER()), format: 'der', type: 'spki' });
  const { modulusLength = 0, namedCurve = '' } = key.asymmetricKeyDetails ?? {};
  if (algorithmId === OID.rsaKey) return modulusLength >= RSA_LEAST_BITS ? 'rsa' : undefined;
  return algorithmId === OID.ecKey && CURVES.includes(namedCurve) ? 'ecdsa' : undefined;
}

/** Reads a certificate; none where it cannot be read as one. */
export function readCertificate(der: Uint8Array): ReadCertificate | undefined {
  try {
    const parsed = Certificate.fromBER(der);
    const algorithm = algorithmOf(parsed);
    return {
      der,
      parsed,
      sha256: createHash('sha256').update(der).digest('hex'),
      subject: sayName(parsed.subject),
      issuer: sayName(parsed.issuer),
      serial: Buffer.from(parsed.serialNumber.valueBlock.valueHexView).toString('hex'),
      validFrom: parsed.notBefore.value.getTime(),
      validUntil: parsed.notAfter.value.getTime(),
      ...(algorithm === undefined ? {} : { algorithm }),
    };
  } catch {
    // whatever is wrong with bytes from outside, they are no certificate
    return undefined;
  }
}

/** SHA-256, -384, -512. */
const HASHES = ['2.16.840.1.101.3.4.2.1', '2.16.840.1.101.3.4.2.2', '2.16.840.1.101.3.4.2.3'];
/** ECDSA and RSA with one of these, and SM2 with SM3. */
const SIGNATURES = [
  ...['1.2.840.10045.4.3.2', '1.2.840.10045.4.3.3', '1.2.840.10045.4.3.4'],
  ...['1.2.840.113549.1.1.11', '1.2.840.113549.1.1.12', '1.2.840.113549.1.1.13'],
  OID.gmSignature,
];

export const isStrongHash = ({ algorithmId }: AlgorithmIdentifier): boolean => HASHES.includes(algorithmId);

/** Whether a signature is by an algorithm that counts. */
export function isStrongSignature({ algorithmId, algorithmParams }: AlgorithmIdentifier): boolean {
  if (algorithmId !== OID.pss) return SIGNATURES.includes(algorithmId);
  if (algorithmParams === undefined) return false;
  // what is left out of these parameters is SHA-1, of the hash and of the mask alike
  const { hashAlgorithm, maskGenAlgorithm } = new RSASSAPSSParams({ schema: algorithmParams });
  const masked: unknown = maskGenAlgorithm.algorithmParams;
  return isStrongHash(hashAlgorithm) && masked !== undefined && isStrongHash(new AlgorithmIdentifier({ schema: masked }));
}

const KEY_USAGE = '2.5.29.15';
const BASIC = '2.5.29.19';
/** Critical extensions that are looked at here, and policies. One that restricts a key to something else (extended usage) is none of them. */
const UNDERSTOOD = [KEY_USAGE, BASIC, '2.5.29.32'];
const USES = { digitalSignature: 0x80, contentCommitment: 0x40, keyCertSign: 0x04, cRLSign: 0x02 } as const;
export type KeyUse = keyof typeof USES;

/** Whether the key may be used so; a certificate that does not say may. */
export function mayBeUsed({ parsed }: ReadCertificate, ...uses: readonly KeyUse[]): boolean {
  const usage = parsed.extensions?.find(({ extnID }) => extnID === KEY_USAGE)?.parsedValue as
    | { readonly valueBlock: { readonly valueHexView: Uint8Array } }
    | undefined;
  const bits = usage?.valueBlock.valueHexView[0];
  return bits === undefined || uses.some((use) => (bits & USES[use]) !== 0);
}

/** Whether something critical in a certificate is not understood here: then it says less than it seems to. */
export const hasUnknownCritical = ({ parsed }: ReadCertificate): boolean =>
  (parsed.extensions ?? []).some(({ critical, extnID }) => critical && !UNDERSTOOD.includes(extnID));

/** How many authorities may stand below this one, itself left out; none where it is no authority. */
export function authorityOver({ parsed }: ReadCertificate): number | undefined {
  const basic = parsed.extensions?.find(({ extnID }) => extnID === BASIC)?.parsedValue as unknown;
  if (!(basic instanceof BasicConstraints) || !basic.cA) return undefined;
  const { pathLenConstraint } = basic;
  if (pathLenConstraint === undefined) return Infinity;
  return typeof pathLenConstraint === 'number' ? pathLenConstraint : Number(pathLenConstraint.toBigInt());
}
