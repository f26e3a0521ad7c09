import type { Opening } from '../../domain/cases/case.js';
import type { AddressBook } from '../../domain/letters/addresses.js';
import type { LotFacts } from '../../domain/model/account.js';
import type { CaseKind, Unit } from '../../domain/model/case.js';
import type { AccountEffect, Effect, Mail, NewEvent, Step } from '../../domain/model/step.js';
import type { Terms } from '../../domain/model/terms.js';
import type { Book } from '../../records/book.js';
import type { Answer, Posted, Written } from '../../records/posted.js';

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
  mail: `ops@${id.toLowerCase()}.example`,
});

/** The book keeps the terms and looks at their cycle; the checker looks at the caps. */
const OFFSETS = { share: '0.05', outsideShare: '0.025', oldRecordedUpTo: '2017-03-14', oldUsableTo: '2024-12-31' };
const TERMS = { cycle: 2024, offsets: OFFSETS } as unknown as Terms;

export const openingOf = (unit: string, kind: CaseKind = 'compliance-cycle', caseId = `${unit}/2024`): Opening => ({
  id: caseId,
  kind,
  unit: unitOf(unit),
  terms: { ...TERMS, cycle: Number(/\d{4}$/.exec(caseId)?.[0] ?? TERMS.cycle) },
  opensAt: OPENED,
  allowProvisional: false,
  mailboxes: {},
  holdings: [],
});

const addressesOf = (unit: string): AddressBook => ({ unit: unitOf(unit).mail, district: 'chaoyang', mailboxes: {} });

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
    return { caseId, unit, seq, head, step: { ...step, of }, addresses: addressesOf(unit) };
  }

  /** Posts without moving on. */
  async ask(step: Step): Promise<Answer> {
    return this.book.post(this.posted(step));
  }

  async open(effects: readonly Effect[] = [], kind: CaseKind = 'compliance-cycle', opensAt = OPENED): Promise<this> {
    const opening = { ...openingOf(this.unit, kind, this.caseId), opensAt };
    this.follow(await this.book.post({ ...this.posted(stepOf('open', opensAt, effects, { type: 'case-opened' })), opening }));
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
