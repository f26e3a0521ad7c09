import { laterOf, startOf } from '../domain/model/instant.js';
import { unitNamed } from '../domain/model/party.js';
import type { Unit } from '../domain/model/case.js';
import { contactOf, enterContacts } from '../records/contacts.js';
import { listedUnopened, type ListedUnit } from '../records/city-cycles.js';
import { rulebookNamed } from '../regulation/named.js';
import { termsOf } from '../regulation/terms.js';
import { caseIdOf } from '../workflows/ids.js';
import { casesOf } from './admit.js';
import type { CasesOptions } from './cases.js';
import { CityDesk } from './city.js';
import { inLanes } from './lanes.js';

/** Units whose cases are opened side by side. */
const AT_A_TIME = 8;

type Options = CasesOptions & { readonly regulation?: string };

/** Opens the cases of a unit that two officers have listed, or finds them open; the case that holds the account first. */
async function openFor(options: Options, { cycle, brings }: ListedUnit): Promise<void> {
  const { opensOn, basis: _basis, mail, ...listed } = brings;
  const unit = JSON.parse(JSON.stringify(listed)) as Unit;
  // how a unit is reached is no part of its cases; a list that was read later stands
  if (!(await contactOf(options.book.pool, unitNamed(unit.id))))
    await enterContacts(options.book.pool, [{ party: unitNamed(unit.id), mail }]);
  const terms = termsOf(rulebookNamed(String(cycle), options.regulation), [unit.kind]);
  const desk = new CityDesk({ ...options, cycle });
  for (const kind of casesOf(unit))
    await desk.openCase({
      id: caseIdOf(cycle, unit.id, kind),
      kind,
      unit,
      terms,
      allowProvisional: false,
      holdings: [],
      opensAt: startOf(laterOf(opensOn, unit.listedOn ?? opensOn)),
    });
}

/** Opens what was listed by an act, or by any that somebody was killed after. Throws where one could not be opened; the rest is. */
export async function openListed(options: Options, act?: string): Promise<number> {
  const waiting = await listedUnopened(options.book.pool, act);
  const failures = await inLanes(AT_A_TIME, waiting, undefined, (one) => openFor(options, one));
  if (failures.length > 0) throw failures[0];
  return waiting.length;
}
