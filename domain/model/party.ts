/** Whom a notice concerns: a party, or one person. Where it goes is found out when it is sent; no address stands in a case. */
export interface Party {
  readonly kind: 'unit' | 'district' | 'city' | 'verifier' | 'operator' | 'person';
  /** `BJ-0001`, `chaoyang`, `city`, `V-01`, `p-0007`. */
  readonly id: string;
  /** Only those of its people who are in office in this role at the moment of the notice. */
  readonly role?: 'approver' | 'registrar';
  /** But for this person. */
  readonly except?: string;
}

export const CITY_AUTHORITY: Party = { kind: 'city', id: 'city' };
export const unitNamed = (id: string): Party => ({ kind: 'unit', id });
