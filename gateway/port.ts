import type { Instant } from '../domain/model/instant.js';
import type { Caller } from '../parties/caller.js';

/** Whoever a token is for. */
export interface Subject {
  readonly issuer: string;
  readonly subject: string;
}

/** The people of the platform: who stands behind a sign-in now. */
export interface People {
  callerOf(who: Subject, at: Instant): Promise<Caller | undefined>;
  /** Whom a program asks for, which signed in with its own key. */
  callerOfClient?(client: string, at: Instant): Promise<Caller | undefined>;
}
