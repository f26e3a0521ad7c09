import { dueNext } from '../domain/cases/case.js';
import { inHindsight } from '../domain/cases/hindsight.js';
import { unitStatus } from '../domain/cases/unit-status.js';
import type { Case, Unit } from '../domain/model/case.js';
import { dayOf, isoOf, type Instant } from '../domain/model/instant.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import { statementOf } from '../ledger/statement.js';
import type { Caller } from '../parties/caller.js';
import type { Book } from '../records/book.js';
import { districtMeant, districts } from '../regulation/districts.js';
import { currentCycle } from '../regulation/named.js';
import { caseAt, readCases, unitAt, type CaseHistory } from '../views/case-history.js';
import { inbox as readInbox, type Party } from '../views/inbox.js';
import { foreseeCollection } from '../views/collection-preview.js';
import { sees, unknownUnit } from './may-see.js';
import { pageOf, type Page, type Paging } from './pages.js';

/** What is read from the book for HTTP. Whatever answers a question is called from here alone. */

/** A moment of business time, and as known when. */
export interface Moments {
  readonly asOf?: Instant;
  readonly knownAt?: Instant;
}

const isBeside = (history: CaseHistory): number => Number(history.opening.kind === 'monthly-evidence');

/** The cases of a unit that somebody may see, the latest cycle first, in it the one in which the unit is judged. */
async function casesSeen(book: Book, caller: Caller, unit: string, cycle?: number): Promise<CaseHistory[] | Refusal> {
  const cycles = [...new Set((await book.casesOf(unit)).map((entry) => entry.cycle))].sort((a, b) => b - a);
  const all: CaseHistory[] = [];
  for (const one of cycles) all.push(...(await readCases(book, one, unit)).sort((a, b) => isBeside(a) - isBeside(b)));
  const verifier = all.map((history) => caseAt(history, Infinity)?.facts.verifier).find((one) => one !== undefined);
  const [latest] = all;
  if (!latest || !sees(caller, unitAt(latest, Infinity), verifier)) return unknownUnit(unit);
  return cycle === undefined ? all : all.filter(({ opening }) => opening.terms.cycle === cycle);
}

const shownDuties = (c: Case) =>
  Object.fromEntries(
    Object.entries(c.duties).flatMap(([name, { state, dueOn, doneAt, late, before }]) =>
      before
        ? []
        : [
            [
              name,
              {
                state,
                dueOn,
                ...(state === 'done' && doneAt !== undefined ? { doneOn: dayOf(doneAt), late: late ?? false } : {}),
              },
            ],
          ],
    ),
  );

const shownCase = (c: Case) => {
  const next = dueNext(c);
  return {
    ...{ case: c.id, cycle: c.terms.cycle },
    next: next ? { at: isoOf(next.at), duty: next.duty, what: next.what } : null,
    duties: shownDuties(c),
    facts: c.facts,
  };
};

export interface UnitsAsked extends Paging {
  readonly q?: string;
  readonly district?: string;
  readonly status?: string;
}

const rowOf = (unit: Unit, c: Case) => ({
  ...{ unit: unit.id, name: unit.name, kind: unit.kind, district: unit.district, cycle: c.terms.cycle, status: unitStatus(c) },
});
export type UnitRow = ReturnType<typeof rowOf>;

/** The units that somebody may see, in the order of their ids. */
export async function units(book: Book, caller: Caller, asked: UnitsAsked): Promise<Page<UnitRow>> {
  const latest = new Map<string, number>();
  for (const { unit, cycle } of await book.allCases()) latest.set(unit, Math.max(cycle, latest.get(unit) ?? 0));
  const ids = [...latest.keys()].sort().filter((id) => asked.after === undefined || id > asked.after);
  const found: UnitRow[] = [];
  for (const id of ids) {
    if (found.length > asked.limit) break;
    const histories = (await readCases(book, latest.get(id) ?? 0, id)).sort((a, b) => isBeside(a) - isBeside(b));
    const [main] = histories;
    const c = main && caseAt(main, Infinity);
    if (!main || !c) continue;
    const unit = unitAt(main, Infinity);
    if (!sees(caller, unit, c.facts.verifier)) continue;
    const row = rowOf(unit, c);
    const { q, district, status } = asked;
    if (q !== undefined && !`${row.unit} ${row.name}`.toLowerCase().includes(q.toLowerCase())) continue;
    if ((district !== undefined && row.district !== district) || (status !== undefined && row.status !== status)) continue;
    found.push(row);
  }
  return pageOf(found, asked.limit, ({ unit }) => unit);
}

