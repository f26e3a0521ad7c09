import { createHash } from 'node:crypto';
import { ObjectIdentifier, OctetString, Sequence, type BaseBlock } from 'asn1js';
import {
  Certificate,
  ContentInfo,
  ExtKeyUsage,
  IssuerAndSerialNumber,
  PKIStatus,
  SignedData,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';
import type { Instant } from '../../domain/model/instant.js';
import {
  authorityOver,
  isStrongHash,
  isStrongSignature,
  mayBeUsed,
  readCertificate,
  type ReadCertificate,
} from '../seals/certificate.js';
import { isSigner } from '../seals/cms.js';
import { ENGINE, OID } from '../seals/engine.js';
import { pathOf } from '../seals/path.js';
import { hexOf, SHA_256 } from './request.js';

/** A token (RFC 3161) as it was read; nothing of it is believed yet. */
interface ReadToken {
  readonly der: Uint8Array;
  readonly signed: SignedData;
  readonly info: TSTInfo;
  readonly certificates: readonly ReadCertificate[];
}

const CERTIFICATES_MAX = 10;
const TST_INFO = '1.2.840.113549.1.9.16.1.4';

/** Why a token is not taken. */
export type TokenFault =
  | 'unreadable'
  | 'not-granted'
  | 'another-hash'
  | 'another-nonce'
  | 'not-trusted'
  | 'not-for-time'
  | 'not-valid-then'
  | 'weak-algorithm'
  | 'broken-signature';

function readToken(content: ContentInfo): ReadToken | undefined {
  if (content.contentType !== ContentInfo.SIGNED_DATA) return undefined;
  const signed = new SignedData({ schema: content.content });
  const { eContentType, eContent } = signed.encapContentInfo;
  if (eContentType !== TST_INFO || eContent === undefined || signed.signerInfos.length !== 1) return undefined;
  const brought = (signed.certificates ?? []).filter((one) => one instanceof Certificate).slice(0, CERTIFICATES_MAX);
  return {
    der: new Uint8Array(content.toSchema().toBER()),
    signed,
    info: TSTInfo.fromBER(eContent.getValue()),
    certificates: brought.flatMap((one) => readCertificate(new Uint8Array(one.toSchema().toBER())) ?? []),
  };
}

/** The token in an answer of an authority; why there is none that could be looked at. */
export function tokenIn(answer: Uint8Array): Uint8Array | TokenFault {
  try {
    const { status, timeStampToken } = TimeStampResp.fromBER(answer);
    if (status.status !== PKIStatus.granted && status.status !== PKIStatus.grantedWithMods) return 'not-granted';
    return timeStampToken ? new Uint8Array(timeStampToken.toSchema().toBER()) : 'unreadable';
  } catch {
    return 'unreadable';
  }
}

const EXTENDED_USE = '2.5.29.37';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/** A key that stamps time does nothing else, and its certificate says so critically. */
function isForTime(leaf: ReadCertificate): boolean {
  const use = leaf.parsed.extensions?.find(({ extnID }) => extnID === EXTENDED_USE);
  const purposes: unknown = use?.parsedValue;
  if (!use?.critical || !(purposes instanceof ExtKeyUsage) || authorityOver(leaf) !== undefined) return false;
  return purposes.keyPurposes.join(' ') === TIME_STAMPING && mayBeUsed(leaf, 'digitalSignature', 'contentCommitment');
}

const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const SIGNING_CERTIFICATE_2 = '1.2.840.113549.1.9.16.2.47';
const HASHES: Readonly<Record<string, string>> = {
  [SHA_256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
const inside = (block: BaseBlock | undefined): readonly BaseBlock[] => (block instanceof Sequence ? block.valueBlock.value : []);

/** Whether the signed part names the signer's certificate by its hash (RFC 2634, RFC 5816): another one of the same key is another one. */
function namesSigner({ signed }: ReadToken, { der }: ReadCertificate): boolean {
  const attributes = signed.signerInfos[0]?.signedAttrs?.attributes ?? [];
  return attributes.some(({ type, values }) => {
    if (type !== SIGNING_CERTIFICATE && type !== SIGNING_CERTIFICATE_2) return false;
    const [first] = inside(inside(values[0] as BaseBlock)[0]);
    const parts = inside(first);
    const [algorithm] = inside(parts[0]);
    const named = algorithm instanceof ObjectIdentifier ? algorithm.valueBlock.toString() : SHA_256;
    const hash = type === SIGNING_CERTIFICATE ? 'sha1' : HASHES[named];
    const said = parts.find((part) => part instanceof OctetString);
    if (hash === undefined || !said) return false;
    return createHash(hash).update(der).digest().equals(said.valueBlock.valueHexView);
  });
}

const isStrong = ({ signed: { signerInfos } }: ReadToken): boolean =>
  signerInfos.every(
    ({ digestAlgorithm, signatureAlgorithm, signedAttrs }) =>
      signedAttrs !== undefined &&
      isStrongHash(digestAlgorithm) &&
      (signatureAlgorithm.algorithmId === OID.rsaKey || isStrongSignature(signatureAlgorithm)),
  );

/** A path from the signer to an authority that is trusted, each valid at the time that the token says. */
async function pathTo(
  leaf: ReadCertificate,
  token: ReadToken,
  roots: readonly ReadCertificate[],
): Promise<readonly ReadCertificate[] | TokenFault> {
  if (!isForTime(leaf)) return 'not-for-time';
  const path = await pathOf(leaf, token.certificates, { roots });
  if (!path) return 'not-trusted';
  const at = token.info.genTime.getTime();
  if (path.some(({ validFrom, validUntil }) => at < validFrom || at > validUntil)) return 'not-valid-then';
  const weak = path.some(
    ({ parsed, algorithm }, n) =>
      algorithm === undefined || (n < path.length - 1 && !isStrongSignature(parsed.signatureAlgorithm)),
  );
  return weak ? 'weak-algorithm' : path;
}

/** What a token says that holds. */
export interface Stamped {
  readonly at: Instant;
  /** The certificates above the signer's, the trusted root last. */
  readonly above: readonly ReadCertificate[];
}

export interface Expected {
  /** What was there: it is hashed, and must be what the token is about. */
  readonly content: Uint8Array;
  readonly roots: readonly ReadCertificate[];
  /** Of an answer: that of the question. */
  readonly nonce?: string;
}

/** Whether a token holds about a content: its hash, its nonce, who signed it and for what, the path above, the signature. */
export async function judgeToken(der: Uint8Array, { content, roots, nonce }: Expected): Promise<Stamped | TokenFault> {
  let token: ReadToken | undefined;
  try {
    token = readToken(ContentInfo.fromBER(der));
  } catch {
    token = undefined;
  }
  if (!token) return 'unreadable';
  const { info, signed } = token;
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  const hash = createHash('sha256').update(content).digest();
  if (hashAlgorithm.algorithmId !== SHA_256 || !hash.equals(hashedMessage.valueBlock.valueHexView)) return 'another-hash';
  if (nonce !== undefined && hexOf(info.nonce) !== nonce) return 'another-nonce';
  const [signer] = signed.signerInfos;
  const leaf = signer && token.certificates.find((one) => isSigner({ signed, signer, certificates: [] }, one));
  if (!leaf || !namesSigner(token, leaf)) return 'not-trusted';
  const path = await pathTo(leaf, token, roots);
  if (typeof path === 'string') return path;
  if (!isStrong(token)) return 'weak-algorithm';
  signed.certificates = [leaf.parsed];
  // found already; the library would look for a key by its SHA-1
  signer.sid = new IssuerAndSerialNumber({ issuer: leaf.parsed.issuer, serialNumber: leaf.parsed.serialNumber });
  const data = new Uint8Array(content).buffer;
  const holds = await signed.verify({ signer: 0, data, checkChain: false }, ENGINE).catch(() => false);
  return holds ? { at: info.genTime.getTime(), above: path.slice(1) } : 'broken-signature';
}
