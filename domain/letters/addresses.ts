import { own } from '../model/own.js';
import { CITY_AUTHORITY, unitNamed, type Party } from '../model/party.js';
import type { Recipient } from '../model/step.js';

/** Whose case it is: needed to tell which party a recipient is. */
export interface Whose {
  readonly unit: string;
  /** 区生态环境部门, responsible now. */
  readonly district: string;
}

/** The party that a notice of a case is for. */
export const partyOf = (to: Recipient, { unit, district }: Whose): Party => {
  if (to === 'unit') return unitNamed(unit);
  if (to === 'city') return CITY_AUTHORITY;
  if (to === 'district') return { kind: 'district', id: district };
  return 'verifier' in to ? { kind: 'verifier', id: to.verifier } : { kind: 'district', id: to.district };
};

/** Mail addresses as they are known: of units by their ids, of all others by theirs. */
export interface Mailboxes {
  readonly units: Readonly<Record<string, string>>;
  readonly others: Readonly<Record<string, string>>;
}

/** What stands behind the @ of parties whose address nobody has said. */
export const DOMAINS: Readonly<Record<Party['kind'], string>> = {
  unit: 'unit.example',
  district: 'authority.example',
  city: 'authority.example',
  verifier: 'verifier.example',
  operator: 'authority.example',
  person: 'person.example',
};

/** Where a party has its mail; under a name of its own where nobody has said. */
export const addressOf = ({ kind, id }: Party, { units, others }: Mailboxes): string =>
  own(kind === 'unit' ? units : others, id) ?? `${id}@${DOMAINS[kind]}`;
