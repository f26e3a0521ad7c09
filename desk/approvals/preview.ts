import { sum, type Amount } from '../../domain/model/amount.js';
import { otherUnitOf } from '../../domain/carry/carry.js';
import { onAct } from '../../domain/cases/case.js';
import type { Account } from '../../domain/model/account.js';
import type { Instant } from '../../domain/model/instant.js';
import type { Json } from '../../domain/model/json.js';
import { isRefusal, type Refusal } from '../../domain/model/refusal.js';
import { letIn, type AskedAct, type NamedAct, type NewEvent } from '../../domain/model/step.js';
import { judge } from '../../records/any-case.js';
import type { Book } from '../../records/book.js';
import { readRun } from '../../records/whole-cases.js';
import { canonical, sha256 } from '../../records/chain.js';
import { inLanes } from '../lanes.js';
import { Foretold } from './foretell.js';

/** A line as it was planned: the act, and the case that is to decide it; none where the desk decides by itself. */
export interface PlannedLine {
  readonly line: number;
  readonly act: AskedAct;
  readonly unit?: string;
  readonly caseId?: string;
  /** Why it cannot even be planned any more. */
  readonly no?: Refusal;
}

/** What a line would do if it were approved now, by the same pure functions that will decide it. */
export interface PreviewLine {
  readonly line: number;
  readonly act: string;
  readonly for?: string;
  readonly with: Json;
  readonly state: 'would-be-done' | 'would-be-refused';
  readonly refusal?: { readonly code: string; readonly message: { readonly zh: string; readonly en: string } };
  readonly events?: readonly { readonly event: string; readonly duty?: string; readonly dueOn?: string; readonly with?: Json }[];
  /** Allowances on the unit's account before and after; not part of the digest. */
  readonly allowances?: { readonly before: Amount; readonly after: Amount };
  /** Of what it would do, not of balances that it does not touch. */
  readonly digest: string;
}

export interface Preview {
  readonly digest: string;
  readonly totals: { readonly lines: number; readonly wouldBeDone: number; readonly wouldBeRefused: number };
  readonly lines: readonly PreviewLine[];
}

/** A preview, and where the cases stood that it was made from. */
export interface Previewed {
  readonly preview: Preview;
  readonly seqs: ReadonlyMap<string, number>;
}

/** Cases looked at side by side: what is asked of them in the same breath is asked once. */
const AT_A_TIME = 100;

const allowancesOf = (account: Account | undefined): Amount =>
  sum((account?.lots ?? []).flatMap(({ product, quantity }) => (product === 'allowance' ? [quantity] : [])));

/** Who approves is not what is approved; nor is what the door keeps with an act, to decide it by. */
const withoutNames = (brings: Json | undefined): Json | undefined => {
  if (typeof brings !== 'object' || brings === null || Array.isArray(brings)) return brings;
  const { approvedBy: _who, restsOn: _kept, ...rest } = brings as Readonly<Record<string, Json>>;
  return rest;
};

const shown = ({ type, duty, dueOn, with: brings }: NewEvent) => {
  const told = withoutNames(brings);
  return {
    event: type,
    ...(duty === undefined ? {} : { duty }),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(told === undefined ? {} : { with: told }),
  };
};

interface Seen {
  readonly events: readonly NewEvent[] | Refusal;
  readonly allowances?: PreviewLine['allowances'];
}

const lineOf = ({ line, act, unit }: PlannedLine, { events, allowances }: Seen): PreviewLine => {
  const about = { act: act.do, ...(unit === undefined ? {} : { for: unit }), with: withoutNames(act.with) ?? act.with };
  const does = isRefusal(events) ? { refused: events.refused } : { events: events.map(shown) };
  const digest = `sha256:${sha256(canonical({ ...about, ...does }))}`;
  if (isRefusal(events)) {
    const { refused: code, zh, en } = events;
    return { line, ...about, state: 'would-be-refused', refusal: { code, message: { zh, en } }, digest };
  }
  return { line, ...about, state: 'would-be-done', events: events.map(shown), ...(allowances ? { allowances } : {}), digest };
};

/** Looks at the lines of one case, one after the other: each finds what those before it would have done. */
async function look(book: Book, caseId: string, lines: readonly PlannedLine[], at: Instant): Promise<[PreviewLine[], number]> {
  const run = await readRun(book.pool, caseId);
  const [first] = lines;
  const acts = lines.map((one) => ({ ...one.act, id: `preview-${String(one.line)}` }));
  if (!run) {
    const judged = await judge(book.pool, caseId);
    const seen: PreviewLine[] = [];
    for (const [k, one] of lines.entries()) {
      const answer = await judged?.onAct({ ...(acts[k] as Omit<NamedAct, 'at'>), at });
      const events = isRefusal(answer) ? answer : answer && 'events' in answer ? (answer.events as readonly NewEvent[]) : [];
      seen.push(lineOf(one, { events }));
    }
    return [seen, judged?.seq ?? 0];
  }
  const { seq } = run.case;
  const foretold = new Foretold(run.case, await book.account(first?.unit ?? run.case.unit.id));
  const seen = lines.map((one, k): PreviewLine => {
    const act = letIn({ ...(acts[k] as Omit<NamedAct, 'at'>), at });
    const step = onAct(run.case, { ...act, at: Math.max(at, run.case.playedTo) });
    if (!isRefusal(step) && otherUnitOf(step) !== undefined) return lineOf(one, { events: step.events });
    const before = allowancesOf(foretold.account);
    const events = foretold.foretell(act, at);
    return lineOf(one, { events, allowances: { before, after: allowancesOf(foretold.account) } });
  });
  return [seen, seq];
}

/** What a proposal would do if it were approved at an instant. Writes nothing. */
export async function previewOf(book: Book, planned: readonly PlannedLine[], at: Instant): Promise<Previewed> {
  const byCase = new Map<string, PlannedLine[]>();
  const lines: PreviewLine[] = [];
  for (const one of planned)
    if (one.caseId === undefined || one.no) lines.push(lineOf(one, { events: one.no ?? [] }));
    else byCase.set(one.caseId, [...(byCase.get(one.caseId) ?? []), one]);
  const seqs = new Map<string, number>();
  const failures = await inLanes(AT_A_TIME, [...byCase], undefined, async ([caseId, its]) => {
    const [seen, seq] = await look(book, caseId, its, at);
    lines.push(...seen);
    seqs.set(caseId, seq);
  });
  if (failures.length > 0) throw failures[0];
  lines.sort((a, b) => a.line - b.line);
  const wouldBeDone = lines.filter(({ state }) => state === 'would-be-done').length;
  const totals = { lines: lines.length, wouldBeDone, wouldBeRefused: lines.length - wouldBeDone };
  return { preview: { digest: digestOf(lines.map(({ digest }) => digest)), totals, lines }, seqs };
}

/** Of one line its own digest, of many the digest of theirs. */
const digestOf = (lines: readonly string[]): string =>
  lines.length === 1 && lines[0] !== undefined ? lines[0] : `sha256:${sha256(canonical(lines))}`;
