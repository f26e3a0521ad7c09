import { Desk } from '../../desk/desk.js';
import { judgedIn } from '../../desk/admit.js';
import { districts } from '../../regulation/districts.js';
import type { Opening } from '../../domain/cases/case.js';
import { dayOf, instantFrom, type Day } from '../../domain/model/instant.js';
import type { Rulebook } from '../../domain/model/rulebook.js';
import { textIn } from '../../regulation/values.js';
import { opensOf } from '../../simulator/opening.js';
import { parseScenario } from '../../simulator/scenario.js';
import type { Theatre } from '../drill/stage.js';
import type { Script } from './script.js';

/** The cases of a script's bidders, each once: key units, and general units for the voluntary; open from the day of the announcement. */
function openingsOf(script: Script, rulebook: Rulebook): Opening[] {
  const kinds = new Map(script.bids.map(({ bidder, kind }) => [bidder, kind]));
  const from = dayOf(instantFrom(script.announcedAt));
  const until: Day = textIn(rulebook, 'surrender.due');
  const [first] = districts();
  const units = [...kinds].map(([id, kind]) => ({ id, name: id, kind: kind === 'key' ? 'key' : 'general', district: first?.id }));
  const frame = { name: 'bidders', cycle: rulebook.cycle, from, until: until < from ? from : until, units };
  return opensOf(parseScenario(JSON.stringify(frame), 'bidders')).filter(({ kind, unit }) => kind === judgedIn(unit));
}

/** Opens the cases of a script's bidders on a platform whose clock stands at the day of the announcement. Answers how many. */
export async function openBidders(
  { book, client, taskQueue, prefix }: Theatre,
  script: Script,
  rulebook: Rulebook,
): Promise<number> {
  const openings = openingsOf(script, rulebook);
  const register = { units: new Map(openings.map(({ unit }) => [unit.id, unit])) };
  const desk = new Desk({ book, client, taskQueue, prefix, cycle: rulebook.cycle, register });
  const wall0 = Date.now();
  for (const opening of openings) await desk.open(opening, { wall0, business0: opening.opensAt, skips: true });
  return openings.length;
}
