import { noSuchAlarm } from '../domain/alarms/acts.js';
import { ALARMS } from '../domain/alarms/alarms.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import type { Act } from '../domain/model/step.js';
import { decideAlarmAct } from '../records/alarm-acts.js';
import { openAlarms } from '../ledger/alarms.js';
import { readAlarms } from '../records/alarms.js';
import type { Book } from '../records/book.js';
import type { Done } from '../workflows/messages.js';
import { admit, type RawAct } from './admit.js';
import { outcomeOf, type Outcome } from './answer.js';
import type { Cases } from './cases.js';
import { Door, type Asked, type Plan, type Received } from './door.js';
import { wakeReleased } from './late-cases.js';
import { registerFor } from './register.js';
import { unlessSuspended } from './unreachable.js';

/** The door for what two officers decide about alarms. Their case has no clock, and so no workflow: the desk decides by itself. */
export class AlarmDesk {
  private readonly book: Book;
  private readonly door: Door;
  private readonly cases: Cases | undefined;

  /** With the workflows of cases, it has go on at once what a release lets go on; without, the sweep does. */
  constructor(book: Book, cases?: Cases) {
    this.book = book;
    this.cases = cases;
    this.door = new Door(book);
  }

  /** Stores an act under its stamp, always the database's: alarms have no rehearsal. Refused at the door, it is recorded as refused. */
  receive(asked: Asked): Promise<Received | Refusal> {
    return this.door.receive(asked, this.plan);
  }

  readonly plan: Plan = async ({ raw, alone }) => {
    const { register } = await registerFor(this.book, raw);
    const admitted = admit(raw, register, alone);
    if (isRefusal(admitted)) return admitted;
    const { act } = admitted;
    if (act.do !== 'release-alarm') return refuse('not-allowed', `${act.do} 不涉及警报`, `${act.do} does not concern alarms`);
    if (!(await readAlarms(this.book.pool))) return noSuchAlarm(act.with.alarm);
    return { act, concerns: [{ case: ALARMS, role: 'decides' }], unstamped: true };
  };

  /** Decides a stored act, after whatever was stamped before it; decided before, it is answered as it was. */
  async decide(act: Act): Promise<Done | Refusal> {
    const { pool } = this.book;
    const open = this.cases ? await openAlarms(pool) : [];
    const done = await decideAlarmAct(pool, act);
    const its = act.do === 'release-alarm' ? [act.with.alarm] : [];
    // those stamped before it have been decided with it
    if (this.cases) await wakeReleased(this.cases, pool, [...open.map(({ id }) => id), ...its]);
    return done;
  }

  async submit(raw: RawAct, id: string): Promise<Outcome> {
    const received = await this.receive({ raw, id });
    if (isRefusal(received)) return { state: 'refused', at: Date.now(), refusal: received };
    const { act, before } = received;
    if (!before || before.some(({ state }) => state === 'stored')) await unlessSuspended(() => this.decide(act));
    return outcomeOf(this.book, await this.book.actsById(act.id));
  }
}
