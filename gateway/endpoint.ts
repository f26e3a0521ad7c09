import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import type { Caller } from '../parties/caller.js';
import { placeOf, sayIssue } from '../acts/say-issue.js';
import { bodyOf, rawOf } from './body.js';
import { answerNo, isNo, no, noIn, PROBLEM, statusOf, titleOf, type No } from './no.js';
import { problemOut } from './shapes.js';

/** What is known of a request while it is answered. */
export interface Known {
  Bindings: HttpBindings;
  Variables: {
    /** Who has signed in; set by the guard of every endpoint that is not open. */
    caller?: Caller;
    /** The code with which it was told no, for the log. */
    code?: string;
    /** The endpoint's path as it is documented: no id of anybody's. */
    route?: string;
  };
}
export type Gateway = OpenAPIHono<Known>;
export type Guard = MiddlewareHandler<Known>;

type Fields = z.ZodObject;
type Out<T> = T extends z.ZodType ? z.output<T> : undefined;

export interface Asked<P, Q, H, B> {
  readonly params: Out<P>;
  readonly query: Out<Q>;
  readonly headers: Out<H>;
  /** Undefined only where it came as bytes. */
  readonly body: Out<B>;
  /** The bytes of a body of one of the types that are taken as they are. */
  readonly raw?: Uint8Array;
  /** Throws where the endpoint is open to all. */
  readonly caller: Caller;
}

/** A document of the documented shape, or a text of the documented kind. */
export interface Answer {
  readonly status?: 200 | 202;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: object;
  readonly text?: string;
  readonly stream?: ReadableStream<Uint8Array>;
}

/** One call: what it takes, in which shape, what it answers. The schemas that parse are the ones that document. */
export interface Endpoint<P, Q, H, B> {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  /** To all, without sign-in. */
  readonly open?: true;
  readonly params?: P;
  readonly query?: Q;
  readonly headers?: H;
  /** A body is always required: a call without one is bad input, whatever its content type. */
  readonly body?: B;
  /** Bytes of a body at most, where it is a list of many. */
  readonly bodyMax?: number;
  /** Media types of a small body that is taken as it is, in place of the document. */
  readonly raws?: readonly string[];
  /** Media types of a body that is not parsed but read piece by piece by whoever handles it. */
  readonly streams?: readonly string[];
  readonly answers: Readonly<Partial<Record<200 | 202, z.ZodType>>>;
  /** Where it answers no JSON. */
  readonly type?: string;
  /** Codes with which it says no, besides those of every endpoint. */
  readonly refuses?: readonly string[];
  handle(asked: Asked<P, Q, H, B>, c: Context<Known>): Promise<Answer | { readonly refused: string } | No>;
}

const EVERY = ['bad-input', 'too-large', 'too-many', 'database-unreachable'];
const SIGNED = ['not-signed-in', 'not-allowed'];
const WITH_BODY = ['wrong-type'];

const documented = <P, Q, H, B>({ answers, type, refuses = [], open, body, streams }: Endpoint<P, Q, H, B>) => {
  const codes = [...EVERY, ...(open ? [] : SIGNED), ...((body ?? streams) ? WITH_BODY : []), ...refuses];
  const problem = { [PROBLEM]: { schema: problemOut } };
  const said: Record<string, { description: string; content: Record<string, { schema: z.ZodType }> }> = {};
  for (const [status, schema] of Object.entries(answers))
    said[status] = { description: status === '202' ? 'Accepted' : 'OK', content: { [type ?? 'application/json']: { schema } } };
  for (const code of codes) {
    const status = statusOf(code);
    const also = codes.filter((one) => statusOf(one) === status);
    said[String(status)] ??= { description: `${titleOf(status)}: ${[...new Set(also)].join(', ')}`, content: problem };
  }
  return said;
};

/** What is wrong with one part of a request; the first thing only. */
const wrongIn = (error: z.ZodError, where: readonly string[]): No => {
  const [first] = error.issues;
  if (!first) throw new Error('a parse that failed names no issue');
  const path = [...where, ...placeOf(first)];
  const [zh, en] = sayIssue(first);
  const place = path.join('.');
  return no('bad-input', `${place || '输入'}：${zh}`, `${place || 'the input'} ${en}`, { path });
};