/** Where a unit stands, now or as it was known at a moment for a moment. */
export async function status(
  book: Book,
  caller: Caller,
  unit: string,
  { cycle, ...asked }: Moments & { readonly cycle?: number },
) {
  const histories = await casesSeen(book, caller, unit, cycle);
  if (isRefusal(histories)) return histories;
  const knownAt = asked.knownAt ?? Infinity;
  const until = Math.min(asked.asOf ?? Infinity, knownAt);
  const cases = histories.flatMap((history) => {
    const c = caseAt(history, until);
    return c ? [until < knownAt ? inHindsight(c, history.events, until, knownAt) : c] : [];
  });
  const [main] = cases;
  if (!main) return unknownUnit(unit);
  const account = until === Infinity ? await book.account(unit) : undefined;
  return {
    ...{ unit, name: main.unit.name, kind: main.unit.kind, district: main.unit.district, cycle: main.terms.cycle },
    status: unitStatus(main),
    ...{ asOf: asked.asOf === undefined ? null : isoOf(asked.asOf), at: isoOf(until === Infinity ? Date.now() : until) },
    knownAt: asked.knownAt === undefined ? null : isoOf(asked.knownAt),
    cases: cases.map(shownCase),
    ...(account ? { holdings: account.lots.map(({ n: _, ...lot }) => lot) } : {}),
  };
}

/** Every event of a unit's cases, in order of business time. */
export async function timeline(book: Book, caller: Caller, unit: string, asked: Paging & { readonly cycle?: number }) {
  const histories = await casesSeen(book, caller, unit, asked.cycle);
  if (isRefusal(histories)) return histories;
  const lines = histories
    .flatMap(({ opening, events }) =>
      events.map(({ at, type, by, duty, seq }) => ({
        ...{ at: isoOf(at), event: type, by, case: opening.id, seq },
        ...(duty === undefined ? {} : { duty }),
        key: `${String(at).padStart(15, '0')} ${opening.id} ${String(seq).padStart(6, '0')}`,
      })),
    )
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .filter(({ key }) => asked.after === undefined || key > asked.after);
  const { items, after } = pageOf(lines, asked.limit, ({ key }) => key);
  return { items: items.map(({ key: _, ...line }) => line), ...(after === undefined ? {} : { after }) };
}

/** The movements of a unit's account. */
export async function statement(book: Book, caller: Caller, unit: string, asked: Moments & Paging) {
  const seen = await casesSeen(book, caller, unit);
  if (isRefusal(seen)) return seen;
  const found = await statementOf(book.pool, `unit/${unit}`, {
    ...(asked.asOf === undefined ? {} : { at: asked.asOf }),
    ...(asked.knownAt === undefined ? {} : { knownAt: new Date(asked.knownAt) }),
  });
  const lines = found.map(({ at, recordedAt, ...line }, n) => ({
    ...{ at: isoOf(at), recordedAt: isoOf(recordedAt.getTime()), ...line },
    key: String(n).padStart(9, '0'),
  }));
  const { items, after } = pageOf(
    lines.filter(({ key }) => asked.after === undefined || key > asked.after),
    asked.limit,
    ({ key }) => key,
  );
  return { items: items.map(({ key: _, ...line }) => line), ...(after === undefined ? {} : { after }) };
}

/** What a collection would take of what is on a unit's account now. */
export async function collectionPreview(book: Book, caller: Caller, unit: string, at?: Instant) {
  const seen = await casesSeen(book, caller, unit);
  return isRefusal(seen) ? seen : foreseeCollection(book, unit, at);
}

const DISTRICTS = districts();

/** Whose inbox it is. */
async function partyNamed(book: Book, of: string, cycle: number): Promise<Party | Refusal> {
  if (of === 'city') return { city: true };
  if ((await book.casesOf(of)).some((one) => one.cycle === cycle)) return { unit: of };
  const district = districtMeant(of, DISTRICTS)?.id;
  if (district !== undefined) return { district };
  return refuse(
    'unknown-unit',
    `${of} 没有待办`,
    `${of} has no inbox: it is neither the city, nor a district, nor a unit of cycle ${String(cycle)}`,
  );
}

/** What waits for a party, what ends first, first. */
export async function inbox(book: Book, of: string, asked: Paging & Moments & { readonly cycle?: number }) {
  const cycle = asked.cycle ?? currentCycle();
  const party = await partyNamed(book, of, cycle);
  if (isRefusal(party)) return party;
  const waiting = await readInbox(book, party, { cycle, ...(asked.asOf === undefined ? {} : { at: asked.asOf }) });
  const items = waiting.items.map((item) => ({ ...item, item: `${item.case}:${item.what}` }));
  const from = asked.after === undefined ? 0 : items.findIndex(({ item }) => item === asked.after) + 1;
  return { of, cycle, at: waiting.at, ...pageOf(items.slice(from), asked.limit, ({ item }) => item) };
}
