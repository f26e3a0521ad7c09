import type pg from 'pg';
import { personIn, partyIn } from '../domain/people/rules.js';
import type { Instant } from '../domain/model/instant.js';
import { PERMISSIONS } from './permissions.js';

/** A pool, or a connection of it within a transaction. */
export type Database = pg.Pool | pg.PoolClient;

/** Somebody of a party, as it is shown: a number, or how scenarios spell a test person; never a name. */
export interface Colleague {
  readonly person: string;
  readonly testActor: string | null;
}

/** Kinds and roles of those who keep an inbox. */
export const KEEPERS: readonly string[] = PERMISSIONS.filter(({ what }) => what === 'claim').map(
  ({ of, role }) => `${of} ${role}`,
);

/** Whether `person` keeps the inbox of `party` at an instant: in office there, not suspended. SQL, by the names of its parts. */
export const keeps = (person: string, party: string, { at, roles }: { readonly at: string; readonly roles: string }): string =>
  `exists (select from appointments a join persons q using (person) where a.person = ${person} and a.party = ${party}
     and a.kind || ' ' || a.role = any(${roles}) and a.from_at <= ${at} and (a.until_at is null or a.until_at > ${at})
     and q.suspended_at is null and q.erased_at is null)`;

/** How acts and lists name somebody: `chaoyang/p-0007`, `chaoyang/x`. */
export const nameOf = ({ person, testActor }: Colleague, party: string): string =>
  testActor !== null && partyIn(testActor) === party ? testActor : `${party}/${person}`;

const NAMED = `select p.person, p.test_actor as "testActor" from persons p
  where (p.person = $1 or p.test_actor = $2) and ${keeps('p.person', '$3', { at: '$4::bigint', roles: '$5::text[]' })}`;

/** A colleague by number or by the name that lists show; undefined for whoever does not keep this inbox now. */
export async function colleagueNamed(db: Database, said: string, party: string, at: Instant): Promise<Colleague | undefined> {
  const person = personIn(said);
  if (person !== undefined && said !== person && partyIn(said) !== party) return undefined;
  const values = [person ?? null, said, party, at, KEEPERS];
  return (await db.query<Colleague>({ name: 'colleague-named', text: NAMED, values })).rows[0];
}
