import { refuse, type Refusal } from '../domain/model/refusal.js';
import type { PartyKind, Role } from '../domain/people/roles.js';
import type { Book } from '../records/book.js';
import { districts } from '../regulation/districts.js';

/** What of a party is asked: its id, what it is said to be, and as what somebody is to act for it. */
export interface PartyAsked {
  readonly party: string;
  readonly kind?: PartyKind;
  readonly role: Role;
}

const ONE_OF_A_KIND: readonly PartyKind[] = ['city', 'exchange', 'operator', 'auditor'];
const VERIFIER = /^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/;

const unknownUnit = (party: string): Refusal => ({
  ...refuse('unknown-unit', `名单中没有单位 ${party}`, `no unit ${party} in the register`),
  path: ['with', 'party'],
});

const unknownVerifier = (party: string): Refusal => ({
  ...refuse('unknown-verifier', `${party} 不是核查机构编号`, `${party} is no id of a verifier`),
  path: ['with', 'party'],
});

/** What kind of party an id names: one of the book's units, one of the city's districts, an authority, or else a verifier where that is meant. */
export async function kindOfParty(book: Book, { party, kind, role }: PartyAsked): Promise<PartyKind | Refusal> {
  const alone = ONE_OF_A_KIND.find((one) => one === party);
  if (alone) return alone;
  if (districts().some(({ id }) => id === party)) return 'district';
  if ((await book.casesOf(party)).length > 0) return 'unit';
  if (kind === 'verifier' || role === 'verifier' || (kind === undefined && role === 'signer' && party.startsWith('V-')))
    return VERIFIER.test(party) ? 'verifier' : unknownVerifier(party);
  if (kind === 'district' || role === 'officer' || role === 'reviewer')
    return { ...refuse('unknown-district', `没有区 ${party}`, `there is no district ${party}`), path: ['with', 'party'] };
  return unknownUnit(party);
}
