import type pg from 'pg';
import { officeOf, underOffice } from '../desk/office.js';
import type { Under } from '../documents/files/files.js';
import type { Office } from '../records/in-office.js';
import type { FileRow } from '../documents/files/rows.js';
import { sendersOf } from '../documents/files/rows.js';
import type { Instant } from '../domain/model/instant.js';
import { isRefusal } from '../domain/model/refusal.js';
import type { Caller } from '../parties/caller.js';
import { entitled } from '../parties/entitled.js';
import type { Book } from '../records/book.js';
import { seen } from './answers.js';
import { unitsNamedWith } from '../documents/drafts/rows.js';
import { withoutVerifiers } from './documents-seen.js';
import { SEES_ALL } from './may-see.js';

/** For which parties somebody sends files. */
export const sendersIn = (caller: Caller, at: number): string[] => [...sendingAs(caller, at).keys()];

/** For which parties, and in which office of each. */
const sendingAs = (caller: Caller, at: number): ReadonlyMap<string, Office> => {
  // a program that may file may send what it files
  const { client: _, ...person } = caller;
  const own = new Set(caller.appointments.map(({ party }) => party));
  return new Map(
    [...own].flatMap((as): [string, Office][] => {
      const may = entitled(person, { what: 'send-file', as, at });
      return isRefusal(may) ? [] : [[as, officeOf(caller, [may])]];
    }),
  );
};

/** How a file is entered that somebody sends for a party: in the office in which they send it. */
export const sentUnder = (pool: pg.Pool, caller: Caller, party: string, at: number): Under | undefined => {
  const office = sendingAs(caller, at).get(party);
  return office && ((write) => underOffice(pool, office, () => write(office)));
};

/** Whether somebody sees the files of everybody. */
export const seesAllFiles = ({ appointments }: Caller): boolean => appointments.some(({ kind }) => SEES_ALL.includes(kind));

/**
 * By which name somebody may read a file: whoever sent it for their party may, and whoever sees the unit that sent it: its district, its
 * verifier, the city, an auditor; what a verifier filed of a unit, that unit and whoever sees it may too, but no other verifier. Undefined where it is another's.
 */
export async function nameFor(
  book: Book,
  caller: Caller,
  { sha256, at }: Pick<FileRow, 'sha256'> & { readonly at: Instant },
): Promise<string | undefined> {
  const senders = await sendersOf(book.pool, sha256);
  const own = senders.find(({ party }) => caller.appointments.some((one) => one.party === party));
  if (own) return own.name;
  if (seesAllFiles(caller)) return senders[0]?.name;
  if (caller.appointments.some(({ kind }) => kind === 'district' || kind === 'verifier'))
    for (const { party, name } of senders) if (!(await seen(book, caller, party, { view: 'documents', at }))) return name;
  const parties = senders.map(({ party }) => party);
  // under the name that its document gives it: others may have sent the same bytes, and what they call them is theirs
  for (const { unit, name } of await unitsNamedWith(book.pool, parties, sha256))
    if (!(await seen(book, withoutVerifiers(caller), unit, { view: 'documents', at }))) return name;
  return undefined;
}
