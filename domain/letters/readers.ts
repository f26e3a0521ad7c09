import type { PartyKind, Role } from '../people/roles.js';
import type { Template } from '../model/template.js';

/** Which of a party's people read its letters, besides the party's own address. */
export const READERS: Readonly<Partial<Record<PartyKind, readonly Role[]>>> = {
  unit: ['filer', 'signer'],
  verifier: ['verifier', 'signer'],
  district: ['officer', 'reviewer'],
  city: ['officer', 'registrar'],
  operator: ['operator'],
};

/** What is told at once, in a letter of its own. */
export const AT_ONCE: readonly Template[] = ['approval-waits', 'approval-ended', 'alarm', 'case-suspended'];

/** What a unit is also called about, where its register names a telephone and short messages can be sent: what has a consequence. */
export const CALLED_ABOUT: readonly Template[] = ['overdue', 'collection', 'rectification', 'referral', 'order'];

/** What a person may not want to be written about: nothing that has a consequence. */
export const MUTABLE = [
  'reminder',
  'cycle-opened',
  'revision-adopted',
  'rolled-out',
  'cycle-closed',
] as const satisfies readonly Template[];
