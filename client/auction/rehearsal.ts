import { join } from 'node:path';
import { tailOf } from '../../embedded/log-file.js';
import { isRefusal } from '../../domain/model/refusal.js';
import type { Rulebook } from '../../domain/model/rulebook.js';
import { DONE, printAnswer, REFUSED, type Streams } from '../print.js';
import { sayNo } from '../say-outcome.js';
import { openTheatre } from '../drill/stage.js';

import { recomputed } from './recompute.js';
import { rehearse, type Rehearsed } from './rehearse.js';
import { awardsOf, sayPlayed } from './say.js';
import type { Script } from './script.js';

const WORKER_LOG_LINES = 20;

const print = ({ record, refusals, differences, intact }: Rehearsed, json: boolean, streams: Streams): number => {
  const { auction, steps } = record;
  const wrong = [
    ...recomputed(
      auction,
      steps.flatMap(({ events }) => events),
    ),
    ...differences,
    ...(intact ? [] : ['哈希链被改动 / a hash chain is broken']),
  ];
  const bids = awardsOf(auction);
  const document = { ...auction.published, bids, refusals, recomputed: wrong.length === 0, wrong };
  const said = [
    ...sayPlayed(auction, refusals),
    ...(wrong.length === 0 ? ['重算一致，账平，链完整 recomputed the same, the books balance, the chains are intact'] : wrong),
  ];
  printAnswer(document, said, json, streams);
  return wrong.length === 0 ? DONE : REFUSED;
};

/** `luyue auction rehearse FILE`: starts a platform in a temporary folder, plays the script on it, stops it. */
export async function runRehearsal(script: Script, rulebook: Rulebook, json: boolean, streams: Streams): Promise<number> {
  const tell = (line: string): void => {
    streams.err(`${line}\n`);
  };
  if (script.bids.some(({ refusesLot }) => refusesLot))
    tell('refusesLot 只用于 play：此处由真实案件答复 · refusesLot is for play: here a real case answers for itself');
  const theatre = await openTheatre(tell);
  try {
    const played = await rehearse(theatre, script, rulebook, tell);
    return isRefusal(played) ? sayNo(played, json, streams) : print(played, json, streams);
  } catch (error) {
    tell(tailOf(join(theatre.platform.folder, 'worker.log'), WORKER_LOG_LINES));
    throw error;
  } finally {
    await theatre.close();
  }
}
