import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { newSecret, secretFrom } from '../../parties/secret.js';

/**
 * `__Host-` and `Secure` everywhere but on loopback without TLS, where not every browser takes them. There several platforms stand side by
 * side, and a browser tells their cookies apart by name alone: it knows no ports.
 */
const isPlain = (origin: string): boolean => origin.startsWith('http:');
const named = (origin: string, name: string): string => {
  const { port } = new URL(origin);
  return isPlain(origin) ? [name, ...(port === '' ? [] : [port])].join('-') : `__Host-${name}`;
};

const SESSION = 'luyue';
const BROWSER = 'luyue-browser';

/** Lax, not Strict: a browser that comes back from the provider must bring it. */
const options = (origin: string) => ({ path: '/', httpOnly: true, secure: !isPlain(origin), sameSite: 'Lax' }) as const;

/** The value of a browser's session cookie, if it brings one. */
export const sessionCookie = (c: Context, origin: string): string | undefined => getCookie(c, named(origin, SESSION));

export const setSessionCookie = (c: Context, origin: string, value: string): void => {
  setCookie(c, named(origin, SESSION), value, options(origin));
};

export const dropSessionCookie = (c: Context, origin: string): void => {
  deleteCookie(c, named(origin, SESSION), options(origin));
};

const ATTEMPTS_SECONDS = 15 * 60;

/** What a browser is known by while it signs in; several pages of it may do so side by side. */
export const browserCookie = (c: Context, origin: string): string | undefined => getCookie(c, named(origin, BROWSER));

export function keepBrowser(c: Context, origin: string): string {
  const value = browserCookie(c, origin) ?? newSecret();
  setCookie(c, named(origin, BROWSER), value, { ...options(origin), maxAge: ATTEMPTS_SECONDS });
  return value;
}

/** What a form of a session carries and another site cannot know. */
export const formToken = (session: string): string => secretFrom(session, 'form');
