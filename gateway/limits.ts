import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Caller } from '../parties/caller.js';
import { no, type No } from './no.js';

/** How many requests a second; those who have signed in are counted by person and party, an address only where nobody has. */
export interface Rates {
  readonly person: number;
  readonly party: number;
  readonly address: number;
}
/** A party is never held below what it may have to file on the last evening. */
export const PARTY_LEAST = 50;
export const RATES: Rates = { person: 100, party: 200, address: 40 };
const SECOND_MS = 1_000;

const tooMany = (ms: number): No =>
  no('too-many', '请求过于频繁，请稍后再试', 'too many requests: try again later', {
    retryAfter: Math.max(1, Math.ceil(ms / SECOND_MS)),
  });

/** Counts requests, and says no to those that are too many. */
export class Limiter {
  private readonly people: RateLimiterMemory;
  private readonly parties: RateLimiterMemory;
  private readonly addresses: RateLimiterMemory;

  constructor({ person, party, address }: Rates) {
    this.people = new RateLimiterMemory({ points: person, duration: 1, keyPrefix: 'person' });
    this.parties = new RateLimiterMemory({ points: Math.max(party, PARTY_LEAST), duration: 1, keyPrefix: 'party' });
    this.addresses = new RateLimiterMemory({ points: address, duration: 1, keyPrefix: 'address' });
  }

  /** One more request of somebody who has signed in. */
  async signedIn({ person, client = '', appointments }: Caller): Promise<No | undefined> {
    const parties = new Set(appointments.map(({ kind, party }) => `${kind}/${party}`));
    const taken = [this.people.consume(`${person}/${client}`), ...[...parties].map((party) => this.parties.consume(party))];
    return refusedIn(await Promise.allSettled(taken));
  }

  /** One more request from an address of nobody that is known. */
  async unknown(address: string): Promise<No | undefined> {
    return refusedIn(await Promise.allSettled([this.addresses.consume(address)]));
  }
}

function refusedIn(taken: readonly PromiseSettledResult<RateLimiterRes>[]): No | undefined {
  let wait: number | undefined;
  for (const one of taken) {
    if (one.status === 'fulfilled') continue;
    if (!(one.reason instanceof RateLimiterRes)) throw one.reason;
    wait = Math.max(wait ?? 0, one.reason.msBeforeNext);
  }
  return wait === undefined ? undefined : tooMany(wait);
}
