import type { Instant } from '../../domain/model/instant.js';
import { authorityOver, hasUnknownCritical, isStrongSignature, mayBeUsed, type ReadCertificate } from './certificate.js';
import { ENGINE } from './engine.js';
import type { SealReason } from './reasons.js';
import { revocationOf, type KnownOfRevocation, type ReadList } from './revocation.js';

/** Whom this platform trusts, and what it knows of revocation. */
export interface Trust {
  readonly roots: readonly ReadCertificate[];
  readonly lists: readonly ReadList[];
}

/** Certificates one above the other, at most: more is no authority, but an attempt to keep us busy. */
const LONGEST = 6;

const isIssuedBy = async ({ parsed }: ReadCertificate, issuer: ReadCertificate): Promise<boolean> =>
  parsed.issuer.isEqual(issuer.parsed.subject) && (await parsed.verify(issuer.parsed, ENGINE).catch(() => false));

/** Whether a certificate may stand as an authority above so many others that are authorities themselves. */
const isAuthority = (certificate: ReadCertificate, below: number): boolean =>
  (authorityOver(certificate) ?? -1) >= below && mayBeUsed(certificate, 'keyCertSign') && !hasUnknownCritical(certificate);

/** A certificate, those above it, and the trusted root at the end; none where none of these leads to one. */
export async function pathOf(
  leaf: ReadCertificate,
  between: readonly ReadCertificate[],
  { roots }: Pick<Trust, 'roots'>,
): Promise<readonly ReadCertificate[] | undefined> {
  const climb = async (path: readonly ReadCertificate[]): Promise<readonly ReadCertificate[] | undefined> => {
    const top = path.at(-1) ?? leaf;
    if (path.length > 1 && roots.some(({ sha256 }) => sha256 === top.sha256)) return path;
    if (path.length === LONGEST) return undefined;
    for (const above of [...roots, ...between]) {
      if (path.some(({ sha256 }) => sha256 === above.sha256) || !isAuthority(above, path.length - 1)) continue;
      const found = (await isIssuedBy(top, above)) ? await climb([...path, above]) : undefined;
      if (found) return found;
    }
    return undefined;
  };
  return climb([leaf]);
}

/** Why a path does not hold, and which certificate of it. */
export interface PathFault {
  readonly reason: SealReason;
  readonly about: string;
}

/** Whether a path holds at an instant, and what was known of revocation then; the root answers for itself. */
export async function judgePath(
  path: readonly ReadCertificate[],
  lists: readonly ReadList[],
  at: Instant,
): Promise<readonly KnownOfRevocation[] | PathFault> {
  const [leaf, ...above] = path;
  if (!leaf) throw new Error('a path without a certificate');
  const weak = path.find(
    ({ parsed, algorithm }, n) =>
      algorithm === undefined || (n < path.length - 1 && !isStrongSignature(parsed.signatureAlgorithm)),
  );
  if (weak) return { reason: 'weak-algorithm', about: weak.subject };
  if (!mayBeUsed(leaf, 'digitalSignature', 'contentCommitment') || hasUnknownCritical(leaf) || authorityOver(leaf) !== undefined)
    return { reason: 'not-for-seals', about: leaf.subject };
  const early = path.find(({ validFrom }) => at < validFrom);
  if (early) return { reason: 'not-yet-valid', about: early.subject };
  const late = path.find(({ validUntil }) => at > validUntil);
  if (late) return { reason: 'expired', about: late.subject };
  const known: KnownOfRevocation[] = [];
  for (const [n, issuer] of above.entries()) {
    const certificate = path[n] ?? leaf;
    const revocation = await revocationOf(certificate, issuer, lists, at);
    if (revocation === 'revoked') return { reason: 'revoked', about: certificate.subject };
    known.push(revocation);
  }
  return known;
}
