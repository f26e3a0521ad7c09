import type pg from 'pg';
import { ALARMS } from '../domain/alarms/alarms.js';
import type { AnyKind } from '../domain/model/case.js';
import { own } from '../domain/model/own.js';
import type { NewEvent } from '../domain/model/step.js';
import { PEOPLE } from '../domain/people/people.js';
import type { Database } from '../ledger/one-row.js';
import type { Anew, Asked, Made } from './anew/anew.js';
import { ofAlarms } from './anew/of-alarms.js';
import { ofApproval } from './anew/of-approval.js';
import { ofAuction } from './anew/of-auction.js';
import { ofCity } from './anew/of-city.js';
import { ofPeople } from './anew/of-people.js';
import { ofUnit } from './anew/of-unit.js';
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
  readonly kind: string;
  readonly opening: never;
  readonly since: number;
}

/** Every kind of case. */
const KINDS: Readonly<Record<AnyKind, (opening: never) => Anew>> = {
  'compliance-cycle': ofUnit,
  'monthly-evidence': ofUnit,
  'general-report': ofUnit,
  verification: ofUnit,
  'city-cycle': ofCity,
  auction: ofAuction,
  approval: ofApproval,
  [ALARMS]: ofAlarms,
  [PEOPLE]: ofPeople,
};

const PAGE = 100;
const MOVED = `select c.case_id, c.kind, c.opening, coalesce(l.seq, 0) as since from cases c left join lateral
    (select seq from anchored_heads a where a.case_id = c.case_id order by day desc limit 1) l on true
  where c.case_id > $1 and c.seq > coalesce(l.seq, 0) order by c.case_id limit ${String(PAGE)}`;

type AskedRow = Omit<Asked, 'approvedBy'> & { readonly approvedBy: string | null };
const ASKED = `select r.act_id as id, r.do_what as do, r.by, r.approved_by as "approvedBy", r.stamp::float8 as at, r.body as "with",
    a.role = 'told' as told
  from acts a join requests r using (act_id) where a.case_id = $1 and a.act_id = any ($2)`;

const actKey = ({ key }: StoredStep): string[] => (key.startsWith('act:') ? [key.slice('act:'.length)] : []);

async function askedOf(db: Database, caseId: string, steps: readonly StoredStep[]): Promise<ReadonlyMap<string, Asked>> {
  const { rows } = await db.query<AskedRow>({ name: 'steps-asked', text: ASKED, values: [caseId, steps.flatMap(actKey)] });
  return new Map(rows.map(({ approvedBy, ...act }) => [act.id, { ...act, ...(approvedBy === null ? {} : { approvedBy }) }]));
}

const FOUND_MAX = 1_500;
const plain = (event: NewEvent): string => canonical(JSON.parse(JSON.stringify(event)));

/** Events that a cause gives stand first; what carrying the step out adds comes after them. */
function wrongWith(made: Made | string, { key, events }: StoredStep): string | undefined {
  if (typeof made === 'string') return `${key}: ${made}`;
  const stored = events.map(({ seq: _seq, request: _request, ...event }) => plain(event));
  const wanted = made.events.map(plain);
  const k = wanted.findIndex((event, n) => event !== stored[n]);
  if (k >= 0) return `${key}: 事件与其起因不符 ${stored[k] ?? 'no event'}, by its cause ${wanted[k] ?? ''}`;
  const more = events.findIndex(({ type }, n) => n >= wanted.length && made.adds?.includes(type) !== true);
  return more >= 0 ? `${key}: 事件多于其起因 one event too many, ${stored[more] ?? ''}` : undefined;
}

/** Of a case the first step since its last anchor that is not what its cause gives. */
async function firstWrong(db: Database, { case_id: caseId, kind, opening, since }: Row): Promise<StepDifference | undefined> {
  const of = own(KINDS, kind);
  if (!of)
    return {
      check: 'step-differs',
      subject: `${caseId}/${String(since + 1)}`,
      found: `没有这类案件 no case is of the kind ${kind}`,
    };
  const steps = await stepsSince(db, caseId, 0);
  const isSince = ({ events }: StoredStep): boolean => (events[0]?.seq ?? 0) > since;
  const acts = await askedOf(db, caseId, steps.filter(isSince));
  const c = of(opening);
  for (const step of steps) {
    const told = (found: string): StepDifference => ({
      check: 'step-differs',
      subject: `${caseId}/${String(step.events[0]?.seq ?? 0)}`,
      found: found.slice(0, FOUND_MAX),
    });
    try {
      const made = isSince(step) ? await c.makes(step, { db, asked: (act) => acts.get(act) }) : undefined;
      const wrong = made === undefined ? undefined : wrongWith(made, step);
      if (wrong !== undefined) return told(wrong);
      c.fold(step);
    } catch (error) {
      return isSince(step) ? told(`${step.key}: ${error instanceof Error ? error.message : String(error)}`) : undefined;
    }
  }
  return undefined;
}

/** Every case that has moved since the last anchor is asked anew what it has made of each cause since. */
export const stepDifferences = (pool: pg.Pool): Promise<StepDifference[]> =>
  readingAll(pool, async (db) => {
    const differences: StepDifference[] = [];
    for (let last: string | undefined = ''; last !== undefined;) {
      const { rows }: pg.QueryResult<Row> = await db.query<Row>({ name: 'steps-moved', text: MOVED, values: [last] });
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
