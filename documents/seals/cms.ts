import { createHash } from 'node:crypto';
import { fromBER, OctetString } from 'asn1js';
import { Certificate, ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from 'pkijs';
import { isStrongHash, isStrongSignature, readCertificate, type ReadCertificate } from './certificate.js';
import { ENGINE, OID } from './engine.js';
import type { OtherForm, SealReason } from './reasons.js';

/** A detached signature (CMS, RFC 5652) of one signer, as it was read. */
export interface ReadCms {
  readonly signed: SignedData;
  readonly signer: SignerInfo;
  readonly certificates: readonly ReadCertificate[];
}

/** More certificates than any chain has are not read. */
const CERTIFICATES_MAX = 10;

/** Reads a signature; where it is of another form than the one that is taken, which; none where it is no CMS at all. */
export function readCms(der: Uint8Array): ReadCms | OtherForm | undefined {
  try {
    const read = ContentInfo.fromBER(der);
    if (read.contentType !== ContentInfo.SIGNED_DATA) return undefined;
    // what would stand behind it is signed by nobody, and makes the same signature another one
    if (fromBER(der).offset !== der.byteLength) return 'trailing';
    const signed = new SignedData({ schema: read.content });
    const [signer, ...others] = signed.signerInfos;
    if (!signer || others.length > 0) return 'signers';
    if (signed.encapContentInfo.eContent !== undefined) return 'attached';
    const brought = (signed.certificates ?? []).filter((one) => one instanceof Certificate).slice(0, CERTIFICATES_MAX);
    const certificates = brought.flatMap((one) => readCertificate(new Uint8Array(one.toSchema().toBER())) ?? []);
    return { signed, signer, certificates };
  } catch {
    return undefined;
  }
}

/** Whether what was read is a signature of the form that is taken. */
export const isCms = (read: ReadCms | OtherForm | undefined): read is ReadCms => typeof read === 'object';

const SUBJECT_KEY = '2.5.29.14';

/** Whether a certificate is the one that the signature names. */
export function isSigner({ signer: { sid } }: ReadCms, { parsed }: ReadCertificate): boolean {
  if (sid instanceof IssuerAndSerialNumber)
    return parsed.issuer.isEqual(sid.issuer) && parsed.serialNumber.isEqual(sid.serialNumber);
  const named = (sid as { readonly valueBlock: { readonly valueHexView: Uint8Array } }).valueBlock.valueHexView;
  const own: unknown = parsed.extensions?.find(({ extnID }) => extnID === SUBJECT_KEY)?.parsedValue;
  return own instanceof OctetString && Buffer.compare(own.valueBlock.valueHexView, named) === 0;
}

const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const HASH_NAMES: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** The hash that was signed differs from that of the content. */
function isOfSomethingElse({ signer }: ReadCms, content: Uint8Array): boolean {
  const said: unknown = signer.signedAttrs?.attributes.find(({ type }) => type === MESSAGE_DIGEST)?.values[0];
  if (!(said instanceof OctetString)) return false;
  const hash = HASH_NAMES[signer.digestAlgorithm.algorithmId] ?? '';
  return Buffer.compare(createHash(hash).update(content).digest(), said.valueBlock.valueHexView) !== 0;
}

const isStrong = ({ signer: { digestAlgorithm, signatureAlgorithm } }: ReadCms): boolean =>
  isStrongHash(digestAlgorithm) && (signatureAlgorithm.algorithmId === OID.rsaKey || isStrongSignature(signatureAlgorithm));

/** Why a signature is none of the certificate's key over the content; nothing where it is. */
export async function faultOf(cms: ReadCms, by: ReadCertificate, content: Uint8Array): Promise<SealReason | undefined> {
  if (by.algorithm === undefined || by.algorithm === 'sm2-sm3' || !isStrong(cms)) return 'weak-algorithm';
  if (isOfSomethingElse(cms, content)) return 'wrong-manifest';
  cms.signed.certificates = [by.parsed];
  const data = new Uint8Array(content).buffer;
  // the SHA-1 of a key by which the library would look for the signer is no part of this: it is found already
  cms.signer.sid = new IssuerAndSerialNumber({ issuer: by.parsed.issuer, serialNumber: by.parsed.serialNumber });
  const holds = await cms.signed.verify({ signer: 0, data, checkChain: false }, ENGINE).catch(() => false);
  return holds ? undefined : 'broken-signature';
}
