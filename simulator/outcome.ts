import { unitStatus } from '../domain/cases/unit-status.js';
import { owedBy } from '../domain/duties/claim.js';
import { addressOf, type Mailboxes } from '../domain/letters/addresses.js';
import { letter } from '../domain/letters/letter.js';
import type { Lot } from '../domain/model/account.js';
import { plain } from '../domain/model/amount.js';
import type { DutyRecord } from '../domain/model/case.js';
import { dayOf, isoOf } from '../domain/model/instant.js';
import { sayRefusal } from '../domain/model/refusal.js';
import { canonical, chain, sha256 } from '../records/chain.js';
import { notKnownIn, turnedAwayIn } from './amendments-told.js';
import { ledgerOf, type LedgerTotals } from './ledger-totals.js';
import type { Scenario } from './play.js';
import type { Played, PlayedCase, PlayedUnit, RefusedAct, WrittenMail } from './played.js';

export type { Played, PlayedCase, PlayedUnit, RefusedAct, WrittenMail } from './played.js';

/** What came out of a play; the digest is over everything below it. */
export interface Outcome {
  readonly scenario: string;
  readonly cycle: number;
  readonly digest: string;
  readonly units: Readonly<Record<string, UnitOutcome>>;
  readonly mails: readonly object[];
  readonly refusals: readonly object[];
  /** What of the cycle is not known and was therefore not played; left out where nothing is missing. */
  readonly notKnown?: readonly string[];
  /** Who was turned away from a right by a day that an amendment has since moved; left out where nobody was. */
  readonly turnedAway?: readonly object[];
  readonly ledger: LedgerTotals;
  readonly audit: { readonly entries: number; readonly chain: 'intact' | 'broken' };
}
type UnitOutcome = ReturnType<typeof outcomeOf>;

/** A duty as it is shown once the play is over: what was overdue then is missing. */
const duty = (record: DutyRecord): object => ({
  state: record.state === 'overdue' ? 'missing' : record.state,
  dueOn: record.dueOn,
  ...(record.state === 'done' && record.doneAt !== undefined ? { doneOn: dayOf(record.doneAt), late: record.late ?? false } : {}),
});

/** A lot as it is shown, its members in one order: who made it, the core or the database, made them in another. */
const shownLot = ({ n: _n, reserved: _reserved, lot, product, quantity, ...facts }: Lot): Omit<Lot, 'n' | 'reserved'> => ({
  lot,
  product,
  ...(Object.fromEntries(Object.entries(facts).sort(([a], [b]) => compare(a, b))) as typeof facts),
  quantity,
});

const timeline = (cases: readonly PlayedCase[]): object[] =>
  cases
    .flatMap(({ events }, order) => events.map((event) => ({ event, order })))
    .sort((a, b) => a.event.at - b.event.at || a.order - b.order || a.event.seq - b.event.seq)
    .map(({ event }) => ({
      at: isoOf(event.at),
      event: event.type,
      by: event.by,
      ...(event.duty === undefined ? {} : { duty: event.duty }),
    }));

function outcomeOf({ unit, cases, account }: PlayedUnit) {
  const [first] = cases;
  if (!first) throw new Error(`${unit.id} has no case`);
  const { facts } = first.case;
  return {
    status: unitStatus(first.case),
    duties: Object.fromEntries(
      cases.flatMap(({ case: c }) =>
        Object.entries(c.duties)
          .filter(([, record]) => !record.before)
          .map(([name, record]) => [name, duty(record)]),
      ),
    ),
    confirmed: facts.confirmed === undefined ? null : plain(facts.confirmed),
    obligation: facts.obligation ?? null,
    allocation: { preAllocated: facts.preAllocated, final: facts.final ?? '0', takenBack: facts.takenBack, debt: facts.debt },
    surrendered: { allowances: facts.surrendered.allowances, offsets: facts.surrendered.offsets },
    collected: { allowances: facts.collected.allowances, offsets: facts.collected.offsets },
    shortfall: facts.collectedAt === undefined ? '0' : owedBy(first.case),
    holdings: account.lots.map(shownLot),
    cases: facts.matters,
    timeline: timeline(cases),
  };
}

const isIntact = ({ case: c, events }: PlayedCase): boolean => {
  let head = '';
  for (const event of events) head = chain(head, c.id, event);
  return head === c.head;
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The addresses of a scenario: of units as it lists them, of others as its map has them. */
const mailboxesOf = ({ units, mailboxes }: Scenario): Mailboxes => ({
  units: Object.fromEntries(units.map(({ id, mail }) => [id, mail])),
  others: mailboxes,
});

const mailsOf = (mails: readonly WrittenMail[], boxes: Mailboxes): object[] =>
  mails
    .map((mail) => ({ ...mail, to: addressOf(mail.party, boxes) }))
    .sort(
      (a, b) =>
        a.at - b.at ||
        compare(a.unit, b.unit) ||
        compare(a.template, b.template) ||
        compare(a.to, b.to) ||
        compare(a.duty ?? '', b.duty ?? ''),
    )
    .map((mail) => ({
      at: isoOf(mail.at),
      to: mail.to,
      template: mail.template,
      ...(mail.duty === undefined ? {} : { duty: mail.duty }),
      unit: mail.unit,
      subject: letter(mail).subject,
    }));

/** By instant, then by place in the file; what the cases of a unit answer alike, once. */
function refusalsOf(scenario: Scenario, refusals: readonly RefusedAct[]): object[] {
  const instants = new Map(scenario.acts.map(({ index, at }) => [index, at]));
  const at = (act: number): number => instants.get(act) ?? 0;
  const different = new Map(refusals.map((one) => [`${String(one.act)} ${one.refusal.refused} ${one.refusal.en}`, one]));
  return [...different.values()]
    .map(({ act, refusal }) => ({ act, code: refusal.refused, message: sayRefusal(refusal) }))
    .sort((a, b) => at(a.act) - at(b.act) || a.act - b.act || compare(a.message, b.message));
}

/** A verification that a refused act would have opened is none: a desk does not even open it. */
const wasBegun = ({ case: c }: PlayedCase): boolean => c.facts.verification?.stage !== 'none';

/** Builds the document of contracts §2 from what was played, in memory or read back from the book. */
export function buildOutcome(played: Played): Outcome {
  const { scenario, mails, refusals } = played;
  const units = played.units.map((unit) => ({ ...unit, cases: unit.cases.filter(wasBegun) }));
  const [notKnown, turnedAway] = [notKnownIn(played), turnedAwayIn(played)];
  const cases = units.flatMap((unit) => unit.cases);
  const below = {
    units: Object.fromEntries(units.map((unit) => [unit.unit.id, outcomeOf(unit)])),
    mails: mailsOf(mails, mailboxesOf(scenario)),
    refusals: refusalsOf(scenario, refusals),
    ...(notKnown.length > 0 ? { notKnown } : {}),
    ...(turnedAway.length > 0 ? { turnedAway } : {}),
    ledger: ledgerOf(units),
    audit: {
      entries: cases.reduce((total, { events }) => total + events.length, 0),
      chain: cases.every(isIntact) ? ('intact' as const) : ('broken' as const),
    },
  };
  return { scenario: scenario.name, cycle: scenario.cycle, digest: `sha256:${sha256(canonical(below))}`, ...below };
}
