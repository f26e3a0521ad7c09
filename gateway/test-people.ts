import { isActorName } from '../domain/model/names.js';
import type { Instant } from '../domain/model/instant.js';
import { ROLES, type Appointment, type Caller, type PartyKind } from '../parties/caller.js';
import type { Book } from '../records/book.js';
import { districtMeant, districts } from '../regulation/districts.js';
import type { People } from './port.js';
import { TEST_ISSUER } from './test-issuer.js';

const DISTRICTS = districts();
const AUTHORITIES: readonly PartyKind[] = ['city', 'exchange', 'operator', 'auditor'];
const VERIFIER = /^V-[A-Za-z0-9-]{1,38}$/;

/** For which party a test person acts: every actor that a scenario can name has one. */
async function partyOf(book: Book, actor: string): Promise<Pick<Appointment, 'kind' | 'party'> | undefined> {
  const [party = actor, person] = actor.split('/');
  const authority = AUTHORITIES.find((kind) => kind === party);
  if (authority) return { kind: authority, party };
  const district = districtMeant(party, DISTRICTS);
  if (district?.id === party) return { kind: 'district', party };
  if (person !== undefined) return undefined;
  if (VERIFIER.test(party)) return { kind: 'verifier', party };
  return (await book.casesOf(party)).length > 0 ? { kind: 'unit', party } : undefined;
}

/** A test person as a caller, with every role that its party has; none where nobody is spelt so. */
export async function testCaller(book: Book, actor: string, at: Instant): Promise<Caller | undefined> {
  if (!isActorName(actor)) return undefined;
  const found = await partyOf(book, actor);
  if (!found) return undefined;
  const appointments = ROLES[found.kind].map((role): Appointment => ({ id: 0, ...found, role, from: at }));
  return { person: `test-${actor.replace('/', '-')}`, testActor: { party: found.party, actor }, appointments };
}

/** The people of a platform that has none but its test persons. */
export const testPeople = (book: Book): People => ({
  callerOf: ({ issuer, subject }, at) => (issuer === TEST_ISSUER ? testCaller(book, subject, at) : Promise.resolve(undefined)),
});
