import type { AccountName } from '../domain/model/account.js';
import { isoOf, type Instant } from '../domain/model/instant.js';
import { statementOf, type StatementLine } from '../ledger/statement.js';
import type { Book } from '../records/book.js';

/** A line of a statement as it is shown. */
export type ShownLine = Omit<StatementLine, 'at' | 'recordedAt'> & {
  readonly at: string;
  readonly recordedAt: string;
  /** What caused it: the collection where its step collects, else the first event of its step. */
  readonly event?: string;
};

/** Every movement of an account with its cause. */
export interface Statement {
  readonly account: AccountName;
  readonly lines: readonly ShownLine[];
}

export interface StatementQuestion {
  readonly asOf?: Instant;
  readonly knownAt?: Instant;
}

export const shownLine = ({ at, recordedAt, ...line }: StatementLine): ShownLine => ({
  at: isoOf(at),
  recordedAt: isoOf(recordedAt.getTime()),
  ...line,
});

const OTHER_SIDES = /^(issuance|taken-back|expired|cancelled|surrendered\/\d{4})$/;

/** A unit's account, or another side of the book by its own name; none where there is none. */
export async function accountNamed(book: Book, name: string): Promise<AccountName | undefined> {
  if (OTHER_SIDES.test(name)) return name as AccountName;
  return (await book.account(name)) ? `unit/${name}` : undefined;
}

/** A collection begins with the duty that was missed: what moved is told as collected. */
const CAUSES = `select coalesce(c.type, e.type) as type from unnest($1::text[], $2::int[]) with ordinality w (case_id, seq, n)
  left join events e on e.case_id = w.case_id and e.seq = w.seq
  left join events c on c.step_key = e.step_key and c.case_id = e.case_id and c.type = 'collected' order by w.n`;

const causesOf = async ({ pool }: Book, lines: readonly StatementLine[]): Promise<(string | undefined)[]> => {
  const values = [lines.map(({ caseId }) => caseId), lines.map(({ seq }) => seq)];
  const { rows } = await pool.query<{ type: string | null }>({ name: 'statement-causes', text: CAUSES, values });
  return rows.map(({ type }) => type ?? undefined);
};

/** A statement of a unit's account, or of another side of the book, in business time, up to a moment and as known at one; none where there is no such account. */
export async function statement(
  book: Book,
  name: string,
  { asOf, knownAt }: StatementQuestion = {},
): Promise<Statement | undefined> {
  const account = await accountNamed(book, name);
  if (!account) return undefined;
  const lines = await statementOf(book.pool, account, {
    ...(asOf === undefined ? {} : { at: asOf }),
    ...(knownAt === undefined ? {} : { knownAt: new Date(knownAt) }),
  });
  const causes = await causesOf(book, lines);
  return {
    account,
    lines: lines.map((line, n) => ({ ...shownLine(line), ...(causes[n] === undefined ? {} : { event: causes[n] }) })),
  };
}
