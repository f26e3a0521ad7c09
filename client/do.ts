import { randomUUID } from 'node:crypto';
import type { RawAct } from '../desk/admit.js';
import { Desk } from '../desk/desk.js';
import { registerFor } from '../desk/register.js';
import { vocableOf } from '../desk/vocabulary.js';
import { isoOf } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import { isRefusal, sayRefusal } from '../domain/model/refusal.js';
import { doForAll } from './do-for-all.js';
import { UsageError } from './failure.js';
import { BAD_INPUT, DONE, printProblem, REFUSED, STREAMS, type Streams } from './print.js';
import { rehearsalOn, sayRehearsal, stampFor, submitAt } from './rehearsal.js';
import { findService, withService } from './service.js';

export interface DoOptions {
  readonly as: string;
  readonly unit?: string;
  readonly with?: string;
  readonly approvedBy?: string;
  /** The same id is the same act, however often it is sent. */
  readonly id?: string;
  /** For what concerns every case: the cycle; the latest that has cases where none is named. */
  readonly cycle?: string;
  readonly json: boolean;
}

const withOf = (source: string | undefined): Json => {
  try {
    return JSON.parse(source ?? '{}') as Json;
  } catch (error) {
    throw new UsageError(`--with is not JSON: ${(error as Error).message}`, 'bad-json', ['with']);
  }
};

/** `luyue do ACT`: one act, through the desk, before its case. */
export async function doAct(what: string, options: DoOptions, streams: Streams = STREAMS): Promise<number> {
  const raw: RawAct = {
    do: what,
    by: options.as,
    with: withOf(options.with),
    ...(options.unit === undefined ? {} : { for: options.unit }),
    ...(options.approvedBy === undefined ? {} : { approvedBy: options.approvedBy }),
  };
  const service = findService(process.env);
  if (vocableOf(what)?.concerns === 'city') return doForAll(raw, options, service, streams);
  const id = options.id ?? randomUUID();
  const rehearsal = rehearsalOn(service);
  const answer = await withService(service, async (book, client) => {
    const { register, cycle = 0 } = await registerFor(book, raw);
    const clock = await stampFor(rehearsal, { cycle, units: [...register.units.keys()], book });
    if ('problem' in clock) return clock;
    if (rehearsal && clock.stamp !== undefined) streams.err(`${sayRehearsal({ ...rehearsal, now: clock.stamp })}\n`);
    return submitAt(new Desk({ book, client, taskQueue: service.taskQueue, cycle, register }), raw, id, clock.stamp);
  });
  if ('problem' in answer) {
    printProblem(answer.problem, options.json, streams);
    return REFUSED;
  }
  if (isRefusal(answer)) {
    const { refused: code, path = [] } = answer;
    printProblem({ code, message: sayRefusal(answer), path }, options.json, streams);
    return code === 'bad-input' ? BAD_INPUT : REFUSED;
  }
  const next = answer.next === undefined ? null : isoOf(answer.next);
  if (options.json)
    streams.out(`${JSON.stringify({ act: id, do: what, at: isoOf(answer.at), seq: answer.seq, next }, null, 2)}\n`);
  else streams.out(`已受理 · done: ${what}, ${isoOf(answer.at)} (${id})\n下一时点 · next: ${next ?? '—'}\n`);
  return DONE;
}
