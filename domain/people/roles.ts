/** Whom a person may act for. Units, verifiers and districts are many, of the others there is one. */
export const PARTY_KINDS = ['unit', 'verifier', 'district', 'city', 'exchange', 'operator', 'auditor'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** What a person may be for a party of each kind. */
export const ROLES = {
  unit: ['filer', 'signer'],
  verifier: ['verifier', 'signer'],
  district: ['reviewer', 'officer'],
  city: ['officer', 'approver', 'registrar'],
  exchange: ['clerk'],
  operator: ['operator'],
  auditor: ['auditor'],
} as const satisfies Record<PartyKind, readonly string[]>;
export type Role = (typeof ROLES)[PartyKind][number];

/** Whether a party of a kind has a role. */
export const isRoleOf = (kind: PartyKind, role: string): boolean => (ROLES[kind] as readonly string[]).includes(role);
