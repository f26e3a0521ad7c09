import type pg from 'pg';
import type { Notice } from '../domain/letters/letter.js';
import type { Party } from '../domain/model/party.js';
import type { Template } from '../domain/model/step.js';

/** 通知: one thing to tell one party, as it waits in the outbox or stands in its letter. Its id is stable. */
export interface OutboxNotice extends Notice {
  readonly id: string;
  readonly caseId: string;
  readonly party: Party;
  readonly say: Readonly<Record<string, string>>;
  /** The letter that it stands in, once that is made. */
  readonly letter?: string;
}

interface Row {
  id: string;
  case_id: string;
  unit: string;
  party: Party;
  template: Template;
  duty: string | null;
  at: string;
  say: Record<string, string>;
  letter: string | null;
}

const noticeOf = (row: Row): OutboxNotice => ({
  id: row.id,
  caseId: row.case_id,
  unit: row.unit,
  party: row.party,
  template: row.template,
  ...(row.duty === null ? {} : { duty: row.duty }),
  at: Number(row.at),
  say: row.say,
  ...(row.letter === null ? {} : { letter: row.letter }),
});

const PARTY = `jsonb_strip_nulls(jsonb_build_object('kind', o.party_kind, 'id', o.party, 'role', o.role, 'except', o.except_person)) as party`;
const COLUMNS = `o.id, o.case_id, o.unit, ${PARTY}, o.template, o.duty, o.at, o.say, o.letter`;
const IN_ORDER = 'order by o.at, o.unit collate "C", o.template collate "C", o.party collate "C", o.id collate "C"';

/** Which notices to read: all of them, a unit's, a case's, or only those that have not gone out. */
export interface NoticeFilter {
  readonly unit?: string;
  readonly caseId?: string;
  /** Only those in no letter yet, or in one that is still on its way to somebody. */
  readonly waiting?: boolean;
}

const READ = `select ${COLUMNS} from outbox o
  where ($1::text is null or o.unit = $1) and ($2::text is null or o.case_id = $2)
    and (not $3 or o.letter is null
      or exists (select from deliveries d where d.letter = o.letter and d.sent_at is null and d.refused_at is null)) ${IN_ORDER}`;

/** Notices sorted by instant, unit, template, party. */
export const noticesOf = async (db: Pick<pg.ClientBase, 'query'>, filter: NoticeFilter = {}): Promise<OutboxNotice[]> => {
  const values = [filter.unit ?? null, filter.caseId ?? null, filter.waiting ?? false];
  return (await db.query<Row>({ name: 'outbox-read', text: READ, values })).rows.map(noticeOf);
};

const IN_LETTERS = `select ${COLUMNS} from outbox o where o.letter = any ($1) ${IN_ORDER}`;

/** What stands in letters, by letter. */
export async function noticesIn(
  db: Pick<pg.ClientBase, 'query'>,
  letters: readonly string[],
): Promise<Map<string, OutboxNotice[]>> {
  const { rows } = await db.query<Row>({ name: 'notices-in-letters', text: IN_LETTERS, values: [letters] });
  const found = new Map<string, OutboxNotice[]>();
  for (const row of rows) {
    const notice = noticeOf(row);
    const name = notice.letter ?? '';
    found.set(name, [...(found.get(name) ?? []), notice]);
  }
  return found;
}
