import { isOfUnit } from '../views/case-history.js';
import type { UnitStatus } from '../domain/cases/unit-status.js';
import { isoOf, type Instant } from '../domain/model/instant.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import { called } from '../parties/called.js';
import type { Caller } from '../parties/caller.js';
import { claimsOn } from '../parties/claims.js';
import { nameOf } from '../parties/colleagues.js';
import { absentFor } from '../parties/substitutes.js';
import { mayLook, waysTo } from '../parties/entitled.js';
import type { Whose } from '../parties/permissions.js';
import type { Book } from '../records/book.js';
import { isEngagedVerifier } from '../records/cases.js';
import { lookedAtBy } from '../records/engaged.js';
import { districtMeant, districts } from '../regulation/districts.js';
import { currentCycle } from '../regulation/named.js';
import { collectionPreview as preview } from '../views/collection-preview.js';
import { inbox as inboxView, type InboxItem, type Party } from '../views/inbox.js';
import { BadCursor } from '../views/paging.js';
import { statement as statementView } from '../views/statement.js';
import { timeline as timelineView } from '../views/timeline.js';
import { unitStatus } from '../views/unit-status.js';
import { unreached, type Unreached } from '../views/unreached.js';
import { units as unitsView, type Theirs, type UnitRow } from '../views/units.js';
import { unknownUnit } from './may-see.js';
import { pageOf, type Page, type Paging } from './pages.js';

/** What is read from the book for HTTP. Whatever answers a question is called from here alone. */

/** A moment of business time, and as known when. */
export interface Moments {
  readonly asOf?: Instant;
  readonly knownAt?: Instant;
}

const badCursor: Refusal = {
  ...refuse('bad-input', 'after：不是本列表给出的位置', 'after is no place that this list handed out'),
  path: ['after'],
};

/** A list, or the no to a cursor that no list handed out. */
export async function listed<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BadCursor) return badCursor;
    throw error;
  }
}

export type View = 'unit-status' | 'timeline' | 'statement' | 'collection-preview' | 'documents' | 'people' | 'letters';

/** What somebody would look at, and when by the business clock. */
interface Look {
  readonly view: View;
  readonly at: Instant;
}

/** The business clock: who acts for whom now. */
interface Clocked {
  readonly now: () => Instant;
}

/** Whether somebody may look at this of a unit: by its latest case, and the verifiers that it has engaged now. */
export async function seen(book: Book, caller: Caller, unit: string, { view, at }: Look): Promise<Refusal | undefined> {
  // who may look at this of no unit learns of none whether it is there
  if (waysTo(caller, view, at).length === 0) {
    const [zh, en] = called(view);
    return refuse('not-allowed', `${caller.person} 所任角色无权查看${zh}`, `${caller.person} may not look at ${en}`);
  }
  const found = (await lookedAtBy(book.pool, [unit])).get(unit);
  if (!found) return unknownUnit(unit);
  const no = mayLook(caller, view, { id: unit, ...found }, at);
  return no?.refused === 'unknown-unit' ? unknownUnit(unit) : no;
}

/** Those of some units at which somebody may look in this way. */
export async function seenAmong(
  book: Book,
  caller: Caller,
  units: readonly string[],
  { view, at }: Look,
): Promise<ReadonlySet<string>> {
  if (waysTo(caller, view, at).length === 0) return new Set();
  const found = await lookedAtBy(book.pool, [...new Set(units)]);
  return new Set([...found].flatMap(([id, its]) => (mayLook(caller, view, { id, ...its }, at) ? [] : [id])));
}

export interface UnitsAsked extends Paging, Clocked {
  readonly q?: string;
  readonly district?: string;
  readonly status?: string;
  readonly cycle?: number;
}

type Row = Pick<UnitRow, 'unit' | 'name' | 'kind' | 'district' | 'cycle' | 'status'>;

const rowOf = ({ unit, name, kind, district, cycle, status }: UnitRow): Row => ({ unit, name, kind, district, cycle, status });

/** The units that are somebody's to see: all of them; those of a district; one's own, and those that have engaged one's verifier. */
function theirs(caller: Caller, now: Instant): Theirs | undefined {
  const ways = waysTo(caller, 'unit-status', now);
  if (ways.some(({ whose }) => whose === 'any')) return undefined;
  const of = (meant: Whose): string[] => ways.filter(({ whose }) => whose === meant).map(({ party }) => party);
  return { units: of('own'), verifiers: of('engaged'), districts: of('district') };
}

/** The units that somebody may see, in the order of their ids. */
export async function units(book: Book, caller: Caller, asked: UnitsAsked): Promise<Page<Row> | Refusal> {
  const { now, q, district, status, after, limit, cycle = currentCycle() } = asked;
  const of = theirs(caller, now());
  const question = {
    cycle,
    ...(of ? { of } : {}),
    ...(q === undefined ? {} : { q }),
    ...(district === undefined ? {} : { district }),
    ...(status === undefined ? {} : { status: status as UnitStatus }),
    ...(after === undefined ? {} : { after }),
    limit,
  };
  const found = await listed(() => unitsView(book, question));
  if (isRefusal(found)) return found;
  return { items: found.units.map(rowOf), ...(found.after === undefined ? {} : { after: found.after }) };
}

