import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Child } from 'hono/jsx';
import type { Refusal } from '../domain/model/refusal.js';
import type { Caller } from '../parties/caller.js';
import type { ConsoleDeps, Said, Signed } from './deps.js';

export type Lang = 'zh' | 'en';

/** One request of a browser: who, in which language, where. */
export interface Visit {
  readonly c: Context;
  readonly deps: ConsoleDeps;
  readonly lang: Lang;
  /** The page's own address, with its query. */
  readonly here: string;
  readonly signed?: Signed;
  readonly caller?: Caller;
  /** The fields of the form that was sent. */
  readonly fields: ReadonlyMap<string, string>;
  /** The files that were sent with it. */
  readonly files: ReadonlyMap<string, File>;
  readonly say: (zh: string, en: string) => string;
}

/** The same of somebody who has signed in and acts for a party. */
export interface Known extends Visit {
  readonly signed: Signed;
  readonly caller: Caller;
}

/** A page to show, or where to go on. */
export type Shown =
  | {
      readonly title: string;
      readonly body: Child;
      readonly status?: number;
      /** What went wrong, on top of the page. */
      readonly wrong?: Said;
      /** Why there is no page, for the log. */
      readonly no?: Said;
    }
  | { readonly to: string }
  /** Something to keep: never shown in place. */
  | { readonly file: Uint8Array; readonly type: string; readonly name: string }
  | { readonly stream: ReadableStream; readonly headers: Readonly<Record<string, string>> };

export const said = ({ refused: code, zh, en, path = [] }: Refusal): Said => ({
  code,
  zh,
  en,
  ...(path.length > 0 ? { inForm: [{ name: path.join('.'), zh, en }] } : {}),
});

/** What is missing is asked for. */
export const askedFor = <N extends { readonly zh: string; readonly en: string }>(no: N): N => ({
  ...no,
  zh: no.zh.replace(/^(.+)：缺少$/, '请填写$1'),
  en: no.en.replace(/^(.+?):? is missing$/, 'To be filled in: $1'),
});

/** The same of several at once, each about a field of one form where it is about any. */
export const allSaid = ([first, ...more]: readonly [Refusal, ...Refusal[]]): Said => ({
  ...said(first),
  ...(more.length > 0 ? { inForm: [first, ...more].map(({ zh, en, path = [] }) => ({ name: path.join('.'), zh, en })) } : {}),
});

const LANG_COOKIE = 'luyue-lang';
const YEAR_SECONDS = 31_536_000;

/** Chinese unless somebody chose English. */
export const langOf = (c: Context): Lang => (getCookie(c, LANG_COOKIE) === 'en' ? 'en' : 'zh');

const SIZE_COOKIE = 'luyue-size';

/** 大字: larger text for whoever chose it. */
export const isLarge = (c: Context): boolean => getCookie(c, SIZE_COOKIE) === 'large';

const CHOICES = [
  { name: 'lang', cookie: LANG_COOKIE, values: ['zh', 'en'] },
  { name: 'size', cookie: SIZE_COOKIE, values: ['usual', 'large'] },
] as const;

/** Keeps the language or the size that a link chose, and goes back to the page without the choice in its address. */
export function choose(c: Context): string | undefined {
  if (c.req.method !== 'GET') return undefined;
  for (const { name, cookie, values } of CHOICES) {
    const chosen = c.req.query(name);
    if (chosen === undefined || !values.some((one) => one === chosen)) continue;
    setCookie(c, cookie, chosen, { path: '/', maxAge: YEAR_SECONDS, sameSite: 'Lax', httpOnly: true });
    return withQuery(hereOf(c), { [name]: undefined });
  }
  return undefined;
}

/** Path and query of a request. */
export const hereOf = (c: Context): string => {
  const { pathname, search } = new URL(c.req.url);
  return `${pathname}${search}`;
};

/** An address of ours with some of its query changed; what is undefined goes. */
export function withQuery(path: string, changes: Readonly<Record<string, string | undefined>>): string {
  const [bare = '', query = ''] = path.split('?', 2);
  const all = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes))
    if (value === undefined) all.delete(name);
    else all.set(name, value);
  const rest = all.toString();
  return rest === '' ? bare : `${bare}?${rest}`;
}
