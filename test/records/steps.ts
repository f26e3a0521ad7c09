import type { Opening } from '../../domain/cases/case.js';
import type { LotFacts } from '../../domain/model/account.js';
import type { CaseKind, Unit } from '../../domain/model/case.js';
import type { AccountEffect, Effect, Mail, NewEvent, Step } from '../../domain/model/step.js';
import type { Terms } from '../../domain/model/terms.js';
import type { Book } from '../../records/book.js';
import type { Clock } from '../../domain/model/clock.js';
import type { Json } from '../../domain/model/json.js';
import type { NamedAct } from '../../domain/model/step.js';
import type { Role, Storing } from '../../records/acts.js';
import type { Answer, Posted, Written } from '../../records/posted.js';
import { loadRulebook } from '../../regulation/load.js';
import { termsOf } from '../../regulation/terms.js';

/** 2024-05-10 00:00 in Beijing. */
export const OPENED = Date.UTC(2024, 4, 9, 16);
const HOUR = 3_600_000;
/** `hours` after the case opened. */
export const after = (hours: number): number => OPENED + hours * HOUR;

const unitOf = (id: string): Unit => ({
  id,
  name: '示例热力有限公司',
  kind: 'key',
  district: 'chaoyang',
  newlyListed: false,
});

/** The book keeps the terms and looks at their cycle; the checker looks at the caps, and what is shown of a case at its dates. */
const OFFSETS = { share: '0.05', outsideShare: '0.025', oldRecordedUpTo: '2017-03-14', oldUsableTo: '2024-12-31' };
const TERMS: Terms = { ...termsOf(loadRulebook(2024)), offsets: OFFSETS };

export const openingOf = (unit: string, kind: CaseKind = 'compliance-cycle', caseId = `${unit}/2024`): Opening => ({
  id: caseId,
  kind,
  unit: unitOf(unit),
  terms: { ...TERMS, cycle: Number(/\d{4}$/.exec(caseId)?.[0] ?? TERMS.cycle) },
  opensAt: OPENED,
  allowProvisional: false,
  holdings: [],
});

export const reminder: Mail = { kind: 'mail', to: 'unit', template: 'reminder', duty: 'first-report', say: { days: '7' } };
export const allowances = (quantity: string, vintage = 2022): LotFacts => ({ product: 'allowance', vintage, quantity });
export const credited = (...lots: LotFacts[]): AccountEffect => ({ kind: 'credit', reason: 'opening', lots });

/** Replaced by the asker's own case when it posts. */
const OF = { case: '', cycle: 0 };

export const stepOf = (key: string, at: number, effects: readonly Effect[] = [], more: Partial<NewEvent> = {}): Step => ({
  key,
  of: OF,
  at,
  by: 'platform',
  events: [{ type: 'something-happened', at, by: 'platform', with: { note: '示例' }, ...more }],
  effects,
});

/** A rehearsal's clock: stamps are named, and an instant has come when its step is posted. */
export const SKIPPING: Clock = { wall0: 1, business0: OPENED, skips: true };

/** What a test asks of the door: for these cases, the first of which decides. */
export interface Filed {
  readonly id: string;
  readonly cases: readonly string[];
  readonly roles?: readonly Role[];
  readonly stamp?: number;
  readonly do?: string;
  readonly by?: string;
  readonly with?: Json;
}

const onBooks = new WeakMap<Book, Map<string, NamedAct>>();
const actsOn = (book: Book): Map<string, NamedAct> => {
  const known = onBooks.get(book) ?? new Map<string, NamedAct>();
  onBooks.set(book, known);
  return known;
};

/** Stores an act as the desk does, and remembers it under the asker's id. */
export async function file(book: Book, filed: Filed): Promise<Storing> {
  const { id, cases, roles = [], stamp, do: what = 'do-something', by = 'platform', with: brings = {} } = filed;
  const concerns = cases.map((one, n) => ({ case: one, role: roles[n] ?? (n === 0 ? ('decides' as const) : ('told' as const)) }));
  const act = { do: what, by, with: brings };
  const stored = await book.store({
    asker: 'test',
    id,
    asked: JSON.stringify([act, cases]),
    ...act,
    cases: concerns,
    ...(stamp === undefined ? {} : { stamp }),
  });
  for (const { case: one, role } of concerns) if (role === 'told') await book.markReady(one, [stored.act]);
  for (const one of [...cases.map((caseId) => `${caseId} ${id}`), id])
    actsOn(book).set(one, { ...act, id: stored.act, at: stored.stamp });
  return stored;
}

