import { randomUUID } from 'node:crypto';
import type { RawAct } from '../desk/admit.js';
import { Desk } from '../desk/desk.js';
import { cycleOf } from '../desk/cycle-of.js';
import { registerFor } from '../desk/register.js';
import { definitionInCases } from '../acts/vocabulary.js';
import { readJson } from '../desk/written/json.js';
import type { Json } from '../domain/model/json.js';
import { isRefusal } from '../domain/model/refusal.js';
import type { DoOptions } from './do-options.js';
import { placeToAct } from './place.js';
import { proposeHere } from './propose-here.js';
import { UsageError } from './failure.js';
import { ifInterrupted } from './interrupted.js';
import { printProblem, REFUSED, STREAMS, type Streams } from './print.js';
import { rehearsalOn, sayRehearsal, stampFor } from './rehearsal.js';
import { sayOutcome } from './say-outcome.js';
import { findService, withService } from './service.js';

export type { DoOptions } from './do-options.js';

const withOf = (source: string | undefined): Json => {
  try {
    return readJson(source ?? '{}');
  } catch (error) {
    throw new UsageError(`--with 不能作为 JSON 读取 / --with cannot be read as JSON: ${(error as Error).message}`, 'bad-json', [
      'with',
    ]);
  }
};

/** `luyue do ACT`: one act, through the desk, before its case. */
export async function doAct(what: string, wanted: DoOptions, streams: Streams = STREAMS): Promise<number> {
  const id = wanted.id ?? randomUUID();
  const options = { ...wanted, id };
  ifInterrupted(
    `事项可能已受理，请用 luyue act ${id} 查询，或用 --id ${id} 重新提交`,
    `the act may have been stored: luyue act ${id} tells, and so does the same act with --id ${id}`,
  );
  const whom = options.unit ?? options.for;
  const raw: RawAct = {
    do: what,
    by: options.as,
    with: withOf(options.with),
    ...(whom === undefined ? {} : { for: whom }),
    ...(options.approvedBy === undefined ? {} : { approvedBy: options.approvedBy }),
  };
  const place = options.approvedBy === undefined ? placeToAct(options.as) : undefined;
  if (place) return (await import('./over-http.js')).doOverHttp(place, raw, options, streams);
  const service = findService(process.env);
  const proposed = await proposeHere(raw, options, service, streams);
  if (proposed !== undefined) return proposed;
  if (definitionInCases(what)?.concerns === 'alarms')
    return (await import('./alarms.js')).doAboutAlarms(raw, options, service, streams);
  if (definitionInCases(what)?.concerns === 'city')
    return (await import('./do-for-all.js')).doForAll(raw, options, service, streams);
  const rehearsal = rehearsalOn(service);
  const answer = await withService(service, async (book, client) => {
    const { register, cycles } = await registerFor(book, raw);
    const cycle = await cycleOf(book, raw, cycles, options.cycle);
    if (isRefusal(cycle)) return { state: 'refused', at: 0, refusal: cycle } as const;
    const clock = await stampFor(rehearsal, { cycle, units: [...register.units.keys()], book });
    if ('problem' in clock) return clock;
    if (rehearsal && clock.stamp !== undefined) streams.err(`${sayRehearsal({ ...rehearsal, now: clock.stamp })}\n`);
    return new Desk({ book, client, taskQueue: service.taskQueue, cycle, register }).submit(raw, id, clock.stamp);
  });
  if ('problem' in answer) {
    printProblem(answer.problem, options.json, streams);
    return REFUSED;
  }
  return sayOutcome({ id, do: what, outcome: answer }, options.json, streams);
}