const parsed = (schema: unknown, input: unknown, where: readonly string[] = []): { readonly value: unknown } | No => {
  if (schema === undefined) return { value: undefined };
  const read = (schema as z.ZodType).safeParse(input, { reportInput: true });
  return read.success ? { value: read.data } : wrongIn(read.error, where);
};

/** The parameters of a query, each once. */
const queryOf = (c: Context): Record<string, string> | No => {
  const all = c.req.queries();
  for (const [name, values] of Object.entries(all))
    if (values.length > 1) return no('bad-input', `${name}：重复`, `${name} is given more than once`, { path: [name] });
  return c.req.query();
};

const NO_QUERY = z.strictObject({});

type Input = Readonly<Record<'params' | 'query' | 'headers' | 'body', unknown>> & { readonly raw?: Uint8Array };

const RAW_MAX = 65_536;
const typeOf = (c: Context): string => (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

async function read<P, Q, H, B>(asked: Endpoint<P, Q, H, B>, c: Context<Known>): Promise<Input | No> {
  const query = queryOf(c);
  if (isNo(query)) return query;
  const bytes = asked.raws?.includes(typeOf(c)) === true ? await rawOf(c, RAW_MAX) : undefined;
  if (bytes && !(bytes instanceof Uint8Array)) return bytes;
  const given = asked.body === undefined || bytes ? { value: undefined } : await bodyOf(c, asked.bodyMax);
  if (isNo(given)) return given;
  const params = parsed(asked.params, c.req.param());
  if (isNo(params)) return params;
  const asks = parsed(asked.query ?? NO_QUERY, query);
  if (isNo(asks)) return asks;
  const headers = parsed(asked.headers, c.req.header());
  if (isNo(headers)) return headers;
  const body = parsed(bytes ? undefined : asked.body, given.value);
  if (isNo(body)) return body;
  const parts = { params: params.value, query: asks.value, headers: headers.value, body: body.value };
  return bytes ? { ...parts, raw: bytes } : parts;
}

const answerOf = ({ status = 200, json, text, stream, headers = {} }: Answer, type: string): Response =>
  new Response(stream ?? text ?? JSON.stringify(json), {
    status,
    headers: { 'content-type': type, 'cache-control': 'no-store', ...headers },
  });

/** Says no, and tells the log with which code. */
export const refuseWith = (c: Context<Known>, said: No): Response => {
  c.set('code', said.code);
  return answerNo(said);
};

const streamed = (types: readonly string[]) =>
  Object.fromEntries(types.map((one) => [one, { schema: z.string().openapi({ format: 'binary' }) }]));

/** Adds a call to the gateway: documented, guarded, and parsed by what documents it. */
export function add<P extends Fields, Q extends Fields, H extends Fields, B extends z.ZodType>(
  app: Gateway,
  guard: Guard,
  asked: Endpoint<P, Q, H, B>,
): void {
  const { method, path, tag, summary, params, query, headers, body, raws = [], streams, open, type = 'application/json' } = asked;
  const route = createRoute({
    method,
    path,
    summary,
    tags: [tag],
    responses: documented(asked),
    ...(open ? {} : { security: [{ bearer: [] }] }),
    request: {
      ...(params ? { params } : {}),
      ...(query ? { query } : {}),
      ...(headers ? { headers } : {}),
      ...(body ? { body: { required: true, content: { 'application/json': { schema: body }, ...streamed(raws) } } } : {}),
      ...(streams ? { body: { required: true, content: streamed(streams) } } : {}),
    },
  });
  app.openAPIRegistry.registerPath(route);
  const name: Guard = async (c, next) => {
    c.set('route', path);
    await next();
  };
  app.on(method, route.getRoutingPath(), name, guard, async (c) => {
    const input = await read(asked, c);
    if (isNo(input)) return refuseWith(c, input);
    const answer = await asked.handle(
      {
        ...(input as Pick<Asked<P, Q, H, B>, 'params' | 'query' | 'headers' | 'body' | 'raw'>),
        get caller() {
          const caller = c.get('caller');
          if (!caller) throw new Error(`${path} is open to all: nobody has signed in`);
          return caller;
        },
      },
      c,
    );
    const said = noIn(answer);
    return said ? refuseWith(c, said) : answerOf(answer as Answer, type);
  });
}