const REQUEST = `with request as (insert into requests (act_id, asker, id, asked, do_what, by, body, stamp)
    values ($1, 'test', $1, '', $2, $3, $4, $5) on conflict do nothing)
  insert into acts (act_id, case_id, role, stamp, state)
    select $1, c.id, case when c.n = 1 then 'decides' else 'told' end, $5, case when c.n = 1 then 'stored' else 'ready' end
    from unnest($6::text[]) with ordinality c (id, n) on conflict do nothing`;

/** Puts an act among those of its cases under a number that the test gives, past the desk: its step key can be told beforehand. */
export async function named(book: Book, filed: Filed & { readonly stamp: number }): Promise<void> {
  const { id, cases, stamp, do: what = 'do-something', by = 'platform', with: brings = {} } = filed;
  const [decides = ''] = cases;
  const number = actsOn(book).has(id) ? `${id}-${decides}` : id;
  await book.pool.query(REQUEST, [number, what, by, JSON.stringify(brings), stamp, cases]);
  for (const one of cases) actsOn(book).set(`${one} ${id}`, { id: number, do: what, by, at: stamp, with: brings });
  actsOn(book).set(id, { id: number, do: what, by, at: stamp, with: brings });
}

/** The desk's number of what was filed under an id. */
export const numberOf = (book: Book, id: string): string => {
  const act = actsOn(book).get(id);
  if (!act) throw new Error(`nothing was filed as ${id}`);
  return act.id;
};

/** A case as its asker sees it: posts steps one after the other and remembers where the book stands. */
export class Asker {
  readonly unit: string;
  readonly caseId: string;
  seq = 0;
  head = '';
  private readonly book: Book;

  constructor(book: Book, unit: string, caseId = `${unit}/2024`) {
    this.book = book;
    this.unit = unit;
    this.caseId = caseId;
  }

  posted(step: Step): Posted {
    const { caseId, unit, seq, head } = this;
    const of = { case: caseId, cycle: Number(caseId.slice(-4)) };
    const act = step.key.startsWith('act:') ? actsOn(this.book).get(`${caseId} ${step.key.slice(4)}`) : undefined;
    const named = act ? { key: `act:${act.id}`, at: act.at } : {};
    return { caseId, unit, seq, head, step: { ...step, ...named, of }, district: 'chaoyang', ...(act ? { act } : {}) };
  }

  /** Posts without moving on. An act that was not filed is filed first, for this case. */
  async ask(step: Step): Promise<Answer> {
    await this.file(step);
    return this.book.post(this.posted(step));
  }

  /** Files the act of a step, if it was not. */
  async file(step: Step): Promise<void> {
    const id = step.key.startsWith('act:') ? step.key.slice(4) : undefined;
    if (id === undefined || actsOn(this.book).has(`${this.caseId} ${id}`)) return;
    const others = step.effects.flatMap((effect) => (effect.kind === 'transfer' ? [effect.to] : []));
    const text = 'select case_id from accounts where unit = any ($1)';
    const { rows } = await this.book.pool.query<{ case_id: string }>(text, [others]);
    const cases = [this.caseId, ...rows.map(({ case_id: told }) => told)];
    await named(this.book, { id, cases, stamp: step.at, by: step.by });
  }

  async open(
    effects: readonly Effect[] = [],
    kind: CaseKind = 'compliance-cycle',
    opensAt = OPENED,
    clock: Clock = SKIPPING,
  ): Promise<this> {
    const opening = { ...openingOf(this.unit, kind, this.caseId), opensAt };
    const step = stepOf('open', opensAt, effects, { type: 'case-opened' });
    this.follow(await this.book.post({ ...this.posted(step), opening, clock }));
    return this;
  }

  /** Posts a step that must be written, and moves on. */
  async take(step: Step): Promise<Written> {
    return this.follow(await this.ask(step));
  }

  /** Folds what the book is ahead by. */
  async catchUp(): Promise<void> {
    for (const step of await this.book.since(this.caseId, this.seq)) this.follow(step);
  }

  private follow(answer: Answer): Written {
    if (!('head' in answer)) throw new Error(`not written: ${JSON.stringify(answer)}`);
    this.seq = answer.events.at(-1)!.seq;
    this.head = answer.head;
    return answer;
  }
}
