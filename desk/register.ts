import { entryAfter } from '../domain/cases/listing.js';
import type { Unit } from '../domain/model/case.js';
import { isPartyName, unitOfActor } from '../domain/model/names.js';
import { listedIn, type CaseEntry } from '../records/cases.js';
import type { Book } from '../records/book.js';
import { namedIn, type RawAct, type Register } from './admit.js';

/** A unit as its latest cycle lists it, and all its cases. */
async function unitIn(book: Book, id: string): Promise<{ unit: Unit; cases: readonly CaseEntry[] } | undefined> {
  const cases = await book.casesOf(id);
  const latest = cases.reduce<(typeof cases)[number] | undefined>(
    (found, one) => (found && found.cycle >= one.cycle ? found : one),
    undefined,
  );
  const listed = latest && (await listedIn(book.pool, latest.caseId));
  if (!listed) return undefined;
  // the entry as acts on the register have left it: another district, gone from the list
  return { unit: listed.since.reduce(entryAfter, listed.unit), cases };
}

/** What the door has to know for one act: the units it names that are in the register, and the cycles in which all of them have cases. */
export async function registerFor(book: Book, raw: RawAct): Promise<{ register: Register; cycles: readonly number[] }> {
  const named = new Set([unitOfActor(raw.by), ...(raw.for === undefined ? [] : [raw.for]), ...namedIn(raw.do, raw.with)]);
  const units = new Map<string, Unit>();
  let cycles: readonly number[] | undefined;
  for (const id of named) {
    if (!isPartyName(id)) continue;
    const found = await unitIn(book, id);
    if (!found) continue;
    units.set(id, found.unit);
    const its = [...new Set(found.cases.map(({ cycle }) => cycle))].sort((a, b) => a - b);
    cycles = cycles?.filter((cycle) => its.includes(cycle)) ?? its;
  }
  return { register: { units }, cycles: cycles ?? [] };
}
