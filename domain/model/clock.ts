import type { Instant } from './instant.js';

/**
 * Business time against the machine's. In service the pair is the identity; a rehearsal shifts it, and `skips` says that its server
 * jumps from one timer to the next. Instants from `endsAt` on are never played: a rehearsal's last day is over.
 */
export interface Clock {
  readonly wall0: number;
  readonly business0: Instant;
  readonly endsAt?: Instant;
  readonly skips?: true;
}

export const IN_SERVICE: Clock = { wall0: 0, business0: 0 };

/** What a clock shows at a moment of the machine's. */
export const shownBy = ({ wall0, business0 }: Clock, wall: number): Instant => business0 + (wall - wall0);
