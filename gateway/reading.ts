import type { ReceiptSealer } from '../documents/receipts/receipt.js';
import type { Reading } from '../console/deps.js';
import type { Instant } from '../domain/model/instant.js';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import type { Caller } from '../parties/caller.js';
import type { Book } from '../records/book.js';
import { currentCycle } from '../regulation/named.js';
import { amendable, openDuties } from '../views/amendable.js';
import { attentionCounts, attentionList } from '../views/attention.js';
import type { CollectionPreview } from '../views/collection-preview.js';
import { filingCurves } from '../views/filing-curve.js';
import { reminderEffects, unitsToCall, type Effect, type ToCall } from '../views/letters-effect.js';
import { running } from '../views/running.js';
import { undeliveredIn } from './undelivered.js';
import { auctionsShown, inOffice, sealCertificates, verifiersAtWork } from '../views/offices.js';
import { ownLetter } from '../views/own-letter.js';
import { packagesFor } from '../views/packages.js';
import { proposals, proposedFor } from '../views/proposals.js';
import { punctuality } from '../views/punctuality.js';
import { progressOf, season, type Progress } from '../views/season.js';
import { toConfirm } from '../views/to-confirm.js';
import { lettersOf } from '../views/unit-letters.js';
import { actingFor } from '../views/unit-people.js';
import { requestsOf } from '../views/unit-requests.js';
import { unitNames } from '../views/unit-names.js';
import type { UnitStanding } from '../views/unit-status.js';
import { verified } from '../views/verified.js';
import type { VerificationShown } from '../views/verifications.js';
import { collectionPreview, inbox, listed, seen, seenAmong, statement, status, timeline, units, type View } from './answers.js';
import { inboxMeant, noProposals } from './may-see.js';
import { noIn } from './no.js';
import { keeping } from './keeping.js';
import { verificationFor, verificationsFor } from './verifications.js';
import { receiptAskedAs, receiptByCode } from './receipts-here.js';

/** So many lines of a list that has no further page. */
const MOST = 100;

/** What is read of the whole city and kept for a minute, whoever looks. */
export const keptOf = (now: () => Instant) => ({
  progress: keeping<Progress>(now),
  effects: keeping<readonly Effect[]>(now),
  toCall: keeping<readonly ToCall[]>(now),
});

/** Of what pages are read. */
export interface ReadingParts {
  readonly book: Book;
  readonly now: () => Instant;
  readonly sealer?: ReceiptSealer | undefined;
  readonly kept: ReturnType<typeof keptOf>;
}

/** What is read of the whole city: whoever may look at a page of it may look at all of it. */
function ofTheCity({
  book,
  now,
  kept,
}: ReadingParts): Pick<
  Reading,
  | 'punctuality'
  | 'season'
  | 'curves'
  | 'progress'
  | 'amendable'
  | 'openDuties'
  | 'running'
  | 'lettersEffect'
  | 'unitsToCall'
  | 'undelivered'
  | 'inOffice'
  | 'certificates'
  | 'auctions'
  | 'verifiers'
  | 'toConfirm'
> {
  return {
    punctuality: () => punctuality(book, { cycle: currentCycle(), now: now() }),
    season: () => season(book, currentCycle(), now()),
    curves: (duties) => filingCurves(book, currentCycle(), duties),
    progress: () => kept.progress(async () => progressOf(await season(book, currentCycle(), now()))),
    amendable: () => amendable(book),
    openDuties: (cycle, duties) => openDuties(book, cycle, duties),
    running: () => running(book),
    async lettersEffect() {
      const cycle = currentCycle();
      return { cycle, effects: await kept.effects(() => reminderEffects(book.pool, cycle)) };
    },
    unitsToCall: () => kept.toCall(() => unitsToCall(book.pool, currentCycle())),
    undelivered: (asked) => listed(() => undeliveredIn(book, asked)),
    inOffice: (asked) => inOffice(book, asked, now()),
    certificates: (asked) => sealCertificates(book, asked),
    auctions: () => auctionsShown(book, now()),
    verifiers: () => verifiersAtWork(book, currentCycle()),
    async toConfirm(asked) {
      const cycle = currentCycle();
      return { cycle, ...(await toConfirm(book, { cycle, ...asked })) };
    },
  };
}

/** What pages show is what the API answers, asked for whoever has signed in. */
export function readingOf(parts: ReadingParts): Reading {
  const { book, now, sealer } = parts;
  const ofUnit = async <T>(caller: Caller, view: View, unit: string, read: () => Promise<T>): Promise<T | Refusal> =>
    (await seen(book, caller, unit, { view, at: now() })) ?? read();
  return {
    units: (caller, asked) => units(book, caller, { ...asked, now }),
    status: async (caller, unit, asked) => (await status(book, caller, unit, { ...asked, now })) as UnitStanding,
    timeline: (caller, unit, asked) => timeline(book, caller, unit, { ...asked, now }),
    async inbox(caller, wanted, asked) {
      const meant = inboxMeant(caller, wanted);
      if (isRefusal(meant)) return meant;
      // no page shows what was filed in a line of an inbox
      const found = await inbox(book, caller, meant.of, { ...asked, now, bare: true });
      return isRefusal(found) ? found : { ...found, items: found.items };
    },
    async proposals(caller, asked) {
      return noProposals(caller) ?? (await proposals(book, asked));
    },
    proposedFor: (caller, units) => (noProposals(caller) ? Promise.resolve(new Map()) : proposedFor(book, units)),
    names: (units) => unitNames(book, units),
    attention: () => attentionCounts(book),
    attentionList: () => attentionList(book),
    statement: (caller, unit, asked) => statement(book, caller, unit, { ...asked, now }),
    collectionPreview: async (caller, unit) =>
      (await collectionPreview(book, caller, unit, { now })) as CollectionPreview | Refusal,
    people: (caller, unit) => ofUnit(caller, 'people', unit, () => actingFor(book, unit, now())),
    colleagues: ({ appointments }, party) =>
      appointments.some((one) => one.party === party) ? actingFor(book, party, now()) : Promise.resolve([]),
    letters: (caller, unit) => ofUnit(caller, 'letters', unit, () => lettersOf(book, unit, MOST)),
    letter: (caller, unit, letter) =>
      ofUnit(caller, 'letters', unit, () => ownLetter(book, { letter, party: { kind: 'unit', id: unit } })),
    requests: (caller, unit) => ofUnit(caller, 'statement', unit, () => requestsOf(book, unit, MOST)),
    package: (caller, unit, duty) =>
      ofUnit(caller, 'timeline', unit, async () => (await packagesFor(book, currentCycle(), [{ unit, duty }]))[0]),
    async packages(caller, checks) {
      const units = checks.map(({ unit }) => unit);
      const theirs = await seenAmong(book, caller, units, { view: 'timeline', at: now() });
      const found = await packagesFor(book, currentCycle(), checks);
      return found.map((one, n) => (theirs.has(units[n] ?? '') ? one : undefined));
    },
    async verifications(caller, asked) {
      const found = await verificationsFor(book, caller, { ...asked, at: now() });
      return isRefusal(found)
        ? found
        : { items: found.verifications, ...(found.after === undefined ? {} : { after: found.after }) };
    },
    async verification(caller, id) {
      const found = await verificationFor(book, caller, id, now());
      return noIn(found) ?? (found as VerificationShown);
    },
    ...ofTheCity(parts),
    verify: () => verified(book),
    receipt: (code, caller) => receiptByCode({ book, now, sealer }, code, caller),
    receiptCode: async (caller, id) => (await receiptAskedAs({ book, now, sealer }, id, caller))?.code,
  };
}
