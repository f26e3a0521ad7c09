import type { Notice } from '../domain/letters/letter.js';
import type { Account } from '../domain/model/account.js';
import type { Case, Unit } from '../domain/model/case.js';
import type { Party } from '../domain/model/party.js';
import type { Refusal } from '../domain/model/refusal.js';
import type { Event } from '../domain/model/step.js';
import type { Scenario } from './scenario.js';

/** A case as it was played: its state and all its events. */
export interface PlayedCase {
  readonly case: Case;
  readonly events: Event[];
}
export interface PlayedUnit {
  readonly unit: Unit;
  /** The case that holds the account first. */
  readonly cases: readonly PlayedCase[];
  readonly account: Account;
}
export interface WrittenMail extends Notice {
  readonly party: Party;
}
export interface RefusedAct {
  /** The act's place in the file. */
  readonly act: number;
  readonly refusal: Refusal;
}
export interface Played {
  readonly scenario: Scenario;
  readonly units: readonly PlayedUnit[];
  readonly mails: readonly WrittenMail[];
  readonly refusals: readonly RefusedAct[];
}
