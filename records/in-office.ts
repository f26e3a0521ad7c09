import { PEOPLE } from '../domain/people/people.js';
import type { Role } from '../domain/people/roles.js';
import { oneRow, type Database } from '../ledger/one-row.js';

/** An officer of the city, by whom something is decided. */
export interface Office {
  readonly person: string;
  readonly role: Role;
}

const HOLD = 'select from cases where case_id = $1 for share';
const STANDS = `select exists (select from acts where case_id = $1 and state in ('stored', 'ready')) as "isOpen",
  exists (select from appointments a join persons p using (person)
    where a.person = $2 and a.kind = 'city' and a.role = $3 and a.from_at <= business_now()
      and (a.until_at is null or a.until_at > business_now()) and p.suspended_at is null and p.erased_at is null) as "isHeld"`;

/**
 * Whether somebody holds an office at the stamp that this transaction gives; until it ends nobody is appointed, and nobody's office ends.
 * `open`: something about people is stored and not decided, which may be just that.
 */
export async function standsIn(db: Database, { person, role }: Office): Promise<'held' | 'not-held' | 'open'> {
  await db.query({ name: 'office-hold', text: HOLD, values: [PEOPLE] });
  const stands = await oneRow<{ isOpen: boolean; isHeld: boolean }>(db, 'office', STANDS, [PEOPLE, person, role]);
  if (stands.isOpen) return 'open';
  return stands.isHeld ? 'held' : 'not-held';
}
