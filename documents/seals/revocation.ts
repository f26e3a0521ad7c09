import { createHash } from 'node:crypto';
import { CertificateRevocationList } from 'pkijs';
import type { Instant } from '../../domain/model/instant.js';
import { isStrongSignature, mayBeUsed, sayName, type ReadCertificate } from './certificate.js';
import { ENGINE } from './engine.js';

/** A list of revoked certificates (CRL) as it was read. */
export interface ReadList {
  readonly der: Uint8Array;
  readonly sha256: string;
  readonly parsed: CertificateRevocationList;
  readonly issuer: string;
  readonly thisUpdate: Instant;
  readonly nextUpdate?: Instant;
}

/** Reads a list; none where it cannot be read as one. */
export function readList(der: Uint8Array): ReadList | undefined {
  try {
    const parsed = CertificateRevocationList.fromBER(der);
    const { nextUpdate } = parsed;
    return {
      der,
      parsed,
      sha256: createHash('sha256').update(der).digest('hex'),
      issuer: sayName(parsed.issuer),
      thisUpdate: parsed.thisUpdate.value.getTime(),
      ...(nextUpdate ? { nextUpdate: nextUpdate.value.getTime() } : {}),
    };
  } catch {
    return undefined;
  }
}

/** What was known of a certificate's revocation at an instant: by a list in force then, by one that was not, or nothing. */
export interface KnownOfRevocation {
  readonly certificate: string;
  readonly known: 'good' | 'stale' | 'nothing';
  readonly list?: ReadList;
}

async function isBy(list: ReadList, issuer: ReadCertificate): Promise<boolean> {
  if (!list.parsed.issuer.isEqual(issuer.parsed.subject) || !mayBeUsed(issuer, 'cRLSign')) return false;
  if (!isStrongSignature(list.parsed.signatureAlgorithm)) return false;
  return list.parsed.verify({ issuerCertificate: issuer.parsed }, ENGINE).catch(() => false);
}

const isInForce = ({ thisUpdate, nextUpdate = Infinity }: ReadList, at: Instant): boolean => thisUpdate <= at && at <= nextUpdate;

const byAge = (a: ReadList, b: ReadList): number => b.thisUpdate - a.thisUpdate;

/** Whether a list says that a certificate was revoked at an instant or before. */
const revokes = ({ parsed }: ReadList, { parsed: certificate }: ReadCertificate, at: Instant): boolean =>
  (parsed.revokedCertificates ?? []).some(
    ({ userCertificate, revocationDate }) =>
      userCertificate.isEqual(certificate.serialNumber) && revocationDate.value.getTime() <= at,
  );

/** What the lists say of a certificate at an instant; `revoked` where any of its issuer's does. */
export async function revocationOf(
  certificate: ReadCertificate,
  issuer: ReadCertificate,
  lists: readonly ReadList[],
  at: Instant,
): Promise<KnownOfRevocation | 'revoked'> {
  const ours: ReadList[] = [];
  for (const list of [...lists].sort(byAge)) if (await isBy(list, issuer)) ours.push(list);
  if (ours.some((list) => revokes(list, certificate, at))) return 'revoked';
  const { sha256 } = certificate;
  const list = ours.find((one) => isInForce(one, at)) ?? ours[0];
  if (!list) return { certificate: sha256, known: 'nothing' };
  return { certificate: sha256, known: isInForce(list, at) ? 'good' : 'stale', list };
}
