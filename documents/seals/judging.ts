import type { Instant } from '../../domain/model/instant.js';
import { isRefusal, type Refusal } from '../../domain/model/refusal.js';
import { readCertificate, type ReadCertificate } from './certificate.js';
import { faultOf, isCms, isSigner, readCms, type ReadCms } from './cms.js';
import { judgePath, pathOf, type Trust } from './path.js';
import { derOf } from './pem.js';
import { sealInvalid, unreadable } from './reasons.js';
import type { KnownOfRevocation } from './revocation.js';
import type { SealAlgorithm } from './seals.js';
import { isBySm2, isSm2Signature } from './sm2.js';

/** A certificate as it is registered for a party. */
export interface Registered {
  /** `s-0001` */
  readonly certificate: string;
  readonly party: string;
  readonly held: 'party' | 'platform';
  readonly sha256: string;
  readonly der: Uint8Array;
  /** Those above it, but for the root. */
  readonly chain: readonly Uint8Array[];
  readonly revokedAt?: Instant;
}

/** Which certificates are registered. */
export interface Registry {
  of(party: string): Promise<readonly Registered[]>;
  withHash(sha256: string): Promise<Registered | undefined>;
}

/** A signature that holds: by which certificate, and why that one is believed. */
export interface Judged {
  readonly certificate: ReadCertificate;
  readonly algorithm: SealAlgorithm;
  /** The certificate first, the trusted root at the end. */
  readonly path: readonly ReadCertificate[];
  readonly revocation: readonly KnownOfRevocation[];
}

/** Whether a certificate is to be believed at an instant: who issued it, whether it counted then. */
export async function judgeCertificate(
  certificate: ReadCertificate,
  between: readonly ReadCertificate[],
  trust: Trust,
  at: Instant,
): Promise<Judged | Refusal> {
  const { algorithm, subject } = certificate;
  if (algorithm === undefined) return sealInvalid('weak-algorithm', subject);
  const path = await pathOf(certificate, between, trust);
  if (!path) return sealInvalid('unknown-issuer', certificate.issuer);
  const revocation = await judgePath(path, trust.lists, at);
  return 'reason' in revocation ? sealInvalid(revocation.reason, revocation.about) : { certificate, algorithm, path, revocation };
}

const read = (ders: readonly Uint8Array[]): ReadCertificate[] => ders.flatMap((der) => readCertificate(der) ?? []);

/** What is signed, for which party it is to count, and when. */
export interface Signed {
  readonly content: Uint8Array;
  readonly signature: Uint8Array;
  readonly party: string;
  readonly at: Instant;
}

/** A registered certificate of the party, as it stands, at the instant. */
async function judgeRegistered(
  registered: Registered,
  { party, at }: Signed,
  trust: Trust,
): Promise<(Judged & { readonly registered: Registered }) | Refusal> {
  const certificate = readCertificate(registered.der);
  if (!certificate) throw new Error(`certificate ${registered.certificate} is registered and cannot be read`);
  if (registered.party !== party) return sealInvalid('other-party', certificate.subject);
  const judged = await judgeCertificate(certificate, read(registered.chain), trust, at);
  if (isRefusal(judged)) return judged;
  return registered.revokedAt === undefined ? { ...judged, registered } : sealInvalid('revoked', certificate.subject);
}

async function judgeSm2(signed: Signed, ours: readonly Registered[], trust: Trust) {
  const all = ours.flatMap((one) => {
    const certificate = readCertificate(one.der);
    return certificate?.algorithm === 'sm2-sm3' ? [{ one, certificate }] : [];
  });
  if (all.length === 0) return sealInvalid('not-registered');
  const by = all.find(({ certificate: { parsed } }) =>
    isBySm2(parsed.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView, signed.content, signed.signature),
  );
  // a raw signature does not say what it is over: a wrong key and a wrong manifest look the same
  return by ? judgeRegistered(by.one, signed, trust) : sealInvalid('broken-signature');
}

async function judgeUnregistered(signer: ReadCertificate, cms: ReadCms, trust: Trust): Promise<Refusal> {
  const path = await pathOf(signer, cms.certificates, trust);
  return path ? sealInvalid('not-registered', signer.subject) : sealInvalid('unknown-issuer', signer.issuer);
}

/** Judges a signature that a party brings: whose it is, what it is over, whether its certificate counted at the instant. */
export async function judge(
  signed: Signed,
  registry: Registry,
  trust: Trust,
): Promise<(Judged & { readonly registered: Registered }) | Refusal> {
  const ours = await registry.of(signed.party);
  if (isSm2Signature(signed.signature)) return judgeSm2(signed, ours, trust);
  const cms = readCms(derOf(derOf(signed.signature, 'CMS'), 'PKCS7'));
  if (!isCms(cms)) return unreadable(cms);
  const signer = [...read(ours.map(({ der }) => der)), ...cms.certificates].find((one) => isSigner(cms, one));
  if (!signer) return sealInvalid('not-registered');
  const fault = await faultOf(cms, signer, signed.content);
  if (fault) return sealInvalid(fault, signer.subject);
  const registered = ours.find(({ sha256 }) => sha256 === signer.sha256) ?? (await registry.withHash(signer.sha256));
  return registered ? judgeRegistered(registered, signed, trust) : judgeUnregistered(signer, cms, trust);
}
