import { randomUUID } from 'node:crypto';
import { businessNow } from '../records/business-clock.js';
import { definitionOf } from '../acts/vocabulary.js';
import type { RawAct } from '../desk/admit.js';
import { isoOf } from '../domain/model/instant.js';
import { isRefusal } from '../domain/model/refusal.js';
import { atMachine } from '../parties/test-caller.js';
import type { Streams } from './print.js';
import { stampsIn } from './rehearsal.js';
import { sayNo, sayOutcome } from './say-outcome.js';
import { FOLDER, withService, type Service } from './service.js';

/**
 * What two decide, asked by one at the machine: a proposal that waits for another. Undefined where the act is none of those, or nobody is
 * known at this machine: then the desk says what is lacking.
 */
export async function proposeHere(
  raw: RawAct,
  options: { readonly id?: string; readonly cycle?: string; readonly json: boolean },
  service: Service,
  streams: Streams,
): Promise<number | undefined> {
  if (raw.approvedBy !== undefined || definitionOf(raw.do)?.twoPeople !== true) return undefined;
  const [{ Front }, { sayProposed }] = await Promise.all([import('../desk/front.js'), import('./say-http.js')]);
  const id = options.id ?? randomUUID();
  const reply = await withService(service, async (book, client) => {
    const caller = await atMachine(book.pool, raw.by, await businessNow(book.pool));
    if (isRefusal(caller)) return undefined;
    const front = new Front({ book, client, taskQueue: service.taskQueue, stampFor: stampsIn(service, book, FOLDER) });
    const { do: what, for: whom, with: brings } = raw;
    return front.submit(caller, {
      id,
      do: what,
      ...(whom === undefined ? {} : { for: whom }),
      ...(brings === undefined ? {} : { with: brings }),
      ...(options.cycle === undefined ? {} : { cycle: Number(options.cycle) }),
    });
  });
  if (!reply) return undefined;
  if (reply.state === 'refused') return sayNo(reply.refusal, options.json, streams);
  if (reply.state === 'proposed') return sayProposed({ ...reply, at: isoOf(reply.at) }, raw.do, options.json, streams);
  return sayOutcome({ id, do: raw.do, outcome: reply }, options.json, streams);
}
