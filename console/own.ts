import type { Instant } from '../domain/model/instant.js';
import type { Caller } from '../parties/caller.js';
import type { OpenSession, Session } from '../parties/sessions.js';
import type { Said } from './said.js';

/** Who takes on what waits; each answers why not, where it is not. */
export interface Claims {
  claim(caller: Caller, item: string): Promise<Said | undefined>;
  release(caller: Caller, item: string): Promise<Said | undefined>;
  handOver(caller: Caller, item: string, to: string): Promise<Said | undefined>;
}

/** The link by which a person's calendar program reads the dates of their unit. */
export interface CalendarLinks {
  since(caller: Caller, unit: string): Promise<Instant | undefined>;
  /** A new address, told this once; the one before ends. */
  renew(caller: Caller, unit: string): Promise<string | Said>;
  end(caller: Caller, unit: string): Promise<Said | undefined>;
}

/** What a person does not want to be written about. */
export interface OwnLetterWishes {
  of(caller: Caller): Promise<readonly string[]>;
  keep(caller: Caller, muted: readonly string[]): Promise<Said | undefined>;
}

/** Where a person is signed in. */
export interface OwnSessions {
  of(who: Session): Promise<readonly OpenSession[]>;
  /** This one too, with the tokens of command lines. */
  endAll(who: Session): Promise<void>;
}
