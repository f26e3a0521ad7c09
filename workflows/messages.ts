import { defineQuery, defineUpdate } from '@temporalio/workflow';
import type { Announcement } from '../domain/auction/announcement.js';
import type { Auction } from '../domain/auction/auction.js';
import type { Opening } from '../domain/cases/case.js';
import type { CityCycle, CityOpening } from '../domain/city-cycle/city-cycle.js';
import type { Case } from '../domain/model/case.js';
import type { Instant } from '../domain/model/instant.js';
import type { Act } from '../domain/model/step.js';
import type { Shown } from './show.js';

/** The answer to an act: the number of its last event, and when the case wakes next by itself, if ever. */
export interface Done {
  readonly seq: number;
  readonly next?: Instant;
}

/** Puts an act, stored and stamped at the desk, before its case. Refused with an ApplicationFailure of the refusal's code. */
export const act = defineUpdate<Done, [Act]>('act');
/** Plays every instant up to a stamp, then folds what the book holds of the case: a trade writes to both its cases. */
export const catchUp = defineUpdate<Done, [Instant]>('catchUp');
export const state = defineQuery<Case>('state');

/**
 * Business time against the server's. In service the pair is the identity; a rehearsal shifts it. Instants from
 * `endsAt` on are never played: a rehearsal's last day is over.
 */
export interface Clock {
  readonly wall0: number;
  readonly business0: Instant;
  readonly endsAt?: Instant;
}
export const IN_SERVICE: Clock = { wall0: 0, business0: 0 };

/** The first run gets clock and opening; every later one the case as it stood besides, and what was shown of it. */
export interface RunInput {
  readonly clock: Clock;
  readonly opening: Opening;
  readonly case?: Case;
  readonly shown?: Shown;
}

export const auctionState = defineQuery<Auction>('auctionState');

/** The first run gets clock and announcement; every later one the auction as it stood besides, and what was shown of it. */
export interface AuctionRun {
  readonly clock: Clock;
  readonly announcement: Announcement;
  /** Before every workflow id, where several platforms share a server. */
  readonly prefix: string;
  /** The city authority's mail address. */
  readonly city: string;
  readonly auction?: Auction;
  readonly shown?: Shown;
}

export const cityState = defineQuery<CityCycle>('cityState');

/** The first run gets clock and opening; every later one the city's cycle as it stood besides, and what was shown of it. */
export interface CityRun {
  readonly clock: Clock;
  readonly opening: CityOpening;
  /** Before every workflow id, where several platforms share a server. */
  readonly prefix: string;
  readonly city?: CityCycle;
  readonly shown?: Shown;
}
