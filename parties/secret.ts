import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 bits that nobody can guess, as text for a cookie or an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

const SECRET = /^[A-Za-z0-9_-]{43}$/;

/** What is kept of a secret: who reads the table cannot use it. Nothing for what was never one. */
export const hashOfSecret = (secret: string): Buffer | undefined =>
  SECRET.test(secret) ? createHash('sha256').update(secret).digest() : undefined;

/** A second secret that follows from a first one for a purpose, and does not give it away. */
export const secretFrom = (secret: string, purpose: string): string =>
  createHmac('sha256', secret).update(purpose).digest('base64url');

/** Whether two texts are the same, found out in a time that does not tell where they differ. */
export const isSame = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
