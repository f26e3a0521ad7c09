import { isoOf, type Instant } from '../domain/model/instant.js';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';

/** What HTTP says no with: the codes of refusals, and those that only a door of this kind needs. */
export interface No {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly clause?: string;
  readonly path?: readonly (string | number)[];
  /** For `seal-invalid`: why, by name. */
  readonly reason?: string;
  /** For `moved`: the preview that would have to be looked at now. */
  readonly previewDigest?: string;
  /** When a stored request was refused. */
  readonly at?: Instant;
  /** Seconds after which it may be tried again. */
  readonly retryAfter?: number;
}

export const no = (code: string, zh: string, en: string, more: Omit<No, 'code' | 'zh' | 'en'> = {}): No => ({
  code,
  zh,
  en,
  ...more,
});

export const STORED_NOTHING: No = {
  code: 'stored-nothing',
  zh: '账簿数据库没有答复，未存储任何内容；恢复后请用同一编号重试',
  en: 'the database of the book does not answer and nothing was stored: once it does, send the same again under the same id',
};

export const isNo = (answer: unknown): answer is No =>
  typeof answer === 'object' && answer !== null && 'code' in answer && 'zh' in answer && 'en' in answer;

export const noOf = ({ refused: code, zh, en, clause, path, previewDigest, reason }: Refusal, at?: Instant): No => ({
  code,
  zh,
  en,
  ...(clause === undefined ? {} : { clause }),
  ...(path === undefined ? {} : { path }),
  ...(previewDigest === undefined ? {} : { previewDigest }),
  ...(reason === undefined ? {} : { reason }),
  ...(at === undefined ? {} : { at }),
});

/** A no of any layer as HTTP knows it; none where the answer is not one. */
export const noIn = (answer: unknown): No | undefined => (isNo(answer) ? answer : isRefusal(answer) ? noOf(answer) : undefined);

/**
 * The status of each code (front: errors). What is unknown is 404; what the law or the order of things refuses is 409, and so is
 * every code that is not named here.
 */
const STATUS: Readonly<Record<string, number>> = {
  'bad-input': 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'same-person': 403,
  'same-officer': 403,
  'step-up-required': 403,
  'two-requests': 403,
  'wrong-method': 405,
  'too-slow': 408,
  'too-large': 413,
  'wrong-type': 415,
  'id-used': 422,
  'unsafe-file': 422,
  'too-many': 429,
  failed: 500,
  'stored-nothing': 503,
  'database-unreachable': 503,
  'no-store': 503,
  'no-font': 503,
};

export const statusOf = (code: string): number =>
  Object.hasOwn(STATUS, code) ? (STATUS[code] ?? 500) : code.startsWith('unknown-') ? 404 : 409;

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad input',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'Too slow',
  409: 'Refused',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Id already used',
  429: 'Too many requests',
  431: 'Header fields too large',
  500: 'Failed',
  503: 'Unavailable',
};

export const titleOf = (status: number): string => TITLES[status] ?? 'Refused';

export const PROBLEM = 'application/problem+json';

/** The document of a no (RFC 9457). */
const problemOf = ({ code, zh, en, clause, path, previewDigest, reason, at }: No, status = statusOf(code)) => ({
  type: `/docs#${code}`,
  title: titleOf(status),
  status,
  code,
  message: { zh, en },
  ...(clause === undefined ? {} : { clause }),
  ...(path === undefined ? {} : { path }),
  ...(previewDigest === undefined ? {} : { previewDigest }),
  ...(reason === undefined ? {} : { reason }),
  ...(at === undefined ? {} : { at: isoOf(at) }),
});

/** How long to wait with the next attempt where nothing better is known, in seconds. */
export const RETRY_AFTER = 5;
const SIGN_IN = 'Bearer realm="luyue"';

/** The answer to a request that is told no. */
export function answerNo(said: No, status = statusOf(said.code)): Response {
  const headers = new Headers({ 'content-type': PROBLEM, 'cache-control': 'no-store' });
  if (status === 401) headers.set('www-authenticate', SIGN_IN);
  if (status === 429 || status === 503) headers.set('retry-after', String(said.retryAfter ?? RETRY_AFTER));
  return new Response(JSON.stringify(problemOf(said, status)), { status, headers });
}
