import type pg from 'pg';
import {
  approvalCaseIdOf,
  blankApproval,
  foldApproval,
  type Approval,
  type ApprovalOpening,
  type ApprovalStep,
} from '../domain/approvals/approval.js';
import type { Day, Instant } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import { oneRow, type Database } from '../ledger/one-row.js';
import { stepsSince } from './history.js';
import { postPlain, type PostedPlain } from './plain-case.js';
import type { Answer } from './posted.js';

export const APPROVAL = 'approval';

/** One act of a proposal, as it was read and authorised when it was proposed. */
export interface ProposedLine {
  readonly line: number;
  /** What it is about: a case, an alarm, an auction. The same act about the same is not proposed twice at a time. */
  readonly about: string;
  readonly act: string;
  readonly for?: string;
  readonly cycle?: number;
  readonly with: Json;
}

/** A line and what became of it: the desk's number of the act, once it is approved. */
export interface StoredLine extends ProposedLine {
  readonly waiting: boolean;
  readonly actId?: string;
}

interface LineRow {
  line: number;
  about: string;
  act: string;
  for_unit: string | null;
  cycle: number | null;
  body: Json;
  waiting: boolean;
  act_id: string | null;
}

/** The lines of a proposal, in order. */
export const linesOf = async (db: Database, approval: string): Promise<StoredLine[]> => {
  const text = `select line, about, act, for_unit, cycle, body, waiting, act_id from approval_lines where approval = $1 order by line`;
  const { rows } = await db.query<LineRow>({ name: 'approval-lines', text, values: [approval] });
  return rows.map((row) => ({
    line: row.line,
    about: row.about,
    act: row.act,
    with: row.body,
    waiting: row.waiting,
    ...(row.for_unit === null ? {} : { for: row.for_unit }),
    ...(row.cycle === null ? {} : { cycle: row.cycle }),
    ...(row.act_id === null ? {} : { actId: row.act_id }),
  }));
};

/** The case of an approval as the book has it; undefined where there is none of that number. */
export async function readApproval(pool: Database, approval: string): Promise<Approval | undefined> {
  const text = `select c.opening from approvals a join cases c on c.case_id = a.case_id where a.approval = $1`;
  const { rows } = await pool.query<{ opening: ApprovalOpening }>({ name: 'approval-read', text, values: [approval] });
  const opening = rows[0]?.opening;
  if (!opening) return undefined;
  const a = blankApproval(opening);
  for (const { key, events, head } of await stepsSince(pool, opening.id, 0)) foldApproval(a, key, events, head);
  return a;
}

/** The same by the name of its case, for its workflow. */
export const readApprovalCase = async (pool: Database, caseId: string): Promise<Approval | undefined> => {
  const approval = /(?:^|\/)approval\/(AP-\d+)$/.exec(caseId)?.[1];
  const read = approval === undefined ? undefined : await readApproval(pool, approval);
  return read?.opening.id === caseId ? read : undefined;
};

/** The next number, and the case's name. */
export const nextApproval = async (db: Database, cycle: number): Promise<{ approval: string; caseId: string }> => {
  const text = `select 'AP-' || lpad(nextval('approval_numbers')::text, 6, '0') as approval`;
  const { approval } = await oneRow<{ approval: string }>(db, 'approval-next', text, []);
  return { approval, caseId: approvalCaseIdOf(cycle, approval) };
};

const END = `with ended as (update approvals set waiting = false where case_id = $1 returning approval)
  update approval_lines l set waiting = false from ended where l.approval = ended.approval and l.waiting`;

/** Nothing more is decided about it. */
export const endApproval = async (db: Database, caseId: string): Promise<void> => {
  await db.query({ name: 'approval-end', text: END, values: [caseId] });
};

export interface PostedApproval extends PostedPlain {
  readonly step: ApprovalStep;
}

/** Writes an instant of an approval; one that lapses frees what it was about. */
export const postApproval = (pool: pg.Pool, posted: PostedApproval): Promise<Answer> =>
  postPlain(pool, posted, {
    then: async (db) => {
      if (posted.step.events.some(({ type }) => type === 'proposal-lapsed')) await endApproval(db, posted.caseId);
    },
  });

/** What is listed of an approval; the rest is read by its number. */
export interface ApprovalEntry {
  readonly approval: string;
  readonly act: string;
  readonly cycle: number;
  readonly proposedBy: string;
  readonly at: Instant;
  readonly lapsesOn: Day;
  readonly waiting: boolean;
  /** The unit that it is about, where it is about one alone. */
  readonly for: string | null;
}

const LIST = `select approval, act, cycle, proposed_by as "proposedBy", stamp::float8 as at, lapses_on::text as "lapsesOn", waiting,
    (select case when count(*) = 1 then min(for_unit) end from approval_lines l where l.approval = a.approval) as "for"
  from approvals a
  where ($1::boolean is null or waiting = $1) and approval > $2 order by approval limit $3`;

/** Approvals by number, so many after one; those that wait, those that do not, or all. */
export const approvalsAfter = async (
  pool: pg.Pool,
  { waiting, after = '', limit }: { readonly waiting?: boolean; readonly after?: string; readonly limit: number },
): Promise<ApprovalEntry[]> =>
  (await pool.query<ApprovalEntry>({ name: 'approvals-after', text: LIST, values: [waiting ?? null, after, limit] })).rows;

/** The approval that a request proposed; undefined where it proposed none. */
export const approvalProposedBy = async (pool: pg.Pool, actId: string): Promise<string | undefined> => {
  const text = 'select approval from approvals where act_id = $1';
  return (await pool.query<{ approval: string }>({ name: 'approval-of-act', text, values: [actId] })).rows[0]?.approval;
};

/** What an approver is shown: the digest of the whole, and of each line. */
export interface Shown {
  readonly digest: string;
  readonly lines: readonly { readonly line: number; readonly digest: string }[];
}

/** Keeps what an approver is shown, so that the approval can name it by its digest. */
export const keepPreview = async (pool: pg.Pool, approval: string, { digest, lines }: Shown): Promise<void> => {
  const text = 'insert into previews (digest, approval, lines) values ($1, $2, $3) on conflict do nothing';
  const kept = JSON.stringify(lines.map(({ line, digest: its }) => [line, its]));
  await pool.query({ name: 'preview-keep', text, values: [digest, approval, kept] });
};

/** The digests of the lines that were shown under a digest; undefined where nothing was. */
export const previewShown = async (
  db: Database,
  approval: string,
  digest: string,
): Promise<ReadonlyMap<number, string> | undefined> => {
  const text = 'select lines from previews where digest = $1 and approval = $2';
  const { rows } = await db.query<{ lines: [number, string][] }>({ name: 'preview-shown', text, values: [digest, approval] });
  return rows[0] && new Map(rows[0].lines);
};
