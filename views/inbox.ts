import { dutyCalled } from '../domain/letters/names.js';
import { closesAt, dayOf, daysBetween, isoOf, type Day, type Instant } from '../domain/model/instant.js';
import type { DutyView, MatterView } from '../domain/projection/projection.js';
import type { Book } from '../records/book.js';
import { beijingDay } from './beijing-day.js';
import { readCases, readVerifications, type CaseHistory } from './case-history.js';
import { withFilings, type CheckedFiling } from './checked-filings.js';
import { afterKey, pageOf, type Cursor, type Paging } from './paging.js';
import { waitingCalled } from './waiting-words.js';
import { isOfNow, momentOf, shownAt, type Asking, type ShownCase } from './shown.js';

/** Whose inbox it is. */
export type Party =
  | { readonly unit: string }
  | { readonly verifier: string }
  | { readonly district: string }
  | { readonly city: true };

/** One thing that waits for a party. */
export interface InboxItem {
  readonly unit: string;
  readonly name: string;
  readonly district: string;
  readonly case: string;
  /** A duty; a right that may be used; an application or a matter that people have to decide. */
  readonly kind: 'duty' | 'right' | 'application' | 'matter';
  /**
   * The duty's name; `decide-offsets`, `decide-adjustment`: the act that answers; `rectification`, `decide-penalty`; of several of a kind
   * which one: `referral/first-report`, `answer-query/3`.
   */
  readonly what: string;
  readonly zh: string;
  readonly en: string;
  readonly clause: string;
  /** The last day that is in time; absent where the text sets none. */
  readonly dueOn?: Day;
  /** Since when it waits for the party: the day of the filing, of the return, of the confirmation, of the opening. */
  readonly since: Day;
  readonly overdue: boolean;
  /** Filed, and returned for correction. */
  readonly returned?: true;
  /** 责令改正: when it was ordered. */
  readonly ordered?: Day;
  /** Of a check: the document that was filed, with the worst that was found in it. */
  readonly filing?: CheckedFiling;
  /** Natural days left on the day asked about, negative once it is past; absent without a date. */
  readonly daysLeft?: number;
}

/** One thing that waits, as it is kept or folded. */
interface Waiting {
  readonly unit: string;
  readonly name: string;
  readonly district: string;
  readonly case: string;
  readonly n: number;
  readonly kind: 'duty' | MatterView['kind'];
  readonly what: string;
  readonly dueOn: Day | null;
  readonly since: Day;
  readonly returned: boolean;
  readonly ordered: Day | null;
}

const itemOf = ({ unit, name, district, case: caseId, kind, what, dueOn, since, ...one }: Waiting, at: Instant): InboxItem => {
  const duty = kind === 'duty' ? dutyCalled(what) : undefined;
  return {
    unit,
    name,
    district,
    case: caseId,
    kind: duty?.atItsEnd === 'lapses' ? ('right' as const) : kind,
    what,
    ...waitingCalled(what),
    since,
    ...(one.returned ? { returned: true } : {}),
    ...(one.ordered === null ? {} : { ordered: one.ordered }),
    ...(dueOn === null ? {} : { dueOn }),
    overdue: dueOn !== null && closesAt(dueOn) <= at,
    ...(dueOn === null ? {} : { daysLeft: daysBetween(dayOf(at), dueOn) }),
  };
};

const owes = (party: Party): DutyView['owedBy'] => {
  if ('unit' in party) return 'unit';
  if ('verifier' in party) return 'verifier';
  return 'district' in party ? 'district' : 'city';
};
const called = (party: Party): string | null => {
  if ('unit' in party) return party.unit;
  if ('verifier' in party) return party.verifier;
  return 'district' in party ? party.district : null;
};

const concerns = (party: Party, { unit, view, caseId }: ShownCase): boolean => {
  if ('unit' in party) return unit === party.unit;
  if ('verifier' in party) return caseId.split('/')[VERIFIER_AT] === party.verifier;
  return 'district' in party ? view.district === party.district : true;
};
/** Where a verification's name has its verifier: `2024/BJ-0001/verification/V-01`. */
const VERIFIER_AT = 3;

/** Returned once its day was past, a filing has no day any more: the text sets no clock for the correction. */
const waitingIn = ({ caseId, unit, view, duties, matters }: ShownCase, party: Party, at: Instant): Waiting[] => {
  const of = { unit, name: view.name, district: view.district ?? '', case: caseId };
  const due = duties.flatMap(({ n, duty, owedBy, state, dueOn, waits, since }): Waiting[] => {
    if (!waits || owedBy !== owes(party)) return [];
    const hasNone = state === 'returned' && closesAt(dueOn) <= at;
    const waiting = { kind: 'duty' as const, what: duty, dueOn: hasNone ? null : dueOn, since: dayOf(since ?? at) };
    return [{ ...of, n, ...waiting, returned: state === 'returned', ordered: null }];
  });
  const beside = matters.flatMap(({ n, kind, what, owedBy, dueOn, since, ordered }): Waiting[] =>
    owedBy === owes(party) && since <= dayOf(at)
      ? [{ ...of, n: n + BESIDE_FROM, kind, what, dueOn, since, returned: false, ordered }]
      : [],
  );
  return [...due, ...beside];
};
/** After the duties of a case, which are fewer. */
const BESIDE_FROM = 1_000;

