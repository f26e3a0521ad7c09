import { AuctionDesk } from '../../desk/auction.js';
import type { Instant } from '../../domain/model/instant.js';
import { isRefusal, type Refusal } from '../../domain/model/refusal.js';
import { QuestionError } from '../../domain/rules/working.js';
import { BAD_INPUT, printProblem, REFUSED, type Streams } from '../print.js';
import { findService, withService, type Service } from '../service.js';
import { hallOf, nowBy, type Hall } from './hall-clock.js';
import { rulebookInForce } from './in-force.js';
import { sayNo } from '../say-outcome.js';

/** What every command of a running auction may say. */
export interface JsonOptions {
  readonly cycle?: string;
  readonly json: boolean;
}

/** The door of the auctions of a running platform. */
export interface Door {
  readonly desk: AuctionDesk;
  readonly service: Service;
  /** Where the platform is a rehearsal hall; none in service. */
  readonly hall?: Hall;
  /** Its clock now: the hall's, or everybody's. */
  readonly now: Instant;
  /** The stamp of an act, in a hall; in service the database stamps. */
  readonly stamp?: Instant;
}

/** Goes to the door of the platform that is up, does something there and leaves. */
export function atTheDesk<T>(options: JsonOptions, work: (door: Door) => Promise<T>): Promise<T> {
  const service = findService(process.env);
  const rulebook = rulebookInForce(options.cycle);
  const hall = hallOf(service);
  return withService(service, (book, client) => {
    const { taskQueue } = service;
    const desk = new AuctionDesk({ book, client, taskQueue, rulebook, ...(hall ? { prefix: hall.prefix } : {}) });
    const now = hall ? nowBy(hall.clock) : Date.now();
    return work({ desk, service, now, ...(hall ? { hall, stamp: now } : {}) });
  });
}

/** Carries a command out whose rulebook may not know a value yet: that too is a clear no. */
export async function onRulebook(json: boolean, streams: Streams, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof QuestionError)) throw error;
    printProblem({ code: error.code, message: error.message, path: error.path }, json, streams);
    return error.code === 'not-known' ? REFUSED : BAD_INPUT;
  }
}

/** An answer, or the printed no. */
export const unlessNo = <T extends object>(
  answer: T | Refusal,
  json: boolean,
  streams: Streams,
  say: (answer: T) => number,
): number => (isRefusal(answer) ? sayNo(answer, json, streams) : say(answer));
