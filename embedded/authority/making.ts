import { randomBytes, webcrypto } from 'node:crypto';
import * as asn1 from 'asn1js';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  CertificateRevocationList,
  ExtKeyUsage,
  Extension,
  Extensions,
  PrivateKeyInfo,
  PublicKeyInfo,
  RevokedCertificate,
  Time,
  TimeType,
  type RelativeDistinguishedNames,
} from 'pkijs';
import { ENGINE, OID } from '../../documents/seals/engine.js';
import { makeSm2Key, sm2PublicKey } from '../../documents/seals/sm2.js';
import { TEST_MARK } from '../../documents/seals/trust.js';
import type { Instant } from '../../domain/model/instant.js';

/** A key pair, its private half as PKCS #8. */
export interface MadeKey {
  readonly pkcs8: Uint8Array;
  readonly info: PublicKeyInfo;
}

export const KEY_KINDS = ['ecdsa', 'rsa', 'sm2-sm3'] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

const RSA_BITS = 256 * 8;
const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' };
const RSA = { name: 'RSASSA-PKCS1-v1_5', modulusLength: RSA_BITS, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' };

const gmAlgorithm = (): AlgorithmIdentifier =>
  new AlgorithmIdentifier({ algorithmId: OID.ecKey, algorithmParams: new asn1.ObjectIdentifier({ value: OID.gmCurve }) });
const bytesOf = (buffer: ArrayBuffer): Uint8Array => new Uint8Array(buffer);
const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

function makeGmKey(): MadeKey {
  const key = makeSm2Key();
  const point = bufferOf(sm2PublicKey(key));
  const inner = new asn1.Sequence({
    value: [
      new asn1.Integer({ value: 1 }),
      new asn1.OctetString({ valueHex: bufferOf(key) }),
      new asn1.Constructed({ idBlock: { tagClass: 3, tagNumber: 1 }, value: [new asn1.BitString({ valueHex: point })] }),
    ],
  });
  const privateKey = new asn1.OctetString({ valueHex: inner.toBER() });
  const pkcs8 = new PrivateKeyInfo({ privateKeyAlgorithm: gmAlgorithm(), privateKey }).toSchema().toBER();
  const info = new PublicKeyInfo({ algorithm: gmAlgorithm(), subjectPublicKey: new asn1.BitString({ valueHex: point }) });
  return { pkcs8: bytesOf(pkcs8), info };
}

export async function makeKey(kind: KeyKind): Promise<MadeKey> {
  if (kind === 'sm2-sm3') return makeGmKey();
  const pair = await webcrypto.subtle.generateKey(kind === 'rsa' ? RSA : ECDSA, true, ['sign', 'verify']);
  const info = PublicKeyInfo.fromBER(await webcrypto.subtle.exportKey('spki', pair.publicKey));
  return { pkcs8: bytesOf(await webcrypto.subtle.exportKey('pkcs8', pair.privateKey)), info };
}

const importing = (pkcs8: Uint8Array): Promise<webcrypto.CryptoKey> =>
  webcrypto.subtle.importKey('pkcs8', pkcs8, ECDSA, false, ['sign']);

/** Who issues: a certificate and its key. */
export interface Issuer {
  readonly certificate: Certificate;
  readonly pkcs8: Uint8Array;
}

/** What a certificate is for. */
export type Purpose = { readonly authority: number } | 'seal' | 'time';

export interface Wanted {
  readonly name: string;
  readonly info: PublicKeyInfo;
  readonly purpose: Purpose;
  readonly validFrom: Instant;
  readonly validUntil: Instant;
}

const named = (name: RelativeDistinguishedNames, type: string, value: asn1.Utf8String | asn1.PrintableString): void =>
  void name.typesAndValues.push(new AttributeTypeAndValue({ type, value }));

function nameInto(name: RelativeDistinguishedNames, common: string): void {
  named(name, '2.5.4.6', new asn1.PrintableString({ value: 'CN' }));
  named(name, '2.5.4.10', new asn1.Utf8String({ value: TEST_MARK }));
  named(name, '2.5.4.3', new asn1.Utf8String({ value: common }));
}

const extension = (extnID: string, critical: boolean, value: { toBER(): ArrayBuffer }): Extension =>
  new Extension({ extnID, critical, extnValue: value.toBER() });

const bits = (byte: number, unused: number): asn1.BitString =>
  new asn1.BitString({ unusedBits: unused, valueHex: new Uint8Array([byte]).buffer });

const keyIdOf = async (info: PublicKeyInfo): Promise<ArrayBuffer> =>
  (await webcrypto.subtle.digest('SHA-256', info.subjectPublicKey.valueBlock.valueHexView)).slice(0, 20);

const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const usageOf = (purpose: Purpose): Extension[] => {
  if (purpose === 'time')
    return [
      extension('2.5.29.15', true, bits(0x80, 7)),
      extension('2.5.29.37', true, new ExtKeyUsage({ keyPurposes: [TIME_STAMPING] }).toSchema()),
    ];
  if (purpose === 'seal') return [extension('2.5.29.15', true, bits(0xc0, 6))];
  const basic = new BasicConstraints({ cA: true, pathLenConstraint: purpose.authority });
  return [extension('2.5.29.19', true, basic.toSchema()), extension('2.5.29.15', true, bits(0x06, 1))];
};

const timeOf = (at: Instant): Time => new Time({ type: TimeType.UTCTime, value: new Date(at) });

const SERIAL_BYTES = 16;
const newSerial = (): asn1.Integer => {
  const bytes = randomBytes(SERIAL_BYTES);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return new asn1.Integer({ valueHex: new Uint8Array(bytes).buffer });
};

/** Makes a certificate; one that issues itself where nobody else is named. */
export async function makeCertificate(wanted: Wanted, by: Issuer | { readonly pkcs8: Uint8Array }): Promise<Certificate> {
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = newSerial();
  nameInto(certificate.subject, wanted.name);
  if ('certificate' in by) certificate.issuer = by.certificate.subject;
  else nameInto(certificate.issuer, wanted.name);
  certificate.notBefore = timeOf(wanted.validFrom);
  certificate.notAfter = timeOf(wanted.validUntil);
  certificate.subjectPublicKeyInfo = wanted.info;
  const above = 'certificate' in by ? by.certificate.subjectPublicKeyInfo : wanted.info;
  const keyIdentifier = new asn1.OctetString({ valueHex: await keyIdOf(above) });
  certificate.extensions = [
    ...usageOf(wanted.purpose),
    extension('2.5.29.14', false, new asn1.OctetString({ valueHex: await keyIdOf(wanted.info) })),
    extension('2.5.29.35', false, new AuthorityKeyIdentifier({ keyIdentifier }).toSchema()),
  ];
  await certificate.sign(await importing(by.pkcs8), 'SHA-256', ENGINE);
  return Certificate.fromBER(certificate.toSchema(true).toBER());
}

export interface Revoked {
  /** In hex. */
  readonly serial: string;
  readonly at: Instant;
}

/** A list of what an authority has revoked, in DER. */
export async function makeList(
  by: Issuer,
  number: number,
  revoked: readonly Revoked[],
  from: Instant,
  until: Instant,
): Promise<Uint8Array> {
  const list = new CertificateRevocationList();
  list.version = 1;
  list.issuer = by.certificate.subject;
  list.thisUpdate = timeOf(from);
  list.nextUpdate = timeOf(until);
  if (revoked.length > 0)
    list.revokedCertificates = revoked.map(
      ({ serial, at }) =>
        new RevokedCertificate({
          userCertificate: new asn1.Integer({ valueHex: bufferOf(Buffer.from(serial, 'hex')) }),
          revocationDate: timeOf(at),
        }),
    );
  const keyIdentifier = new asn1.OctetString({ valueHex: await keyIdOf(by.certificate.subjectPublicKeyInfo) });
  list.crlExtensions = new Extensions({
    extensions: [
      extension('2.5.29.35', false, new AuthorityKeyIdentifier({ keyIdentifier }).toSchema()),
      extension('2.5.29.20', false, new asn1.Integer({ value: number })),
    ],
  });
  await list.sign(await importing(by.pkcs8), 'SHA-256', ENGINE);
  return bytesOf((list.toSchema(true) as asn1.Sequence).toBER());
}
