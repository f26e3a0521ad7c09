import type { Instant } from '../domain/model/instant.js';

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

/** 任命: a person acts for a party in a role. */
export interface Appointment {
  readonly id: number;
  readonly kind: PartyKind;
  /** `BJ-0001`, `V-01`, `chaoyang`; `city`, `exchange`, `operator`, `auditor`. */
  readonly party: string;
  readonly role: Role;
  readonly from: Instant;
  readonly until?: Instant;
}

/** A person who has signed in, or a machine client of one, with the appointments in force now. */
export interface Caller {
  /** `p-0007`: what acts and events name. Name, mail and telephone stand elsewhere. */
  readonly person: string;
  /** How a test person of an embedded or rehearsal platform is spelt in scenarios, and for which party: `city/a`, `BJ-0001`. */
  readonly testActor?: { readonly party: string; readonly actor: string };
  /** The machine client through which it asks. */
  readonly client?: string;
  readonly appointments: readonly Appointment[];
  /** When a second factor was last shown. */
  readonly steppedUpAt?: Instant;
}

/** Who acts, as acts and events name it: `city/p-0007`. */
export const actorOf = ({ person, testActor }: Caller, party: string): string =>
  testActor?.party === party ? testActor.actor : `${party}/${person}`;
