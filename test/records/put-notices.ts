import type { Book } from '../../records/book.js';
import { instantFrom } from '../../domain/model/instant.js';

/** This very moment, as people write it. */
export const beijing = (): string => new Date(Date.now() + 28_800_000).toISOString().slice(0, 23).replace('T', ' ');
export const at = (when: string): number => instantFrom(`${when.replace(' ', 'T')}+08:00`);

export interface Put {
  readonly to: string;
  readonly at: string;
  readonly template?: string;
  readonly duty?: string;
  readonly say?: object;
  readonly unit?: string;
  readonly role?: string;
  readonly except?: string;
}
let count = 0;
/** Notices as steps of the case P-1/2024 leave them, for `district/chaoyang`. */
export const putNotices = async (book: Book, all: readonly Put[]): Promise<void> => {
  const rows = all.map((one) => {
    const [kind = '', party = ''] = one.to.split('/');
    count += 1;
    return {
      id: `n/${String(count).padStart(5, '0')}`,
      kind,
      party,
      unit: 'U-1',
      template: 'reminder',
      say: {},
      ...one,
      at: at(one.at),
    };
  });
  await book.pool.query(
    `insert into outbox (id, case_id, unit, party_kind, party, role, except_person, template, duty, at, say)
      select r.id, 'P-1/2024', r.unit, r.kind, r.party, r.role, r.except, r.template, r.duty, r.at, r.say
      from jsonb_to_recordset($1::jsonb) r (id text, unit text, kind text, party text, role text, "except" text, template text, duty text, at bigint, say jsonb)`,
    [JSON.stringify(rows)],
  );
};
