import { entryAfter } from '../domain/cases/listing.js';
import type { Unit } from '../domain/model/case.js';
import type { Book } from '../records/book.js';
import { namedIn, type RawAct, type Register } from './admit.js';

/** A unit as its latest cycle lists it, and that cycle. */
export async function unitIn(book: Book, id: string): Promise<{ unit: Unit; cycle: number } | undefined> {
  const cases = await book.casesOf(id);
  const latest = cases.reduce<(typeof cases)[number] | undefined>(
    (found, one) => (found && found.cycle >= one.cycle ? found : one),
    undefined,
  );
  const record = latest && (await book.readCase(latest.caseId));
  if (!record) return undefined;
  // the entry as acts on the register have left it: another district, gone from the list
  const unit = record.events.reduce(entryAfter, record.opening.unit);
  return { unit, cycle: record.cycle };
}

/** What the door has to know for one act: the units it names that are in the register, and the cycle they are in. */
export async function registerFor(book: Book, raw: RawAct): Promise<{ register: Register; cycle?: number }> {
  const named = new Set([raw.by, ...(raw.for === undefined ? [] : [raw.for]), ...namedIn(raw.do, raw.with)]);
  const units = new Map<string, Unit>();
  let cycle: number | undefined;
  for (const id of named) {
    const found = await unitIn(book, id);
    if (!found) continue;
    units.set(id, found.unit);
    cycle = Math.max(cycle ?? found.cycle, found.cycle);
  }
  return { register: { units }, ...(cycle === undefined ? {} : { cycle }) };
}
