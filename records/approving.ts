import type pg from 'pg';
import { onApprovalAct } from '../domain/approvals/acts.js';
import { blankApproval, foldApproval, type Approval, type ApprovalOpening } from '../domain/approvals/approval.js';
import type { Instant } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import type { NamedAct } from '../domain/model/step.js';
import { oneRow, type Database } from '../ledger/one-row.js';
import { refuseAct, storeRequest, storeRequests, type Filing, type Storing } from './acts.js';
import { APPROVAL, endApproval, nextApproval, readApproval, type ProposedLine } from './approvals.js';
import { codeOf, inTransaction, withRetries, type Outcome } from './connection.js';
import { enterPlain, takePlain } from './plain-case.js';

/** A request of the desk's about an approval: what it brings is added when it is decided. */
export type About = Omit<Filing, 'with' | 'cases' | 'stamp' | 'atLeast' | 'state' | 'refusal'>;

/** Known: the same asker's same id was stored before. */
export type Proposed =
  | { readonly approval: string; readonly at: Instant; readonly lapsesOn: string }
  | { readonly known: Storing };

const STAMP = 'select stamp_for($1)::float8 as at';
const STAMP_IN_OFFICE = 'select stamp_in_office($1, $2)::float8 as at';
const TAKEN = '23505';

const actOf = (about: About, { act, stamp }: Storing, brings: Json): NamedAct => ({
  id: act,
  do: about.do,
  by: about.by,
  at: stamp,
  with: brings,
});

/** Takes an act of an approval in the transaction that stores it. Answers the approval as it stands then. */
async function take(db: Database, a: Approval, act: NamedAct): Promise<Approval | Refusal> {
  const step = onApprovalAct(a, act);
  if (isRefusal(step)) return step;
  const { id: caseId } = a.opening;
  const answer = await takePlain(db, { caseId, seq: a.seq, head: a.head, step, act });
  if (!answer || !('events' in answer)) throw new Error(`${caseId}: ${step.key} was not written with its case held`);
  foldApproval(a, step.key, answer.events, answer.head);
  return a;
}

