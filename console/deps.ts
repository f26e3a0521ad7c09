import type { Context } from 'hono';
import type { FrontDesk } from '../desk/port.js';
import type { WishedLine } from '../desk/wishes.js';
import type { Receipt } from '../documents/receipts/receipt.js';
import type { Instant } from '../domain/model/instant.js';
import type { Refusal } from '../domain/model/refusal.js';
import type { Caller } from '../parties/caller.js';
import type { Session } from '../parties/sessions.js';
import type { Amendable, OpenDuty } from '../views/amendable.js';
import type { AttentionCounts } from '../views/attention.js';
import type { InboxItem } from '../views/inbox.js';
import type { Happening } from '../views/timeline.js';
import type { UnitStanding } from '../views/unit-status.js';
import type { Unreached } from '../views/unreached.js';
import type { UnitRow } from '../views/units.js';
import type { AttentionList } from '../views/attention.js';
import type { CollectionPreview } from '../views/collection-preview.js';
import type { CheckAsked, PackageShown } from '../views/packages.js';
import type { Curves, Watched } from '../views/filing-curve.js';
import type { Effect, ToCall } from '../views/letters-effect.js';
import type { Running } from '../views/running.js';
import type { AuctionShown, InOffice, ListAsked, Listing, SealCertificate, VerifierAtWork } from '../views/offices.js';
import type { ProposalLine } from '../views/proposals.js';
import type { Punctuality } from '../views/punctuality.js';
import type { Progress, Season } from '../views/season.js';
import type { ToConfirm } from '../views/to-confirm.js';
import type { ShownLine } from '../views/statement.js';
import type { OwnLetter } from '../views/own-letter.js';
import type { LetterLine } from '../views/unit-letters.js';
import type { Acting } from '../views/unit-people.js';
import type { RequestLine } from '../views/unit-requests.js';
import type { Verified } from '../views/verified.js';
import type { VerificationRow, VerificationShown } from '../views/verifications.js';
import type { Papers, Uploads } from './documents/papers.js';
import type { CalendarLinks, Claims, OwnLetterWishes, OwnSessions } from './own.js';
import type { Said, Signed } from './said.js';
import type { Twin } from './twin.js';

export type { Said, Signed } from './said.js';