/** What ends first comes first, so that the overdue stand in front; what has no date last, by how long it has waited. */
const keyOf = ({ dueOn, since, unit, what, case: caseId, n }: Waiting) =>
  [dueOn === null, dueOn ?? since, unit, what, caseId, n] as const;

const inOrder = (a: Waiting, b: Waiting): number => {
  const [left, right] = [keyOf(a), keyOf(b)];
  const at = left.findIndex((part, place) => part !== right[place]);
  return at < 0 ? 0 : (left[at] ?? '') < (right[at] ?? '') ? -1 : 1;
};

/** What waited for a party at an instant, over the cases given. Pure. */
export const inboxOf = (party: Party, histories: readonly CaseHistory[], at: Instant): InboxItem[] =>
  shownAt(histories, at)
    .filter((shown) => concerns(party, shown))
    .flatMap((shown) => waitingIn(shown, party, at))
    .sort(inOrder)
    .map((waiting) => itemOf(waiting, at));

const THEIRS = `v.cycle = $1 and v.opened_at <= $3 and ($4::text is null or case $2 when 'unit' then v.unit when 'verifier' then v.verifier else v.district end = $4)`;
/** All that waits is put in order, and only what is shown is spelt. */
const WAITING = `with today as (select ${beijingDay('$3::bigint')} as day), waiting as (
    select v.unit, v.name, v.district, d.case_id as "case", d.n, 'duty' as kind, d.duty as what,
      case when d.state = 'returned' and d.due_on < t.day then null else d.due_on end as due, ${beijingDay('d.since')} as since, d.state = 'returned' as returned,
      null::date as ordered
    from case_duties d join case_views v using (case_id), today t where d.waits and d.owed_by = $2 and ${THEIRS}
    union all
    select v.unit, v.name, v.district, m.case_id, m.n + ${String(BESIDE_FROM)}, m.kind, m.what, m.due_on, m.since, false, m.ordered
    from case_matters m join case_views v using (case_id), today t where m.owed_by = $2 and m.since <= t.day and ${THEIRS}),
  keyed as (select *, due is null as undated, coalesce(due, since) as first from waiting)
  select unit, name, district, "case", n, kind, what, due::text as "dueOn", since::text, returned, ordered::text from keyed
  where $5::boolean is null
    or (undated, first::text collate "C", unit collate "C", what collate "C", "case" collate "C", n) > ($5, $6::text, $7::text, $8::text, $9::text, $10::int)
  order by undated, first, unit collate "C", what collate "C", "case" collate "C", n limit $11`;

const KEY_PARTS = 6;

/** A page of it, of a moment. */
type InboxOf = { readonly cycle: number; readonly at: Instant } & Paging;

/** From what the book keeps. */
async function keptFor({ pool }: Book, party: Party, { cycle, at, ...paging }: InboxOf): Promise<readonly Waiting[]> {
  const after = afterKey(paging, KEY_PARTS) ?? Array.from({ length: KEY_PARTS }, () => null);
  const limit = paging.limit === undefined ? null : paging.limit + 1;
  const values = [cycle, owes(party), at, called(party), ...after, limit];
  return (await pool.query<Waiting>({ name: 'view-inbox', text: WAITING, values })).rows;
}

/** Folded from the events. */
async function foldedFor(book: Book, party: Party, { cycle, at, ...paging }: InboxOf): Promise<readonly Waiting[]> {
  const beside = 'unit' in party || 'verifier' in party ? await readVerifications(book, cycle, party) : [];
  const own = 'verifier' in party ? [] : await readCases(book, cycle, 'unit' in party ? party.unit : undefined);
  const histories = [...own, ...beside];
  const key = afterKey(paging, KEY_PARTS);
  const rows = shownAt(histories, at)
    .filter((shown) => concerns(party, shown))
    .flatMap((shown) => waitingIn(shown, party, at))
    .sort(inOrder);
  const from = key ? rows.findIndex((row) => isAfter(keyOf(row), key)) : 0;
  return from < 0 ? [] : rows.slice(from);
}

const isAfter = (key: readonly (string | number | boolean)[], other: readonly (string | number | boolean)[]): boolean => {
  const place = key.findIndex((part, n) => part !== other[n]);
  return place >= 0 && (key[place] ?? '') > (other[place] ?? '');
};

export type InboxQuestion = Asking &
  Paging & {
    /** Without the documents that wait to be checked. */
    readonly bare?: true | undefined;
  };

export interface Inbox {
  readonly at: string;
  readonly items: readonly InboxItem[];
  /** Where the next page begins; none on the last one. */
  readonly after?: Cursor;
}

/** What waits for a party, what ends first, first; of now in one query, of another moment folded. */
export async function inbox(book: Book, party: Party, question: InboxQuestion): Promise<Inbox> {
  const at = momentOf(question);
  const waiting = (await isOfNow(book, question))
    ? await keptFor(book, party, { ...question, at })
    : await foldedFor(book, party, { ...question, at });
  const { page, after } = pageOf(waiting, question, keyOf);
  const items = page.map((one) => itemOf(one, at));
  const told = 'district' in party && !question.bare ? await withFilings(book, question.cycle, items, at) : items;
  return { at: isoOf(at), items: told, ...(after === undefined ? {} : { after }) };
}
