import type { Case, Mailboxes, Unit } from '../model/case.js';
import type { Recipient } from '../model/step.js';
import { own } from '../model/own.js';

/** What is needed to address a case's mails: travels with a step to the book. */
export interface AddressBook {
  readonly unit: string;
  readonly district: string;
  readonly mailboxes: Mailboxes;
}

export const addressBookOf = (c: Pick<Case, 'mailboxes'> & { unit: Unit }): AddressBook => ({
  unit: c.unit.mail,
  district: c.unit.district,
  mailboxes: c.mailboxes,
});

/** The mail address of a party of a case; authorities and verifiers have one by default. */
export const addressOf = (to: Recipient, book: AddressBook): string => {
  if (to === 'unit') return book.unit;
  if (typeof to === 'object' && 'verifier' in to) return own(book.mailboxes, to.verifier) ?? `${to.verifier}@verifier.example`;
  const named = typeof to === 'object' ? to.district : book.district;
  const party = to === 'city' ? 'city' : named;
  return own(book.mailboxes, party) ?? `${party}@authority.example`;
};
