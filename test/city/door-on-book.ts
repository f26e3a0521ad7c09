import { caseAt, readCases } from '../../city/case-history.js';
import { admit, type RawAct, type Register } from '../../desk/admit.js';
import { blank, dueNext, fold, onAct, onInstant, openingStep, type Opening } from '../../domain/cases/case.js';
import { addressBookOf } from '../../domain/letters/addresses.js';
import type { Case } from '../../domain/model/case.js';
import type { Instant } from '../../domain/model/instant.js';
import { isRefusal, type Refusal } from '../../domain/model/refusal.js';
import type { Step } from '../../domain/model/step.js';
import type { Book } from '../../records/book.js';
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
    if (await this.book.readCase(opening.id)) return;
    await this.take(blank(opening), openingStep(opening), opening);
  }

  async submit(raw: RawAct, id: string, at: Instant): Promise<{ at: Instant } | Refusal> {
    const admitted = admit(raw, this.register);
    if (isRefusal(admitted)) return admitted;
    if (admitted.case === 'city' || admitted.case === 'alarms') throw new Error(`${raw.do} concerns every case`);
    const caseId = caseIdOf(2024, admitted.unit, admitted.case);
    const { stamp, known } = await this.book.storeAct({ ...admitted.act, actId: id, caseIds: [caseId], stamp: at });
    const [stored] = await this.book.actsById(id);
    if (known && stored!.state === 'applied') return { at: stamp };
    if (known && stored!.refusal) return stored!.refusal;
    const history = (await readCases(this.book, 2024, admitted.unit)).find(({ opening }) => opening.id === caseId)!;
    const c = caseAt(history, Infinity)!;
    c.head = (await this.book.readCase(caseId))!.head;
    for (let due = dueNext(c); due && due.at <= stamp; due = dueNext(c)) await this.take(c, onInstant(c, due.at));
    const step = onAct(c, { ...admitted.act, id, at: stamp });
    const answer = isRefusal(step) ? step : await this.take(c, step);
    if (answer) await this.book.refuseAct(id, answer);
    return answer ?? { at: stamp };
  }

  private async take(c: Case, step: Step, opening?: Opening): Promise<Refusal | undefined> {
    const place = { caseId: c.id, unit: c.unit.id, seq: c.seq, head: c.head };
    const posted = { ...place, step, addresses: addressBookOf(c), ...(opening ? { opening } : {}) };
    const answer = await this.book.post(posted);
    if (isRefusal(answer)) return answer;
    if (!('head' in answer)) throw new Error(`${c.id} ${step.key}: ${JSON.stringify(answer)}`);
    fold(c, step.key, answer.events, answer.head);
    return undefined;
  }
}
