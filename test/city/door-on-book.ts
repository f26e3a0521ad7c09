import { admit, type RawAct, type Register } from '../../desk/admit.js';
import { outcomeOf, type Outcome } from '../../desk/answer.js';
import { dueNext, fold, onAct, onInstant, type Opening } from '../../domain/cases/case.js';
import type { Case } from '../../domain/model/case.js';
import type { Instant } from '../../domain/model/instant.js';
import { isRefusal, type Refusal } from '../../domain/model/refusal.js';
import { letIn, type Act, type Step } from '../../domain/model/step.js';
import type { Book } from '../../records/book.js';
import { canonical, sha256 } from '../../records/chain.js';
import { caseIdOf } from '../../workflows/ids.js';

/** Opens cases and takes acts as the desk does, straight onto the book: no Temporal between. */
export class DoorOnBook {
  private readonly book: Book;
  readonly register: Register & { readonly units: Map<string, Opening['unit']> } = { units: new Map() };

  constructor(book: Book) {
    this.book = book;
  }

  /** Opens a case, or finds it in the book. */
  async open(opening: Opening): Promise<void> {
    this.register.units.set(opening.unit.id, opening.unit);
    await this.book.open(opening, { wall0: 0, business0: opening.opensAt, skips: true });
  }

  async submit(raw: RawAct, id: string, at: Instant): Promise<Outcome> {
    const admitted = admit(raw, this.register);
    if (isRefusal(admitted)) return { state: 'refused', at, refusal: admitted };
    if (admitted.case === 'city' || admitted.case === 'alarms') throw new Error(`${raw.do} concerns every case`);
    const caseId = caseIdOf(2024, admitted.unit, admitted.case);
    const cases = [{ case: caseId, role: 'decides' } as const];
    const asked = { asker: raw.by, id, asked: sha256(canonical(raw)) };
    const { act, stamp } = await this.book.store({ ...admitted.act, ...asked, cases, stamp: at });
    const stored = await this.book.actsById(act);
    if (stored[0]?.state === 'stored') await this.decide(caseId, letIn({ ...admitted.act, id: act, at: stamp }));
    return outcomeOf(this.book, await this.book.actsById(act));
  }

  private async decide(caseId: string, act: Act): Promise<void> {
    const run = await this.book.run(caseId);
    if (!run) throw new Error(`${caseId} is not in the book`);
    const { case: c } = run;
    for (let due = dueNext(c); due && due.at <= act.at; due = dueNext(c)) await this.take(c, onInstant(c, due.at));
    const step = onAct(c, act);
    const answer = isRefusal(step) ? step : await this.take(c, step, act);
    if (answer) await this.book.refuseAct(act.id, caseId, answer);
  }

  private async take(c: Case, step: Step, act?: Act): Promise<Refusal | undefined> {
    const place = { caseId: c.id, unit: c.unit.id, seq: c.seq, head: c.head };
    const posted = { ...place, step, district: c.unit.district, ...(act ? { act } : {}) };
    const answer = await this.book.post(posted);
    if (isRefusal(answer)) return answer;
    if (!('head' in answer)) throw new Error(`${c.id} ${step.key}: ${JSON.stringify(answer)}`);
    fold(c, step.key, answer.events, answer.head);
    return undefined;
  }
}
