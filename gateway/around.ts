import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { CaseUnreachable } from '../desk/unreachable.js';
import { isDatabaseAway } from '../records/connection.js';
import { isEncrypted } from './address.js';
import type { Gateway, Known } from './endpoint.js';
import { answerNo, no, PROBLEM, STORED_NOTHING, type No } from './no.js';
import type { Measures } from './measures.js';

const YEAR_SECONDS = 31_536_000;

/** What browsers may do with an answer: no script but the site's own files, no frame, no other form target. */
export function browserRules(proxies: readonly string[]): MiddlewareHandler<Known> {
  const rules = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    // `no-referrer` would have browsers send `Origin: null` with every form
    referrerPolicy: 'same-origin',
    strictTransportSecurity: false,
    xFrameOptions: 'DENY',
  });
  return async (c, next) => {
    await rules(c, next);
    // what is handed out to be kept is nobody's page
    if (c.res.headers.get('content-disposition')?.startsWith('attachment'))
      c.res.headers.set('content-security-policy', "default-src 'none'; sandbox");
    if (isEncrypted(c, proxies))
      c.res.headers.set('strict-transport-security', `max-age=${String(YEAR_SECONDS)}; includeSubDomains`);
  };
}

export interface LogLine {
  readonly at: string;
  readonly request: string;
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  readonly code?: string;
}

/** One line a request: which call, what came of it, how long it took. No address, no id, no name, no token. */
export const accessLog =
  (measures: Measures, log: (line: string) => void): MiddlewareHandler<Known> =>
  async (c, next) => {
    const began = performance.now();
    const request = randomUUID();
    await next();
    c.res.headers.set('x-request-id', request);
    const ms = Math.round((performance.now() - began) * 10) / 10;
    const route = c.get('route') ?? 'other';
    const { status } = c.res;
    measures.count({ method: c.req.method, route, status }, ms);
    const code = c.get('code');
    const line: LogLine = {
      at: new Date().toISOString(),
      request,
      method: c.req.method,
      route,
      status,
      ms,
      ...(code === undefined ? {} : { code }),
    };
    log(JSON.stringify(line));
  };

const FAILED = no(
  'failed',
  '平台出错，已记录；请稍后用同一编号重试',
  'the platform failed, which is logged: try again under the same id',
);

const HUNG_UP = no('bad-input', '请求未完整送达', 'the request did not arrive as a whole');
/** Whether the asker hung up while speaking: nothing has failed here, and nobody is left to be told. */
const hasHungUp = (error: Error): boolean => error.message === 'aborted' && 'code' in error && error.code === 'ECONNRESET';

/** What a failure means to who asked: nothing of how it came about. */
export function noOfFailure(error: unknown, method: string): No {
  if (isDatabaseAway(error) && method === 'GET') return STORED_NOTHING;
  if (isDatabaseAway(error))
    return no(
      'database-unreachable',
      '账簿数据库没有答复；恢复后请用同一编号重试',
      'the database of the book does not answer: once it does, send the same again under the same id',
    );
  if (error instanceof CaseUnreachable)
    return no('database-unreachable', '案件没有答复，请稍后再试', 'a case does not answer: try again later');
  return FAILED;
}

/** What a failure means to who asked, once it stands in the log. */
export const logged =
  (log: (line: string) => void) =>
  (error: unknown, method: string): No => {
    log(JSON.stringify({ at: new Date().toISOString(), failed: error instanceof Error ? error.stack : String(error) }));
    return noOfFailure(error, method);
  };

/** Methods of which a path may know some. */
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'] as const;

const methodsOf = (app: Gateway, path: string): string[] => {
  const found = METHODS.filter((method) => app.router.match(method, path)[0].some(([[, route]]) => route.method !== 'ALL'));
  return found.includes('GET') ? [...found, 'HEAD'] : found;
};

/** Has every failure, every unknown path and every wrong method answered with a problem. */
export function answerFailures(app: Gateway, log: (line: string) => void): void {
  app.onError((error, c) => {
    const gone = hasHungUp(error);
    const said = gone ? HUNG_UP : noOfFailure(error, c.req.method);
    c.set('code', said.code);
    if (!gone) log(JSON.stringify({ at: new Date().toISOString(), failed: error.stack ?? error.message }));
    return answerNo(said);
  });
  app.notFound((c) => {
    const allowed = methodsOf(app, c.req.path);
    if (allowed.length === 0) {
      c.set('code', 'unknown-path');
      return answerNo(no('unknown-path', '没有此地址', 'there is nothing at this address'));
    }
    c.set('code', 'wrong-method');
    const answer = answerNo(
      no('wrong-method', `此地址只接受 ${allowed.join('、')}`, `this address takes ${allowed.join(', ')} only`),
    );
    answer.headers.set('allow', allowed.join(', '));
    return answer;
  });
}

/** An answer to what is no request of HTTP at all, written on the bare connection. */
export function rawNo(status: 400 | 408 | 431): string {
  const said = {
    400: no('bad-input', '不是有效的 HTTP 请求', 'this is no request of HTTP'),
    408: no('too-slow', '请求未在限时内送达', 'the request did not arrive in time'),
    431: no('too-large', '请求头过大', 'the header fields are too large'),
  }[status];
  const reason = { 400: 'Bad Request', 408: 'Request Timeout', 431: 'Request Header Fields Too Large' }[status];
  const body = JSON.stringify({
    type: `/docs#${said.code}`,
    title: reason,
    status,
    code: said.code,
    message: { zh: said.zh, en: said.en },
  });
  return `HTTP/1.1 ${String(status)} ${reason}\r\ncontent-type: ${PROBLEM}\r\ncontent-length: ${String(Buffer.byteLength(body))}\r\nconnection: close\r\n\r\n${body}`;
}
