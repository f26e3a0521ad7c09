import { cycleOfDocument } from '../documents/drafts/filing.js';
import { askedBesides } from '../domain/duties/further-filing.js';
import type { Case } from '../domain/model/case.js';
import type { Json } from '../domain/model/json.js';
import { unitOfActor } from '../domain/model/names.js';
import type { Refusal } from '../domain/model/refusal.js';
import type { Book } from '../records/book.js';
import { readRun } from '../records/whole-cases.js';
import { sidesOf, type RawAct } from './admit.js';
import { badInput } from './parse.js';

/** Acts on the account alone: their event stands in the case that keeps the account. */
const OF_THE_ACCOUNT = ['settle-trade', 'cancel', 'freeze-account', 'unfreeze-account', 'move-allowances'];

const fieldOf = (brings: Json | undefined, field: string): unknown =>
  typeof brings === 'object' && brings !== null && !Array.isArray(brings) ? (brings as Record<string, Json>)[field] : undefined;

/** What in a case shows that an act can only mean it. */
const MEANS: Readonly<Record<string, (c: Case, brings: Json | undefined) => boolean>> = {
  'decide-adjustment': (c) => c.facts.adjustment?.state === 'applied',
  'decide-offsets': (c) => c.facts.offsets?.state === 'applied',
  'submit-further-filing': (c, brings) => Object.hasOwn(c.duties, askedBesides(c, String(fieldOf(brings, 'filing')))),
  'submit-verifier-filing': (c, brings) => Object.hasOwn(c.duties, `verifier-filing/${String(fieldOf(brings, 'filing'))}`),
  'reverse-movement': (c, brings) => c.facts.movements.some(({ event }) => event === fieldOf(brings, 'event')),
};

/** The month that an act is about, in its own words or in a duty's. */
const monthIn = (brings: Json | undefined): string | undefined => {
  const said = fieldOf(brings, 'month') ?? fieldOf(brings, 'duty');
  return typeof said === 'string' ? /\d{4}-\d{2}$/.exec(said)?.[0] : undefined;
};

const unitOf = (raw: RawAct): string => sidesOf(raw.do, raw.with)[0] ?? raw.for ?? unitOfActor(raw.by);

async function casesIn(book: Book, unit: string, cycles: readonly number[]): Promise<Case[]> {
  const found: Case[] = [];
  for (const { caseId, cycle } of await book.casesOf(unit)) {
    const run = cycles.includes(cycle) ? await readRun(book.pool, caseId) : undefined;
    if (run) found.push(run.case);
  }
  return found;
}

/** The cycles that an act can mean among several. */
async function meant(book: Book, raw: RawAct, cycles: readonly number[]): Promise<readonly number[]> {
  const document = fieldOf(raw.with, 'document');
  if (typeof document === 'string') {
    const its = await cycleOfDocument(book, document);
    return its === undefined ? cycles : cycles.filter((one) => one === its);
  }
  const unit = unitOf(raw);
  if (OF_THE_ACCOUNT.includes(raw.do)) {
    const text = 'select c.cycle from accounts a join cases c on c.case_id = a.case_id where a.unit = $1';
    const { rows } = await book.pool.query<{ cycle: number }>({ name: 'account-cycle', text, values: [unit] });
    return rows.map(({ cycle }) => cycle);
  }
  const month = monthIn(raw.with);
  const shows = Object.hasOwn(MEANS, raw.do) ? MEANS[raw.do] : undefined;
  if (month === undefined && !shows) return cycles;
  const ofIt = (c: Case): boolean =>
    month === undefined
      ? shows?.(c, raw.with) === true
      : c.kind === 'monthly-evidence' && String(c.terms.evidenceYear) === month.slice(0, 4);
  return [...new Set((await casesIn(book, unit, cycles)).filter(ofIt).map(({ terms }) => terms.cycle))];
}

/** The answer to an act that can be meant of several cycles. */
export const mustBeNamed = (cycles: readonly number[]): Refusal =>
  badInput(['cycle'], `请指明周期：${cycles.join('、')}`, `must be named, it can be ${cycles.join(' or ')}`);

/**
 * The cycle that an act is of: the one that is named, or the only one that can be meant. Never the latest by itself: a penalty of
 * last year must not land in this one. 0 where none of the units named has a case: the door will say so.
 */
export async function cycleOf(book: Book, raw: RawAct, cycles: readonly number[], named?: string): Promise<number | Refusal> {
  if (named !== undefined) {
    const cycle = Number(named);
    if (!/^\d{4}$/.test(named) || (cycles.length > 0 && !cycles.includes(cycle)))
      return badInput(
        ['cycle'],
        `此单位没有周期 ${named}；有 ${cycles.join('、')}`,
        `is none of this unit's: ${cycles.join(', ')}`,
      );
    return cycle;
  }
  const [only = 0, ...others] = cycles;
  if (others.length === 0) return only;
  const can = await meant(book, raw, cycles);
  const [one] = can;
  if (one !== undefined && can.length === 1) return one;
  return mustBeNamed(can.length > 1 ? can : cycles);
}
