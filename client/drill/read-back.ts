import { differencesIn } from '../../records/inspect.js';
import { viewDifferences } from '../../records/verify-views.js';
import { blank, fold, type Opening } from '../../domain/cases/case.js';
import type { Book } from '../../records/book.js';
import { buildOutcome, type Outcome, type PlayedCase, type PlayedUnit, type RefusedAct } from '../../simulator/outcome.js';
import type { Scenario } from '../../simulator/scenario.js';
import { placeOf } from './schedule.js';

const AT_A_TIME = 8;

async function mapped<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < all.length; at += AT_A_TIME)
    results.push(...(await Promise.all(all.slice(at, at + AT_A_TIME).map(work))));
  return results;
}

/** A case folded again from what the book holds, and from nothing else. */
async function readCase(book: Book, caseId: string): Promise<PlayedCase> {
  const record = await book.readCase(caseId);
  if (!record) throw new Error(`case ${caseId} is not in the book`);
  const folded = blank(record.opening);
  for (const step of record.steps) fold(folded, step.key, step.events, step.head);
  return { case: folded, events: record.events };
}

async function readUnit(book: Book, openings: readonly Opening[], id: string): Promise<PlayedUnit> {
  const own = openings.filter(({ unit }) => unit.id === id);
  const account = await book.account(id);
  if (!account || !own[0]) throw new Error(`unit ${id} has no account in the book`);
  return { unit: own[0].unit, cases: await mapped(own, (opening) => readCase(book, opening.id)), account };
}

/** The outcome of a play as the database tells it. Throws where its own books do not agree with each other. */
export async function readBack(book: Book, scenario: Scenario, openings: readonly Opening[]): Promise<Outcome> {
  const units = await mapped(scenario.units, ({ id }) => readUnit(book, openings, id));
  // a case that only hears of what another decided says no where it changes nothing there
  const noes = (await book.actsRefused()).filter(({ role }) => role !== 'after');
  const refused = new Map(noes.map((act) => [act.askedAs, act]));
  const refusals = [...refused.values()].flatMap(({ askedAs, refusal }): RefusedAct[] =>
    refusal ? [{ act: placeOf(askedAs), refusal }] : [],
  );
  const mails = (await book.outboxOf()).map(({ recipient, ...mail }) => ({ ...mail, to: recipient }));
  const { balanced } = await book.ledgerTotals();
  const { wrong } = await book.verifyChains();
  const [difference] = [...(await differencesIn(book.pool)), ...(await viewDifferences(book.pool))];
  const outcome = buildOutcome({ scenario, units, mails, refusals });
  if (!balanced) throw new Error('the postings of the ledger do not balance');
  if (difference) throw new Error(`the checker found ${difference.check} at ${difference.subject}: ${difference.found}`);
  if (wrong) throw new Error(`the chain of case ${wrong.caseId} is broken at event ${String(wrong.seq)} (${wrong.what})`);
  return outcome;
}