/** Where a unit stands, now or as it was known at a moment for a moment. */
export async function status(
  book: Book,
  caller: Caller,
  unit: string,
  asked: Moments & { readonly cycle?: number } & Clocked,
): Promise<object | Refusal> {
  const no = await seen(book, caller, unit, { view: 'unit-status', at: asked.now() });
  return no ?? (await unitStatus(book, unit, asked))?.standing ?? unknownUnit(unit);
}

/** Every event of a unit's cases, in order of business time. */
export async function timeline(book: Book, caller: Caller, unit: string, asked: Paging & { readonly cycle?: number } & Clocked) {
  const no = await seen(book, caller, unit, { view: 'timeline', at: asked.now() });
  if (no) return no;
  const found = await listed(() => timelineView(book, unit, asked));
  if (isRefusal(found)) return found;
  return { items: found.events, ...(found.after === undefined ? {} : { after: found.after }) };
}

/** The movements of a unit's account. */
export async function statement(book: Book, caller: Caller, unit: string, asked: Moments & Paging & Clocked) {
  const { after, limit, now, ...moments } = asked;
  const no = await seen(book, caller, unit, { view: 'statement', at: now() });
  if (no) return no;
  const found = (await statementView(book, unit, moments))?.lines ?? [];
  const keyed = found.map((line, n) => ({ line, key: String(n).padStart(9, '0') }));
  const page = pageOf(
    keyed.filter(({ key }) => after === undefined || key > after),
    limit,
    ({ key }) => key,
  );
  return { items: page.items.map(({ line }) => line), ...(page.after === undefined ? {} : { after: page.after }) };
}

/** What a collection would take of what is on a unit's account now. */
export async function collectionPreview(
  book: Book,
  caller: Caller,
  unit: string,
  { at, now }: { readonly at?: Instant } & Clocked,
): Promise<object | Refusal> {
  const no = await seen(book, caller, unit, { view: 'collection-preview', at: now() });
  return no ?? (await preview(book, unit, at === undefined ? {} : { at })) ?? unknownUnit(unit);
}

/** Whose inbox it is. */
async function partyNamed(book: Book, of: string, { appointments }: Caller): Promise<Party | Refusal> {
  if (of === 'city') return { city: true };
  const district = districtMeant(of, districts())?.id;
  if (district === of) return { district };
  if (appointments.some(({ kind, party }) => kind === 'verifier' && party === of)) return { verifier: of };
  // whether one's own unit has a case is asked where nothing waits for it
  if (appointments.some(({ kind, party }) => kind === 'unit' && party === of)) return { unit: of };
  if (await isUnit(book, of)) return { unit: of };
  return (await isEngagedVerifier(book.pool, of)) ? { verifier: of } : noInbox(of);
}

const isUnit = async (book: Book, of: string): Promise<boolean> => (await book.casesOf(of)).some(({ kind }) => isOfUnit(kind));

const noInbox = (of: string): Refusal =>
  refuse(
    'unknown-unit',
    `${of} 没有待办`,
    `${of} has no inbox: it is neither the city, nor a district, nor a unit, nor a verifier`,
  );

const itemOf = (item: InboxItem) => ({ ...item, item: `${item.case}:${item.what}` });

/** With who has taken on what: of now alone, since of another moment it is nobody's to take on. */
async function withClaims<T extends { readonly item: string }>(
  { pool }: Book,
  caller: Caller,
  { of, at }: { readonly of: string; readonly at: Instant },
  items: readonly T[],
) {
  const claims = await claimsOn(
    pool,
    of,
    items.map(({ item }) => item),
    at,
  );
  if (claims.length === 0) return items;
  const theirs = [caller.person, ...(await absentFor(pool, of, caller.person, at))];
  const byItem = new Map(claims.map((claim) => [claim.item, claim]));
  return items.map((item) => {
    const claim = byItem.get(item.item);
    if (!claim) return item;
    return { ...item, claimedBy: nameOf(claim, of), ...(theirs.includes(claim.person) ? { mine: true as const } : {}) };
  });
}

/** Beside what waits for an authority: units that letters do not reach; on the first page, and where there are any. */
async function withUnreached({ pool }: Book, party: Party): Promise<{ readonly unreached?: Unreached[] }> {
  if (!('district' in party || 'city' in party)) return {};
  const found = await unreached(pool, 'district' in party ? party.district : undefined);
  return found.length > 0 ? { unreached: found } : {};
}

/** What waits for a party, what ends first, first. */
export async function inbox(
  book: Book,
  caller: Caller,
  of: string,
  asked: Paging & Moments & { readonly cycle?: number; readonly itemsAlone?: true; readonly bare?: true } & Clocked,
) {
  const { asOf, after, limit, cycle = currentCycle(), itemsAlone = false, bare } = asked;
  const now = asked.now();
  const party = await partyNamed(book, of, caller);
  if (isRefusal(party)) return party;
  const moment = asOf === undefined ? { now } : { at: asOf };
  const question = { cycle, limit, bare, ...moment, ...(after === undefined ? {} : { after }) };
  const found = await listed(() => inboxView(book, party, question));
  if (isRefusal(found)) return found;
  if ('unit' in party && found.items.length === 0 && !(await isUnit(book, of))) return noInbox(of);
  const next = found.after === undefined ? {} : { after: found.after };
  const items = found.items.map(itemOf);
  if (asOf !== undefined) return { of, cycle, at: isoOf(asOf), items, ...next };
  const said = { of, cycle, at: found.at, items: await withClaims(book, caller, { of, at: now }, items), ...next };
  return { ...said, ...(after === undefined && !itemsAlone ? await withUnreached(book, party) : {}) };
}
