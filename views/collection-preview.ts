import { previewCollection } from '../domain/carry/preview.js';
import { isoOf, startOf, type Instant } from '../domain/model/instant.js';
import type { Case } from '../domain/model/case.js';
import { refuse, type Refusal } from '../domain/model/refusal.js';
import type { Book } from '../records/book.js';
import { readRun } from '../records/cases.js';

/** The unit's latest key case; none where the book has none. */
async function latestCase(book: Book, unit: string): Promise<Case | undefined> {
  const cases = (await book.casesOf(unit)).filter(({ kind }) => kind === 'compliance-cycle');
  const latest = cases.sort((a, b) => b.cycle - a.cycle)[0];
  return latest && (await readRun(book.pool, latest.caseId))?.case;
}

/** What a collection would take of what is on a unit's account now: at an instant, or when it is due. Writes nothing. */
export async function foreseeCollection(book: Book, unit: string, at?: Instant) {
  const c = await latestCase(book, unit);
  if (!c) return refuse('unknown-unit', `账簿中没有 ${unit} 的履约案件`, `no compliance cycle of ${unit} is in the book`);
  const account = await book.account(unit);
  const record = c.duties['collection'];
  if (c.facts.confirmed === undefined || !record || !account) return tooEarly(unit);
  if (c.facts.collectedAt !== undefined) return collected(unit, c.facts.collectedAt);
  const when = at ?? startOf(record.dueOn);
  const { owed, moves, covered, shortfall, expires, rectificationDueOn } = previewCollection(c, account, when);
  return {
    ...{ unit, name: c.unit.name, case: c.id, at: isoOf(when), dueOn: record.dueOn, owed, moves, ...covered, shortfall, expires },
    rectificationDueOn: rectificationDueOn ?? null,
  };
}

const tooEarly = (unit: string): Refusal =>
  refuse('too-early', `${unit} 的碳排放量尚未核定，尚无应清缴量`, 'the emissions are not confirmed: nothing is owed yet');

const collected = (unit: string, at: Instant): Refusal =>
  refuse('already-done', `${unit} 已于 ${isoOf(at)} 收缴`, 'the collection has run; see luyue status');
