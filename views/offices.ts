import { phaseOf, type Phase } from '../domain/auction/auction.js';
import { resultOf } from '../domain/auction/delivery.js';
import type { Amount } from '../domain/model/amount.js';
import { cityCaseIdOf } from '../domain/model/case-ids.js';
import { isoOf, type Instant } from '../domain/model/instant.js';
import { appointmentsOf, type Listed } from '../records/appointments.js';
import { auctionsIn } from '../records/auctions.js';
import type { Book } from '../records/book.js';
import { readCity } from '../records/city-cycles.js';
import { certificatesAfter } from '../records/certificates.js';

/** Somebody in office, or who is to be; `id` is the number of the appointment. */
export interface InOffice extends Listed {
  readonly since: string | null;
  readonly ends: string | null;
}

export interface ListAsked {
  readonly party?: string;
  readonly after?: string;
  readonly limit: number;
}

/** A list and where it goes on. */
export interface Listing<T> {
  readonly items: readonly T[];
  readonly after?: string;
}

const listing = <T>(rows: readonly T[], limit: number, placeOf: (row: T) => string): Listing<T> => {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, ...(rows.length > limit && last !== undefined ? { after: placeOf(last) } : {}) };
};

const NUMBER = /^\d{1,9}$/;

/** Who acts for whom, by the numbers of their appointments. */
export async function inOffice(
  { pool }: Book,
  { party, after = '0', limit }: ListAsked,
  at: Instant,
): Promise<Listing<InOffice>> {
  const from = NUMBER.test(after) ? Number(after) : 0;
  const rows = await appointmentsOf(pool, { at, after: from, limit: limit + 1, ...(party === undefined ? {} : { party }) });
  const shown = rows.map((row) => ({
    ...row,
    since: row.from === 0 ? null : isoOf(row.from),
    ends: row.until === null ? null : isoOf(row.until),
  }));
  return listing(shown, limit, ({ id }) => String(id));
}

/** A certificate by which a party seals. */
export interface SealCertificate {
  readonly certificate: string;
  readonly party: string;
  readonly held: 'party' | 'platform';
  readonly subject: string;
  readonly validUntil: string;
  readonly revoked: boolean;
  readonly test: boolean;
}

/** The certificates on file, by their numbers. */
export async function sealCertificates({ pool }: Book, { limit, ...asked }: ListAsked): Promise<Listing<SealCertificate>> {
  const rows = await certificatesAfter(pool, { ...asked, limit: limit + 1 });
  const shown = rows.map(({ certificate, party, held, subject, validUntil, revokedAt, test }) => ({
    certificate,
    party,
    held,
    subject,
    test,
    validUntil: isoOf(validUntil),
    revoked: revokedAt !== null,
  }));
  return listing(shown, limit, ({ certificate }) => certificate);
}

/** An auction as anybody entitled may know it: how many bid, never what is in a sealed bid. */
export interface AuctionShown {
  readonly auction: string;
  readonly cycle: number;
  readonly phase: Phase;
  readonly lot: Amount;
  readonly floor: Amount;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly openingEndsAt: string;
  readonly covered: number;
  readonly sealed: number;
  readonly opened: number;
  readonly result?: ReturnType<typeof resultOf>;
}

/** Every auction, the latest first. */
export async function auctionsShown({ pool }: Book, now: Instant): Promise<readonly AuctionShown[]> {
  const records = await auctionsIn(pool);
  return records.reverse().map(({ auction }) => {
    const { announcement, bidders, cleared, published } = auction;
    const all = Object.values(bidders);
    const result = published ?? (cleared ? resultOf(auction) : undefined);
    return {
      auction: announcement.auction,
      cycle: announcement.terms.cycle,
      phase: phaseOf(auction, now),
      lot: announcement.lot,
      floor: announcement.floor,
      opensAt: isoOf(announcement.opensAt),
      closesAt: isoOf(announcement.closesAt),
      openingEndsAt: isoOf(announcement.openingEndsAt),
      covered: all.length,
      sealed: all.filter(({ sealed }) => sealed !== undefined).length,
      opened: all.filter(({ opened }) => opened !== undefined).length,
      ...(result === undefined ? {} : { result }),
    };
  });
}

/** A verifier with the work that it has in a cycle. */
export interface VerifierAtWork {
  readonly verifier: string;
  /** Units that have engaged it, by where that work stands. */
  readonly engaged: number;
  readonly issued: number;
  /** Units that name it without having engaged it on the platform. */
  readonly named: number;
  readonly struckOff: boolean;
}

const AT_WORK = `with engaged as (
    select verifier, count(*)::int as engaged, count(*) filter (where phase in ('issued', 'filed', 'completed'))::int as issued
    from case_views where kind = 'verification' and cycle = $1 group by 1),
  named as (
    select v.verifier, count(*)::int as named from case_views v
    where v.kind = 'compliance-cycle' and v.cycle = $1 and v.verifier is not null and not exists (
      select from case_views o where o.kind = 'verification' and o.cycle = v.cycle and o.unit = v.unit and o.verifier = v.verifier) group by 1),
  offices as (select distinct party as verifier from appointments where kind = 'verifier')
  select verifier, coalesce(g.engaged, 0) as engaged, coalesce(g.issued, 0) as issued, coalesce(n.named, 0) as named
  from (select verifier from engaged union select verifier from named union select verifier from offices) o
  left join engaged g using (verifier) left join named n using (verifier)
  where verifier is not null order by verifier collate "C" limit 500`;

/** The verifiers of a cycle: whoever is in office for one, or has been engaged. */
export async function verifiersAtWork({ pool }: Book, cycle: number): Promise<readonly VerifierAtWork[]> {
  const struckOff = (await readCity(pool, cityCaseIdOf(cycle)))?.struckOff ?? [];
  const { rows } = await pool.query<Omit<VerifierAtWork, 'struckOff'>>({
    name: 'view-verifiers',
    text: AT_WORK,
    values: [cycle],
  });
  return rows.map((row) => ({ ...row, struckOff: struckOff.includes(row.verifier) }));
}
