import { readCertificate } from '../documents/seals/certificate.js';
import { judgeCertificate } from '../documents/seals/judging.js';
import type { Trust } from '../documents/seals/path.js';
import { isOfTest } from '../documents/seals/trust.js';
import type { Instant } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import type { PartyKind } from '../domain/people/roles.js';
import type { Book } from '../records/book.js';
import { badInput } from './parse.js';
import { kindOfParty } from './party-kind.js';

/** What `register-certificate` brings, as it comes. */
interface Brought {
  readonly party: string;
  readonly kind?: PartyKind;
  readonly held: 'party' | 'platform';
  /** Each in base64 of its DER: it, and those above it. */
  readonly certificates: readonly string[];
  readonly basis: string;
}

/** A certificate that is to be registered: read, with its days, its algorithm and the authorities above it up to one that is trusted. */
export async function certificateRead(
  book: Book,
  trust: Trust,
  brings: object,
  at: Instant,
): Promise<Readonly<Record<string, Json>> | Refusal> {
  const { party, kind: said, held, certificates, basis } = brings as Brought;
  const kind = await kindOfParty(book, { party, ...(said === undefined ? {} : { kind: said }), role: 'signer' });
  if (isRefusal(kind)) return kind;
  const read = certificates.map((base64) => readCertificate(new Uint8Array(Buffer.from(base64, 'base64'))));
  const unread = read.indexOf(undefined);
  const [own, ...between] = read.flatMap((one) => one ?? []);
  if (unread >= 0 || !own)
    return badInput(
      ['with', 'certificates', Math.max(unread, 0)],
      '不是证书（DER 的 base64）',
      'is no certificate (base64 of DER)',
    );
  // one whose days are to come is registered ahead of them
  const judged = await judgeCertificate(own, between, trust, Math.max(at, own.validFrom));
  if (isRefusal(judged)) return judged;
  const above = judged.path.slice(1, -1);
  const base64 = (der: Uint8Array): string => Buffer.from(der).toString('base64');
  return {
    party,
    kind,
    held,
    algorithm: judged.algorithm,
    sha256: own.sha256,
    der: base64(own.der),
    chain: above.map(({ der }) => base64(der)),
    subject: own.subject,
    validFrom: own.validFrom,
    validUntil: own.validUntil,
    test: judged.path.some(isOfTest),
    basis,
  };
}
