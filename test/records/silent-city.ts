import { blank, dueNext, fold, onInstant, type Opening } from '../../domain/cases/case.js';
import type { Case } from '../../domain/model/case.js';
import type { Instant } from '../../domain/model/instant.js';
import { unitNamed } from '../../domain/model/party.js';
import { isRefusal } from '../../domain/model/refusal.js';
import type { Book } from '../../records/book.js';
import { setBusinessClock } from '../../records/business-clock.js';
import { enterContacts } from '../../records/contacts.js';
import { districts } from '../../regulation/districts.js';
import { loadRulebook } from '../../regulation/load.js';
import { termsOf } from '../../regulation/terms.js';

/** A city in which nobody does anything, so that everybody is reminded and told; on the book alone, by the clock of a rehearsal. */
export class SilentCity {
  private readonly book: Book;
  private readonly cases: Case[] = [];

  constructor(book: Book) {
    this.book = book;
  }

  /** So many key units over all districts, each with its cycle and its evidence, reached at `mailOf`. */
  async open(many: number, at: Instant, mailOf: (unit: string, n: number) => string): Promise<void> {
    const terms = termsOf(loadRulebook(2024));
    const all = districts();
    await this.move(at);
    for (let n = 0; n < many; n += 1) {
      const id = `BJ-${String(n + 1).padStart(4, '0')}`;
      const district = all[n % all.length]?.id ?? '';
      const unit = { id, name: `${id} 有限公司`, kind: 'key', district, newlyListed: false } as const;
      await enterContacts(this.book.pool, [{ party: unitNamed(id), mail: mailOf(id, n) }]);
      for (const kind of ['compliance-cycle', 'monthly-evidence'] as const) {
        const opening: Opening = {
          id: `2024/${id}/${kind}`,
          kind,
          unit,
          terms,
          opensAt: at,
          allowProvisional: false,
          holdings: [],
        };
        const answer = await this.book.open(opening, { wall0: Date.now(), business0: at });
        if (isRefusal(answer) || !('head' in answer)) throw new Error(`${opening.id} is not opened`);
        const c = blank(opening);
        fold(c, 'open', answer.events, answer.head);
        this.cases.push(c);
      }
    }
  }

  /** Moves the clock of the rehearsal and has every case play what is due by then. */
  async to(at: Instant): Promise<void> {
    await this.move(at);
    for (const c of this.cases) for (let due = dueNext(c); due && due.at <= at; due = dueNext(c)) await this.play(c, due.at);
  }

  private move(at: Instant): Promise<void> {
    return setBusinessClock(this.book.pool, { wall0: Date.now(), business0: at });
  }

  private async play(c: Case, at: Instant): Promise<void> {
    const step = onInstant(c, at);
    const answer = await this.book.post({
      caseId: c.id,
      unit: c.unit.id,
      seq: c.seq,
      head: c.head,
      step,
      district: c.unit.district,
    });
    if (isRefusal(answer) || !('head' in answer)) throw new Error(`${c.id} ${step.key}: ${JSON.stringify(answer)}`);
    fold(c, step.key, answer.events, answer.head);
  }
}
