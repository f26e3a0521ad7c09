import type { Day, Instant } from '../model/instant.js';
import type { Json } from '../model/json.js';
import type { ActOf, Event } from '../model/step.js';
import type { PartyKind, Role } from './roles.js';

/** What is known of a person stands beside the chain: an act names the draft that it is kept in. */
type Draft = { readonly draft: number };
type Person = { readonly person: string };
type Because = { readonly reason: string };
type Basis = { readonly basis: string };

/** What each act about people brings to their case, by its name: as the desk has parsed it, filled it in and stored it. */
export interface PeopleBrings {
  readonly 'found-registrars': { readonly drafts: readonly number[] };
  readonly 'enter-person': Draft;
  /** `fields`: which of what is known changes. */
  readonly 'correct-person': Draft & Person & Because & { readonly fields: readonly string[] };
  readonly 'erase-person': Person & Because;
  readonly 'suspend-person': Person & Because;
  readonly 'lift-suspension': Person & Because;
  /** The desk has looked up what kind of party it is. */
  readonly appoint: Person &
    Basis & {
      readonly kind: PartyKind;
      readonly party: string;
      readonly role: Role;
      readonly from?: Day | undefined;
      readonly until?: Day | undefined;
    };
  readonly 'end-appointment': Basis & { readonly appointment: number };
  readonly 'register-client': {
    readonly appointment: number;
    readonly acts: readonly string[];
    /** A public key (JWK). */
    readonly key: Json;
    readonly name: string;
  };
  readonly 'end-client': Basis & { readonly client: string };
  /** The desk has read the certificate. */
  readonly 'register-certificate': Basis & CertificateRead;
  readonly 'revoke-certificate': Basis & { readonly certificate: string };
}

/** A certificate as the desk read it, with those above it up to one that is trusted; DER in base64. */
export type CertificateRead = {
  readonly party: string;
  readonly kind: PartyKind;
  readonly held: 'party' | 'platform';
  readonly algorithm: string;
  readonly sha256: string;
  readonly der: string;
  readonly chain: readonly string[];
  readonly subject: string;
  readonly validFrom: Instant;
  readonly validUntil: Instant;
  readonly test: boolean;
};

export type PeopleActName = keyof PeopleBrings;
/** An act about people: `PeopleAct<'appoint'>` brings what that name promises. */
export type PeopleAct<K extends PeopleActName = PeopleActName> = ActOf<PeopleBrings, K>;

/** What each event of their case tells. */
export interface PeopleTells {
  readonly 'person-entered': Person & { readonly draft?: number; readonly testActor?: string };
  readonly 'person-corrected': PeopleBrings['correct-person'];
  readonly 'person-erased': Person & Because;
  readonly 'person-suspended': Person & Because;
  readonly 'suspension-lifted': Person & Because;
  readonly appointed: Person &
    Basis & {
      readonly appointment: number;
      readonly kind: PartyKind;
      readonly party: string;
      readonly role: Role;
      readonly from: Instant;
      readonly until?: Instant;
      readonly testActor?: string;
    };
  readonly 'appointment-ended': Person & Basis & { readonly appointment: number };
  readonly 'client-registered': PeopleBrings['register-client'] & { readonly client: string };
  readonly 'client-ended': Basis & { readonly client: string };
  readonly 'certificate-registered': PeopleBrings['register-certificate'] & { readonly certificate: string };
  readonly 'certificate-revoked': Basis & { readonly certificate: string; readonly party: string };
}

/** An event of their case, which tells what its type promises. */
export type PeopleEvent<T extends keyof PeopleTells = keyof PeopleTells> = {
  [N in T]: Omit<Event, 'type' | 'with'> & { readonly type: N; readonly with: PeopleTells[N] };
}[T];

/** What is asked where the desk fills in more, or keeps a part elsewhere, before it stores the act; of the others, what they bring. */
type Told = {
  readonly name: string;
  readonly mail: string;
  readonly telephone?: string | undefined;
  readonly identity?: { readonly issuer: string; readonly subject: string } | undefined;
};
interface PeopleAsked {
  readonly 'enter-person': Told;
  readonly 'correct-person': Person & Because & { readonly [F in keyof Told]?: Told[F] | undefined };
  readonly appoint: Omit<PeopleBrings['appoint'], 'kind'> & { readonly kind?: PartyKind | undefined };
  readonly 'register-certificate': Basis &
    Pick<CertificateRead, 'party' | 'held'> & {
      readonly kind?: PartyKind | undefined;
      readonly certificates: readonly string[];
    };
}
export type PeopleAskedOf<K extends PeopleActName> = K extends keyof PeopleAsked ? PeopleAsked[K] : PeopleBrings[K];
