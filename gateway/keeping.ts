import type { Instant } from '../domain/model/instant.js';

const KEPT_MS = 60_000;

/**
 * What is the same for everybody who may look, and need not be of this second, is asked once a minute, however many look: in the minute after
 * that they see what was known, and it is asked beside. A clock that was moved makes it old at once.
 */
export function keeping<T>(now: () => Instant, wall: () => Instant = Date.now): (make: () => Promise<T>) => Promise<T> {
  interface Kept {
    readonly at: Instant;
    readonly wall: Instant;
    readonly answer: Promise<T>;
  }
  let last: Kept | undefined;
  let next: Kept | undefined;
  return (make) => {
    const age = last ? Math.max(wall() - last.wall, now() - last.at) : Infinity;
    if (last && age < KEPT_MS) return last.answer;
    const made: Kept = next && now() - next.at < KEPT_MS ? next : { at: now(), wall: wall(), answer: make() };
    if (made !== next) {
      next = made;
      const over = (known: Kept | undefined): void => {
        if (next === made) next = undefined;
        if (known) last = known;
      };
      made.answer.then(
        () => over(made),
        () => over(undefined),
      );
    }
    return last && age < 2 * KEPT_MS ? last.answer : made.answer;
  };
}
