import { existsSync } from 'node:fs';
import { type z } from 'zod';
import { issuerFile } from '../gateway/issuer-file.js';
import { testToken } from '../gateway/test-issuer.js';
import { problemOut } from '../gateway/shapes.js';
import { ServerUnreachable, UsageError } from './failure.js';
import type { Place } from './place.js';

/** A no of the platform, or of something on the way to it. */
export interface HttpNo {
  readonly status: number;
  readonly problem: z.output<typeof problemOut>;
}
export type Answered<T> = { readonly value: T } | { readonly no: HttpNo };

interface Asked {
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const PATIENCE_MS = 60_000;
const FILE_PATIENCE_MS = 900_000;

/** Speaks HTTP to a platform as somebody; reads what it answers by the schemas that it answers by. */
export class Http {
  private readonly place: Place;
  private readonly token: string;

  private constructor(place: Place, token: string) {
    this.place = place;
    this.token = token;
  }

  /** Signs somebody in. Throws a UsageError where nobody can be. */
  static async as(
    place: Place,
    named: string | undefined,
    { env = process.env, looks }: { readonly env?: NodeJS.ProcessEnv; readonly looks?: string } = {},
  ): Promise<Http> {
    const given =
      env['LUYUE_TOKEN'] ?? (named === undefined ? await (await import('./login.js')).keptToken(place.url, env) : undefined);
    const actor = named ?? looks;
    if (given !== undefined) return new Http(place, given);
    if (actor === undefined || !existsSync(issuerFile(place.folder)))
      throw new UsageError(
        `未登录：请用 --as 指明测试人员（仅限本机平台），先登录（luyue login），或设置 LUYUE_TOKEN / nobody is signed in: name a test person with --as (a platform on this machine), sign in with luyue login, or set LUYUE_TOKEN`,
        'not-signed-in',
        ['as'],
      );
    return new Http(place, await testToken(place.folder, { actor }));
  }

  get<T extends z.ZodType>(path: string, answer: T, asked: Asked = {}): Promise<Answered<z.output<T>>> {
    return this.ask('GET', path, answer, asked);
  }

  post<T extends z.ZodType>(path: string, answer: T, asked: Asked = {}): Promise<Answered<z.output<T>>> {
    return this.ask('POST', path, answer, asked);
  }

  put<T extends z.ZodType>(path: string, answer: T, asked: Asked = {}): Promise<Answered<z.output<T>>> {
    return this.ask('PUT', path, answer, asked);
  }

  delete<T extends z.ZodType>(path: string, answer: T, asked: Asked = {}): Promise<Answered<z.output<T>>> {
    return this.ask('DELETE', path, answer, asked);
  }

  /** Sends a file as it is read; a long one has the time that it takes. */
  async send<T extends z.ZodType>(
    path: string,
    answer: T,
    query: NonNullable<Asked['query']>,
    body: Blob,
  ): Promise<Answered<z.output<T>>> {
    const headers = { 'content-type': 'application/octet-stream' };
    return this.read(await this.call('POST', path, { query, headers }, body), answer);
  }

  /** What is handed out as it is, or the no. */
  async fetch(path: string): Promise<Answered<Response>> {
    const response = await this.call('GET', path, {});
    return response.ok ? { value: response } : ((await this.read(response, problemOut)) as Answered<Response>);
  }

  private async ask<T extends z.ZodType>(method: string, path: string, answer: T, asked: Asked): Promise<Answered<z.output<T>>> {
    const { body, headers = {} } = asked;
    if (body === undefined) return this.read(await this.call(method, path, asked), answer);
    const typed = { ...asked, headers: { 'content-type': 'application/json', ...headers } };
    return this.read(await this.call(method, path, typed, JSON.stringify(body)), answer);
  }

  private call(method: string, path: string, { query = {}, headers = {} }: Asked, body?: string | Blob): Promise<Response> {
    const url = new URL(`${this.place.url}/api/v1${path}`);
    for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value);
    return fetch(url, {
      method,
      headers: { authorization: `Bearer ${this.token}`, ...headers },
      ...(body === undefined ? {} : { body }),
      signal: AbortSignal.timeout(body instanceof Blob ? FILE_PATIENCE_MS : PATIENCE_MS),
    }).catch((error: unknown) => {
      throw new ServerUnreachable(
        `${this.place.url} 没有答复 / ${this.place.url} does not answer: ${error instanceof Error ? error.message : String(error)}`,
      );
    });
  }

  private async read<T extends z.ZodType>(response: Response, answer: T): Promise<Answered<z.output<T>>> {
    const told: unknown = await response.json().catch(() => undefined);
    const read = response.ok ? answer.safeParse(told) : undefined;
    if (read?.success) return { value: read.data };
    const problem = problemOut.safeParse(told);
    if (!response.ok && problem.success) return { no: { status: response.status, problem: problem.data } };
    throw new ServerUnreachable(
      `${this.place.url} 的答复不是本平台的 / ${this.place.url} answers ${String(response.status)}, and not as luyue does`,
    );
  }
}
