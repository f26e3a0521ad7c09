import type { Desk } from '../../desk/desk.js';
import type { Received } from '../../desk/door.js';
import { judgedIn, type RawAct } from '../../desk/admit.js';
import { answers, type Opening } from '../../domain/cases/case.js';
import type { Instant } from '../../domain/model/instant.js';
import { isRefusal, type Refusal } from '../../domain/model/refusal.js';
import { CityRecord } from '../../simulator/city-record.js';
import { termsOfScenario } from '../../simulator/opening.js';
import { playedActs, type Scenario, type ScenarioAct } from '../../simulator/scenario.js';
import { caseIdOf, verificationIdOf } from '../../workflows/ids.js';

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

/** Orders the acts of a scenario, with what the city's own books make of each: nothing here depends on the play. */
export function scheduleOf(scenario: Scenario, openings: readonly Opening[]): Schedule {
  const city = new CityRecord(scenario, termsOfScenario(scenario), openings);
  const items: Item[] = [];
  const atTheDoor: Schedule['atTheDoor'][number][] = [];

  for (const [n, act] of playedActs(scenario).entries()) {
    const { at, raw } = act;
    city.listUpTo(at);
    const admitted = city.admit(act);
    if (isRefusal(admitted)) {
      atTheDoor.push({ raw, id: idOf(act, `door-${String(n)}`), at, refusal: admitted });
      continue;
    }
    const isThere = (one: Opening): boolean => one.unit.id === admitted.unit && one.opensAt <= at;
    const put = (
      id: string,
      [decides, ...told]: readonly [decides: string, ...told: string[]],
      after: readonly string[] = [],
    ) => {
      const concerns = [
        { case: decides, role: 'decides' } as const,
        ...told.map((one) => ({ case: one, role: 'told' }) as const),
        ...after.map((one) => ({ case: one, role: 'after' }) as const),
      ];
      const asked = { raw, id, stamp: at };
      items.push({
        at,
        raw,
        cases: [decides, ...told, ...after],
        receive: (desk) => desk.door.store(asked, admitted.act, concerns),
      });
    };
    if (admitted.case === 'city' || admitted.everyCase) {
      const whom = (one: Opening): boolean => (admitted.case === 'city' ? one.opensAt <= at : isThere(one));
      // each case answers for itself, under an id of its own
      for (const one of openings)
        if (whom(one) && answers(one.kind, raw.do)) put(idOf(act, one.id.slice(one.id.indexOf('/') + 1)), [one.id]);
    } else {
      const other = admitted.other === undefined ? undefined : city.register.units.get(admitted.other);
      const { unit, verifier, heardBy = [] } = admitted;
      const decides =
        verifier === undefined ? caseIdOf(scenario.cycle, unit, admitted.case) : verificationIdOf(scenario.cycle, unit, verifier);
      const hear = openings.filter((one) => isThere(one) && heardBy.includes(one.kind) && one.id !== decides);
      put(
        idOf(act, unit),
        [decides, ...(other ? [caseIdOf(scenario.cycle, other.id, judgedIn(other))] : [])],
        hear.map(({ id }) => id),
      );
    }
  }
  return { items, atTheDoor };
}
