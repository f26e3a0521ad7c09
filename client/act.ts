import { outcomeOf } from '../desk/answer.js';
import type { StoredAct } from '../records/acts.js';
import { UsageError } from './failure.js';
import { placeToAct } from './place.js';
import { STREAMS, type Streams } from './print.js';
import { sayOutcome } from './say-outcome.js';
import { withBook } from './service.js';

export interface ActOptions {
  readonly as?: string;
  readonly json: boolean;
}

/** `luyue act ID [--as ACTOR]`: what became of a request, as it stands now. */
export async function askAgain(id: string, { as, json }: ActOptions, streams: Streams = STREAMS): Promise<number> {
  const place = placeToAct(as);
  if (place)
    return (await import('./over-http.js')).actOverHttp(place, id, { json, ...(as === undefined ? {} : { as }) }, streams);
  return withBook(async (book) => {
    const rows = await book.actsAskedAs(id, as);
    const byAsker = new Map<string, StoredAct[]>();
    for (const row of rows) byAsker.set(row.asker, [...(byAsker.get(row.asker) ?? []), row]);
    const [found, another] = [...byAsker.values()];
    if (!found) throw new UsageError(`没有编号为 ${id} 的事项 / nobody has asked anything as ${id}`, 'unknown-act', ['id']);
    if (another)
      throw new UsageError(
        `编号 ${id} 有多人使用，请用 --as 指明 / several use the id ${id}, say which with --as: ${[...byAsker.keys()].join(', ')}`,
        'bad-input',
        ['as'],
      );
    return sayOutcome({ id, do: found[0]?.do ?? '', outcome: await outcomeOf(book, found) }, json, streams);
  });
}
