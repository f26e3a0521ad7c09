import { cityCaseIdOf } from '../domain/model/case-ids.js';
import type { Json } from '../domain/model/json.js';
import type { Refusal } from '../domain/model/refusal.js';
import type { Book } from '../records/book.js';
import { cyclesInBook, readCity } from '../records/city-cycles.js';
import { revisionsOf } from '../regulation/load.js';
import { currentCycle } from '../regulation/named.js';
import type { RawAct } from './admit.js';
import { mustBeNamed } from './cycle-of.js';

const revisionIn = (brings: Json | undefined): unknown =>
  typeof brings === 'object' && brings !== null && 'revision' in brings ? brings['revision'] : undefined;

/** Those that are not closed; all of them where every one is. */
async function notClosed(book: Book, cycles: readonly number[]): Promise<readonly number[]> {
  const open: number[] = [];
  for (const cycle of cycles) if (!(await readCity(book.pool, cityCaseIdOf(cycle)))?.closed) open.push(cycle);
  return open.length > 0 ? open : cycles;
}

/**
 * The cycle that a decision for all cases is of, or an act on the register: the only one that can be meant, never the latest by itself. The
 * one that is current where the book has none.
 */
export async function cityCycleOf(book: Book, raw: RawAct, regulation?: string): Promise<number | Refusal> {
  const all = (await cyclesInBook(book.pool)).map(({ cycle }) => cycle);
  if (all.length === 0) return currentCycle(regulation);
  const open = all.length === 1 ? all : await notClosed(book, all);
  const revision = raw.do === 'adopt-revision' ? revisionIn(raw.with) : undefined;
  const can = open.filter((cycle) => revision === undefined || revisionsOf(cycle, regulation).includes(Number(revision)));
  const [one, ...others] = can.length > 0 ? can : open;
  return one !== undefined && others.length === 0 ? one : mustBeNamed(can.length > 0 ? can : open);
}
