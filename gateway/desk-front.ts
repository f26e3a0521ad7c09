import { randomUUID } from 'node:crypto';
import type { WorkflowClient } from '@temporalio/client';
import type { RawAct } from '../desk/admit.js';
import { AlarmDesk } from '../desk/alarms.js';
import { outcomeOf, type Outcome } from '../desk/answer.js';
import { CityDesk } from '../desk/city.js';
import { cycleOf } from '../desk/cycle-of.js';
import { Desk } from '../desk/desk.js';
import { registerFor } from '../desk/register.js';
import { vocableOf } from '../desk/vocabulary.js';
import type { Instant } from '../domain/model/instant.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import { actorOf, type Caller } from '../parties/caller.js';
import { entitled } from '../parties/entitled.js';
import type { Book } from '../records/book.js';
import { cyclesInBook } from '../records/city-cycles.js';
import { currentCycle } from '../regulation/named.js';
import type { Front, Reply, Wish } from './port.js';

/** What an act is about. */
export interface Concerned {
  readonly cycle: number;
  readonly units: readonly string[];
}

export interface DeskFrontOptions {
  readonly book: Book;
  readonly client: WorkflowClient;
  readonly taskQueue: string;
  readonly prefix?: string;
  readonly patienceMs?: number;
  /** In a rehearsal, the stamp of an act about these units, or why it takes no more of them. */
  readonly stamp?: (concerned: Concerned) => Promise<Instant | undefined | Refusal>;
  readonly log?: (line: string) => void;
}

const refused = (refusal: Refusal): Outcome => ({ state: 'refused', at: Date.now(), refusal });

const noProposal = (id: string): Refusal => refuse('unknown-act', `没有提请 ${id}`, `there is no proposal ${id}`);

/** The desk for whoever has signed in: as which of their parties, by which of its doors. */
export class DeskFront implements Front {
  private readonly options: DeskFrontOptions;

  constructor(options: DeskFrontOptions) {
    this.options = options;
  }

  async submit(caller: Caller, wish: Wish): Promise<Reply> {
    const id = wish.id ?? randomUUID();
    const may = entitled(caller, { what: wish.do, at: Date.now(), ...(wish.as === undefined ? {} : { as: wish.as }) });
    const outcome = isRefusal(may) ? refused(may) : await this.ask(actorOf(caller, may.appointment.party), id, wish);
    return { id, ...outcome };
  }

  async act(caller: Caller, id: string): Promise<Reply | undefined> {
    const { book } = this.options;
    const askers = new Set(caller.appointments.map(({ party }) => actorOf(caller, party)));
    for (const asker of askers) {
      const rows = await book.actsAskedAs(id, asker);
      if (rows.length > 0) return { id, ...(await outcomeOf(book, rows)) };
    }
    return undefined;
  }

  /** Nothing is proposed on a platform whose city acts by two officers at once. */
  readonly approvals: Front['approvals'] = {
    list: () => Promise.resolve({ items: [] }),
    read: (_, id) => Promise.resolve(noProposal(id)),
    approve: (_, id) => Promise.resolve(noProposal(id)),
    return: (_, id) => Promise.resolve(noProposal(id)),
    withdraw: (_, id) => Promise.resolve(noProposal(id)),
  };

  private async ask(by: string, id: string, wish: Wish): Promise<Outcome> {
    const { book, stamp } = this.options;
    const raw: RawAct = {
      ...{ do: wish.do, by },
      ...(wish.for === undefined ? {} : { for: wish.for }),
      ...(wish.with === undefined ? {} : { with: wish.with }),
    };
    const concerns = vocableOf(wish.do)?.concerns;
    if (concerns === 'alarms') return new AlarmDesk(book).submit(raw, id);
    if (concerns === 'city') {
      const cycle = wish.cycle ?? (await cyclesInBook(book.pool)).at(-1)?.cycle ?? currentCycle();
      return new CityDesk({ ...this.options, cycle }).submit(raw, id);
    }
    const { register, cycles } = await registerFor(book, raw);
    const cycle = await cycleOf(book, raw, cycles, wish.cycle === undefined ? undefined : String(wish.cycle));
    if (isRefusal(cycle)) return refused(cycle);
    const desk = new Desk({ ...this.options, cycle, register });
    const at = await stamp?.({ cycle, units: [...register.units.keys()] });
    if (isRefusal(at)) return refused(at);
    const received = await desk.receive(raw, id, at);
    const finished = desk.finish(received);
    if (isRefusal(received) || wish.wait !== false) return finished;
    finished.catch((error: unknown) => this.options.log?.(`act ${received.act.id}: ${String(error)}`));
    return outcomeOf(book, await book.actsById(received.act.id));
  }
}
