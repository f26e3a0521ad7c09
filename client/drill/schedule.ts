import type { Desk, Received } from '../../desk/desk.js';
import { admit, judgedIn, type RawAct, type Register } from '../../desk/admit.js';
import type { Opening } from '../../domain/cases/case.js';
import type { Instant } from '../../domain/model/instant.js';
import { isRefusal, type Refusal } from '../../domain/model/refusal.js';
import { CityRevisions } from '../../simulator/revisions.js';
import { playedActs, type Scenario, type ScenarioAct } from '../../simulator/scenario.js';
import { caseIdOf } from '../../workflows/ids.js';

/** An act at its place in the play: how it comes in at the desk, and the cases it concerns. */
export interface Item {
  readonly at: Instant;
  readonly raw: RawAct;
  readonly cases: readonly string[];
  receive(desk: Desk): Promise<Received | Refusal>;
}

/** What is played, in order; and what is refused at the door, whoever plays. */
export interface Schedule {
  readonly items: readonly Item[];
  readonly atTheDoor: readonly { readonly raw: RawAct; readonly id: string; readonly at: Instant; readonly refusal: Refusal }[];
}

/** The id under which an act of a scenario is known: its place in the file can be read from it. */
const idOf = (act: ScenarioAct, whom: string): string => `act-${String(act.index)}-${whom}`;
export const placeOf = (actId: string): number => Number(actId.split('-')[1]);

/** Orders the acts of a scenario, and makes of an adopted revision what every case is sent: nothing here depends on the play. */
export function scheduleOf(scenario: Scenario, openings: readonly Opening[]): Schedule {
  const register: Register = { units: new Map(openings.map(({ unit }) => [unit.id, unit])) };
  const [first] = openings;
  if (!first) throw new Error('a scenario without units cannot be played');
  const city = new CityRevisions(first.terms, scenario.revisions);
  const items: Item[] = [];
  const atTheDoor: Schedule['atTheDoor'][number][] = [];

  for (const [n, act] of playedActs(scenario).entries()) {
    const { at, raw } = act;
    const refuse = (refusal: Refusal) => atTheDoor.push({ raw, id: idOf(act, `door-${String(n)}`), at, refusal });
    const admitted = admit(raw, register);
    if (isRefusal(admitted)) refuse(admitted);
    else if (admitted.case === 'city') {
      const adopted = city.adopt((admitted.act.with as { revision: number }).revision, at);
      if (isRefusal(adopted)) refuse(adopted);
      else
        for (const { id, unit } of openings)
          items.push({
            at,
            raw,
            cases: [id],
            receive: (desk) => desk.store({ ...admitted.act, with: adopted, id: idOf(act, unit.id) }, [id], at),
          });
    } else {
      const other = admitted.other === undefined ? undefined : register.units.get(admitted.other);
      const cases = [caseIdOf(scenario.cycle, admitted.unit, admitted.case)];
      if (other) cases.push(caseIdOf(scenario.cycle, other.id, judgedIn(other)));
      items.push({ at, raw, cases, receive: (desk) => desk.receive(raw, idOf(act, admitted.unit), at) });
    }
  }
  return { items, atTheDoor };
}