/** One sheet of a workbook: its numbers are text, as everywhere. */
export interface Sheet {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Something found in a file that was handed in; an error keeps all of it from being proposed. */
export interface Found {
  readonly level: 'error' | 'warning';
  readonly code: string;
  readonly line?: number;
  readonly column?: string;
  readonly zh: string;
  readonly en: string;
}

/** What a file of decisions says. */
export interface Decisions {
  readonly lines: readonly WishedLine[];
  readonly found: readonly Found[];
}

/** A letter that did not arrive: refused for good, or come back. */
export interface Undelivered {
  readonly id: string;
  readonly partyKind: string;
  readonly party: string;
  readonly to: string;
  readonly subject: string;
  readonly said: string;
  readonly since: string | null;
}

interface Page<T> {
  readonly items: readonly T[];
  /** Where the next page begins, where there is one. */
  readonly after?: string;
}

interface PageAsked {
  readonly after?: string;
  readonly limit: number;
}

export type UnitLine = Pick<UnitRow, 'unit' | 'name' | 'kind' | 'district' | 'cycle' | 'status'>;
export type InboxLine = Omit<InboxItem, 'filing'> & { readonly item: string; readonly claimedBy?: string; readonly mine?: true };

interface ItemsAlone {
  /** Without the units that letters do not reach, which stand beside. */
  readonly itemsAlone?: true;
}

interface Moments {
  readonly asOf?: Instant;
  readonly knownAt?: Instant;
}

/** What is read for pages; each answers only what the caller may see. */
export interface Reading {
  units(caller: Caller, asked: PageAsked & { readonly q?: string }): Promise<Page<UnitLine> | Refusal>;
  status(caller: Caller, unit: string, asked: Moments): Promise<UnitStanding | Refusal>;
  timeline(caller: Caller, unit: string, asked: PageAsked): Promise<Page<Happening> | Refusal>;
  inbox(
    caller: Caller,
    of: string | undefined,
    asked: PageAsked & ItemsAlone,
  ): Promise<
    (Page<InboxLine> & { readonly of: string; readonly cycle: number; readonly unreached?: readonly Unreached[] }) | Refusal
  >;
  /** Proposals that wait, or all; for those who see all units. */
  proposals(caller: Caller, asked: PageAsked & { readonly all: boolean }): Promise<Page<ProposalLine> | Refusal>;
  /** Proposals about units that wait, by unit and act (`BJ-0001 allocate`); none for whoever does not see all units. */
  proposedFor(caller: Caller, units: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** What units are called; for those who see all of them. */
  names(units: readonly string[]): Promise<ReadonlyMap<string, string>>;
  attention(): Promise<AttentionCounts>;
  /** What operators look at, one by one. */
  attentionList(): Promise<AttentionList>;
  statement(caller: Caller, unit: string, asked: PageAsked): Promise<Page<ShownLine> | Refusal>;
  collectionPreview(caller: Caller, unit: string): Promise<CollectionPreview | Refusal>;
  people(caller: Caller, unit: string): Promise<readonly Acting[] | Refusal>;
  /** Who acts for a party of one's own. */
  colleagues(caller: Caller, party: string): Promise<readonly Acting[]>;
  letters(caller: Caller, unit: string): Promise<readonly LetterLine[] | Refusal>;
  /** A letter that was written to the unit, as it went out; undefined where none of that name was. */
  letter(caller: Caller, unit: string, letter: string): Promise<OwnLetter | undefined | Refusal>;
  /** What the unit's own people have asked for. */
  requests(caller: Caller, unit: string): Promise<readonly RequestLine[] | Refusal>;
  package(caller: Caller, unit: string, duty: string): Promise<PackageShown | undefined | Refusal>;
  /** The same for many checks, in their order; undefined where nothing was filed, or it is another's. */
  packages(caller: Caller, checks: readonly CheckAsked[]): Promise<readonly (PackageShown | undefined)[]>;
  punctuality(): Promise<Punctuality>;
  season(): Promise<Season>;
  /** How the filings of some duties come in, beside the cycle before. */
  curves(duties: readonly Watched[]): Promise<ReadonlyMap<Watched, Curves>>;
  /** What everybody may know of the season. */
  progress(): Promise<Progress>;
  verifications(caller: Caller, asked: PageAsked & { readonly unit?: string }): Promise<Page<VerificationRow> | Refusal>;
  /** By its id; why not, where it is not theirs. */
  verification(caller: Caller, id: string): Promise<VerificationShown | Said>;
  /** The cycles that run, with the revisions on file. */
  amendable(): Promise<readonly Amendable[]>;
  /** How the platform runs. */
  running(): Promise<Running>;
  /** Whether the reminders of the cycle helped. */
  lettersEffect(): Promise<{ readonly cycle: number; readonly effects: readonly Effect[] }>;
  /** Units that reminders did not help, whoever has missed most first. */
  unitsToCall(): Promise<readonly ToCall[]>;
  /** The letters that did not arrive, the newest first. */
  undelivered(asked: PageAsked): Promise<Page<Undelivered> | Refusal>;
  inOffice(asked: ListAsked): Promise<Listing<InOffice>>;
  certificates(asked: ListAsked): Promise<Listing<SealCertificate>>;
  auctions(): Promise<readonly AuctionShown[]>;
  /** Of the cycle. */
  verifiers(): Promise<readonly VerifierAtWork[]>;
  openDuties(cycle: number, duties: readonly string[]): Promise<readonly OpenDuty[]>;
  /** The units of the cycle whose emissions wait to be confirmed. */
  toConfirm(asked: PageAsked): Promise<{ readonly cycle: number; readonly units: readonly ToConfirm[]; readonly after?: string }>;
  /** Whether the book agrees with itself; it takes a while. */
  verify(): Promise<Verified>;
  /** By the code that stands on it, and whether this reader may read all of it. */
  receipt(code: string, caller: Caller | undefined): Promise<{ readonly receipt: Receipt; readonly whole: boolean } | undefined>;
  /** The code of a request's receipt, by the id under which it was asked. */
  receiptCode(caller: Caller, id: string): Promise<string | undefined>;
}

/** Everything that pages stand on: who has signed in, what is shown, what is done. They have no rule of their own. */
export interface ConsoleDeps {
  readonly front: FrontDesk;
  readonly reading: Reading;
  readonly claims: Claims;
  readonly calendar: CalendarLinks;
  readonly letterWishes: OwnLetterWishes;
  readonly sessions: OwnSessions;
  readonly papers: Papers;
  readonly uploads: Uploads;
  /** The same for one look at one page, whose parts share what they read. */
  forOneLook(): Pick<ConsoleDeps, 'reading' | 'papers'>;
  /** Has a letter that did not arrive go once more; why not, where it does not. */
  resend(caller: Caller, letter: string, reason: string): Promise<Said | undefined>;
  /** A receipt on paper, or why not. */
  printed(receipt: Receipt): Promise<Buffer | Said>;
  /** The business clock. */
  readonly now: () => Instant;
  /** The wall clock. */
  readonly wall: () => Instant;
  signedIn(c: Context): Promise<Signed | undefined>;
  callerOf(session: Session): Promise<Caller | undefined>;
  /** Whether a change was asked for by a page of ours, shown to this session. */
  isOwnForm(request: Request, signed: Signed, token: string | undefined): boolean;
  /** Where to show a second factor first; nothing where one was shown a moment ago. */
  stepUpFirst(session: Session, page: string): string | undefined;
  /** Why an asker has to wait, where they ask too often. */
  tooMany(c: Context, caller: Caller | undefined): Promise<Said | undefined>;
  /** What a failure means to who asked; it is written down with its cause. */
  failed(error: unknown, method: string): Said;
  statusOf(code: string): number;
  /** The decisions that a file states, CSV or xlsx, and what is wrong with it. */
  decisionsIn(bytes: Uint8Array, cycle: number): Promise<Decisions>;
  /** A workbook of these sheets. */
  workbook(sheets: readonly Sheet[]): Promise<Uint8Array>;
  /** A page of ours to go on with: never another site. */
  ownPath(wanted: string | undefined): string;
  /** Names a request for the log: a path without anybody's id, and the code of a no. */
  noted(c: Context, route: string, code?: string): void;
  /** Whether people are made up here, and with whom one can go in. */
  readonly madeUp: boolean;
  readonly testPeople?: () => Promise<
    readonly { readonly actor: string; readonly zh: string; readonly en: string; readonly group?: string }[]
  >;
  /** A training twin, where this is one. */
  readonly twin?: Twin;
  /** The pages of Temporal, where there are some. */
  readonly temporalUrl?: string;
}
