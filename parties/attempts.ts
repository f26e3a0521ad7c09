import type pg from 'pg';
import type { Instant } from '../domain/model/instant.js';
import { hashOfSecret, newSecret } from './secret.js';

/** How long somebody may take to sign in at the provider. */
const ATTEMPT_MS = 15 * 60_000;

/** A sign-in under way. */
export interface Attempt {
  readonly nonce: string;
  /** PKCE: what proves to the provider that the same server asks. */
  readonly verifier: string;
  /** The page to go on with, a path of our own. */
  readonly goesTo: string;
  readonly stepUp: boolean;
}

/** Keeps an attempt for the browser that began it, and answers with its `state`. */
export async function beginAttempt(pool: pg.Pool, browser: string, attempt: Attempt, at: Instant): Promise<string> {
  const state = newSecret();
  await pool.query(
    `insert into sign_in_attempts (state_hash, browser_hash, nonce, verifier, goes_to, step_up, made_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [hashOfSecret(state), hashOfSecret(browser), attempt.nonce, attempt.verifier, attempt.goesTo, attempt.stepUp, at],
  );
  return state;
}

interface Row {
  readonly nonce: string;
  readonly verifier: string;
  readonly goes_to: string;
  readonly step_up: boolean;
}

/** The attempt of a `state`, once, for the browser that began it; none for another, a second time, or too late. */
export async function takeAttempt(pool: pg.Pool, browser: string, state: string, at: Instant): Promise<Attempt | undefined> {
  const hashes = [hashOfSecret(state), hashOfSecret(browser)];
  if (hashes.includes(undefined)) return undefined;
  const { rows } = await pool.query<Row>(
    `update sign_in_attempts set used_at = $3 where state_hash = $1 and browser_hash = $2 and used_at is null and made_at > $4
     returning nonce, verifier, goes_to, step_up`,
    [...hashes, at, at - ATTEMPT_MS],
  );
  const [row] = rows;
  return row && { nonce: row.nonce, verifier: row.verifier, goesTo: row.goes_to, stepUp: row.step_up };
}