const INSERT = `insert into approvals (approval, case_id, act_id, cycle, act, proposed_by, person, stamp, lapses_on)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const INSERT_LINES = `insert into approval_lines (approval, line, about, act, for_unit, cycle, body)
  select $1, l.line, l.about, l.act, l."for", l.cycle, l."with"
  from jsonb_to_recordset($2) l (line int, about text, act text, "for" text, cycle int, "with" jsonb)`;

/**
 * Stores what an officer proposes: the request, its approval's case and first event, its lines, in one transaction. `undefined`: the same act
 * about the same is proposed already and waits.
 */
export async function storeProposal(
  pool: pg.Pool,
  {
    about,
    brings,
    cycle,
    lines,
    opening,
  }: {
    readonly about: About;
    readonly brings: Json;
    readonly cycle: number;
    readonly lines: readonly ProposedLine[];
    readonly opening: (caseId: string, approval: string, at: Instant) => ApprovalOpening;
  },
): Promise<Proposed | undefined> {
  const store = (): Promise<Proposed> =>
    inTransaction(pool, async (db): Promise<Outcome<Proposed>> => {
      const { at } = await oneRow<{ at: number }>(db, 'stamp-for', STAMP, [[]]);
      const { approval, caseId } = await nextApproval(db, cycle);
      const opens = opening(caseId, approval, at);
      await enterPlain(db, caseId, { kind: APPROVAL, subject: APPROVAL, cycle, opening: opens, at });
      const cases = [{ case: caseId, role: 'decides' as const }];
      const stored = await storeRequest(db, { ...about, with: brings, cases, atLeast: at });
      if (stored.known) return { undo: { known: stored } };
      const a = await take(db, blankApproval(opens), actOf(about, stored, brings));
      if (isRefusal(a)) throw new Error(`${caseId}: ${a.en}`);
      const { act, proposedBy, person, lapsesOn } = opens;
      await db.query(INSERT, [approval, caseId, stored.act, cycle, act, proposedBy, person, stored.stamp, lapsesOn]);
      await db.query(INSERT_LINES, [approval, JSON.stringify(lines)]);
      return { keep: { approval, at: stored.stamp, lapsesOn } };
    });
  try {
    return await withRetries(store);
  } catch (error) {
    const { constraint } = error as { readonly constraint?: string };
    if (codeOf(error) === TAKEN && constraint === 'approval_lines_once') return undefined;
    throw error;
  }
}

/** What an act of an approval comes to, with everything held: what it brings, and the acts that are stored under its stamp. */
export interface Looked {
  readonly brings: Json;
  readonly acts: readonly { readonly line: number; readonly filing: Omit<Filing, 'atLeast' | 'causedBy'> }[];
}

/** How it ended: with the number of each act that was stored; known before; refused, which is kept; `undone`, of which nothing is kept. */
export type Decided =
  | {
      readonly approval: Approval;
      readonly acts: readonly { readonly line: number; readonly act: string }[];
      readonly at: Instant;
    }
  | { readonly known: Storing }
  | { readonly no: Refusal }
  | { readonly undone: Refusal };

const HOLD = 'select case_id, seq from cases where case_id = any ($1) order by case_id for no key update';
const LINES_TAKEN = `update approval_lines l set waiting = false, act_id = s.act
  from jsonb_to_recordset($2) s (line int, act text) where l.approval = $1 and l.line = s.line`;
const LINES_LEFT = 'update approval_lines set waiting = false where approval = $1 and waiting and not line = any ($2)';

const stampOf = (db: Database, cases: readonly string[], office: About['office']): Promise<{ at: number }> =>
  office
    ? oneRow(db, 'stamp-in-office', STAMP_IN_OFFICE, [cases, JSON.stringify(office)])
    : oneRow(db, 'stamp-for', STAMP, [cases]);

/**
 * Stores what somebody decides about an approval, and under the same stamp, in the same transaction, the acts that come of it: with its case
 * and every case concerned held. `look` is told where each of them stands. Throws where whoever decides is not in office then (`notStanding`).
 */
export function storeDecision(
  pool: pg.Pool,
  {
    approval,
    about: { office, ...about },
    concerned,
    look,
  }: {
    readonly approval: string;
    readonly about: About;
    readonly concerned: readonly string[];
    readonly look: (
      a: Approval,
      at: Instant,
      seqs: ReadonlyMap<string, number>,
    ) => Looked | Refusal | { readonly undone: Refusal };
  },
): Promise<Decided> {
  const decide = (): Promise<Decided> =>
    inTransaction(pool, async (db): Promise<Outcome<Decided>> => {
      const opened = await readApproval(db, approval);
      if (!opened) throw new Error(`${approval} is not in the book`);
      const caseId = opened.opening.id;
      const all = [...new Set([caseId, ...concerned])];
      const held = await db.query<{ case_id: string; seq: number }>({ name: 'approval-hold', text: HOLD, values: [all] });
      const a = (await readApproval(db, approval)) ?? opened;
      const { at } = await stampOf(db, all, office);
      const seen = look(a, at, new Map(held.rows.map((row) => [row.case_id, row.seq])));
      if ('undone' in seen) return { undo: seen };
      const brings = isRefusal(seen) ? {} : seen.brings;
      const cases = [{ case: caseId, role: 'decides' as const }];
      const stored = await storeRequest(db, { ...about, with: brings, cases, atLeast: at });
      if (stored.known) return { undo: { known: stored } };
      const taken = isRefusal(seen) ? seen : await take(db, a, actOf(about, stored, brings));
      if (isRefusal(taken) || isRefusal(seen)) {
        const refused = isRefusal(taken) ? taken : (seen as Refusal);
        await refuseAct(db, stored.act, caseId, refused);
        return { keep: { no: refused } };
      }
      const acts = await storeActs(db, taken, seen, { ...stored, at });
      return { keep: { approval: taken, acts, at: stored.stamp } };
    });
  return withRetries(decide);
}

async function storeActs(
  db: Database,
  a: Approval,
  { acts }: Looked,
  { act: cause, at }: Storing & { readonly at: Instant },
): Promise<{ line: number; act: string }[]> {
  const { approval, id: caseId } = a.opening;
  // a rehearsal's case has a clock of its own, and its act a stamp by it
  const filings = acts.map(({ filing }) => ({
    ...filing,
    ...(filing.stamp === undefined ? { atLeast: at } : {}),
    causedBy: cause,
  }));
  const concerned = new Set<string>();
  const stored = (await storeRequests(db, filings)).map(({ act, known, stamp }, n) => {
    const { line, filing } = acts[n] as Looked['acts'][number];
    // lines of one case come one after the other, each in the millisecond after the one before
    const follows = filing.cases.some((one) => concerned.has(one.case));
    for (const one of filing.cases) concerned.add(one.case);
    if (known || (filing.stamp === undefined && (follows ? stamp < at : stamp !== at)))
      throw new Error(`${approval}: line ${String(line)} was not stored under the stamp of its approval`);
    return { line, act };
  });
  await db.query({ name: 'approval-lines-taken', text: LINES_TAKEN, values: [approval, JSON.stringify(stored)] });
  await db.query({ name: 'approval-lines-left', text: LINES_LEFT, values: [approval, a.open] });
  if (a.state !== 'waiting') await endApproval(db, caseId);
  return stored;
}
