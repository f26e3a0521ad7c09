import type pg from 'pg';
import { touchesAccount } from '../domain/carry/carry.js';
import { blank, dueNext, fold, onAct, onInstant, openingStep, type Opening } from '../domain/cases/case.js';
import type { Case } from '../domain/model/case.js';
import { isoOf } from '../domain/model/instant.js';
import { isRefusal } from '../domain/model/refusal.js';
import { letIn, type NamedAct, type NewEvent, type Step } from '../domain/model/step.js';
import type { Database } from '../ledger/one-row.js';
import { noteAttempt } from './attempts.js';
import { canonical } from './chain.js';
import { readingAll } from './connection.js';
import { stepsSince } from './history.js';
import type { StoredStep } from './posted.js';

/**
 * A step since the last anchor that its case, asked anew, does not make of its cause: an instant at which nothing is due, other events than the
 * instant or the act gives. It is no alarm: on the day on which the program changes, steps of the version before may lawfully differ.
 */
export interface StepDifference {
  readonly check: 'step-differs';
  /** The case, with the number of the step's first event. */
  readonly subject: string;
  readonly found: string;
}

interface Row {
  readonly case_id: string;
  readonly opening: Opening;
  readonly since: number;
}

const KINDS = ['compliance-cycle', 'monthly-evidence', 'general-report', 'verification'];
const PAGE = 100;
const MOVED = `select c.case_id, c.opening, coalesce(l.seq, 0) as since from cases c left join lateral
    (select seq from anchored_heads a where a.case_id = c.case_id order by day desc limit 1) l on true
  where c.case_id > $1 and c.kind = any ($2) and c.seq > coalesce(l.seq, 0) order by c.case_id limit ${String(PAGE)}`;

interface Asked {
  readonly id: string;
  readonly do: string;
  readonly by: string;
  readonly approvedBy: string | null;
  readonly at: number;
  readonly with: unknown;
}
/** What was asked of a case to decide; what another decided it was told. */
const ASKED = `select r.act_id as id, r.do_what as do, r.by, r.approved_by as "approvedBy", r.stamp::float8 as at, r.body as "with"
  from acts a join requests r using (act_id) where a.case_id = $1 and a.act_id = any ($2) and a.role <> 'told'`;

const actKey = ({ key }: StoredStep): string[] => (key.startsWith('act:') ? [key.slice('act:'.length)] : []);

async function askedOf(db: Database, caseId: string, steps: readonly StoredStep[]): Promise<ReadonlyMap<string, NamedAct>> {
  const { rows } = await db.query<Asked>({ name: 'steps-asked', text: ASKED, values: [caseId, steps.flatMap(actKey)] });
  const named = rows.map(({ approvedBy, ...act }) => ({ ...act, ...(approvedBy === null ? {} : { approvedBy }) }) as NamedAct);
  return new Map(named.map((act) => [act.id, act]));
}

/** What the case makes of a cause; `undefined` where that is another's to tell; in words where it makes nothing of it. */
function anew(c: Case, opening: Opening, { key }: StoredStep, asked: ReadonlyMap<string, NamedAct>): Step | string | undefined {
  if (key === 'open') return openingStep(opening);
  if (key.startsWith('at:')) {
    const at = Number(key.slice('at:'.length));
    const due = dueNext(c);
    if (due?.at === at) return onInstant(c, at);
    return `此时没有到期事项 nothing is due then, ${due ? `the next is due at ${isoOf(due.at)}` : 'and nothing any more'}`;
  }
  const act = asked.get(key.slice('act:'.length));
  if (!act) return undefined;
  const step = onAct(c, letIn(act));
  return isRefusal(step) ? `${step.zh} ${act.do} is refused: ${step.en}` : step;
}

const FOUND_MAX = 1_500;
const plain = (event: NewEvent): string => canonical(JSON.parse(JSON.stringify(event)));

/** Events that a step has stand first; what carrying it out on the account adds comes after them, and has postings. */
function wrongWith(step: Step | string, { key, events }: StoredStep): string | undefined {
  if (typeof step === 'string') return `${key}: ${step}`;
  const stored = events.map(({ seq: _seq, request: _request, ...event }) => plain(event));
  const wanted = step.events.map(plain);
  const k = wanted.findIndex((event, n) => event !== stored[n]);
  if (k >= 0) return `${key}: 事件与其起因不符 ${stored[k] ?? 'no event'}, by its cause ${wanted[k] ?? ''}`;
  return stored.length > wanted.length && !touchesAccount(step)
    ? `${key}: 事件多于其起因 one event too many, ${stored[wanted.length] ?? ''}`
    : undefined;
}

/** Of a case the first step since its last anchor that is not what its cause gives. */
async function firstWrong(db: Database, { case_id: caseId, opening, since }: Row): Promise<StepDifference | undefined> {
  const steps = await stepsSince(db, caseId, 0);
  const asked = await askedOf(
    db,
    caseId,
    steps.filter(({ events }) => (events[0]?.seq ?? 0) > since),
  );
  const c = blank(opening);
  for (const step of steps) {
    const seq = step.events[0]?.seq ?? 0;
    const told = (found: string): StepDifference => ({
      check: 'step-differs',
      subject: `${caseId}/${String(seq)}`,
      found: found.slice(0, FOUND_MAX),
    });
    try {
      const made = seq > since ? anew(c, opening, step, asked) : undefined;
      const wrong = made === undefined ? undefined : wrongWith(made, step);
      if (wrong !== undefined) return told(wrong);
      fold(c, step.key, step.events, step.head);
    } catch (error) {
      return seq > since ? told(`${step.key}: ${error instanceof Error ? error.message : String(error)}`) : undefined;
    }
  }
  return undefined;
}

/** Every case of a unit that has moved since the last anchor is asked anew what it has made of each cause since. */
export const stepDifferences = (pool: pg.Pool): Promise<StepDifference[]> =>
  readingAll(pool, async (db) => {
    const differences: StepDifference[] = [];
    for (let last: string | undefined = ''; last !== undefined;) {
      const { rows }: pg.QueryResult<Row> = await db.query<Row>({ name: 'steps-moved', text: MOVED, values: [last, KINDS] });
      for (const row of rows) {
        const wrong = await firstWrong(db, row);
        if (wrong) differences.push(wrong);
      }
      last = rows.at(-1)?.case_id;
    }
    return differences;
  });

/** The same, kept for operators: once it is anchored nothing tells it apart any more. */
export async function noteStepDifferences(pool: pg.Pool): Promise<StepDifference[]> {
  const differences = await stepDifferences(pool);
  for (const { check, subject, found } of differences) {
    const caseId = subject.slice(0, subject.lastIndexOf('/'));
    await noteAttempt(pool, caseId, `${check} ${subject}`, found, { event: subject });
  }
  return differences;
}
