import { existsSync } from 'node:fs';
import { type z } from 'zod';
import { issuerFile } from '../gateway/issuer-file.js';
import { testToken } from '../gateway/test-issuer.js';
import { problemOut } from '../gateway/shapes.js';
import { keptToken } from './login.js';
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
    const given = env['LUYUE_TOKEN'] ?? (named === undefined ? await keptToken(place.url, env) : undefined);
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

  private async ask<T extends z.ZodType>(method: string, path: string, answer: T, asked: Asked): Promise<Answered<z.output<T>>> {
    const url = new URL(`${this.place.url}/api/v1${path}`);
    for (const [name, value] of Object.entries(asked.query ?? {})) if (value !== undefined) url.searchParams.set(name, value);
    const response = await fetch(url, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...asked.headers,
      },
      ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch((error: unknown) => {
      throw new ServerUnreachable(`${this.place.url} does not answer: ${error instanceof Error ? error.message : String(error)}`);
    });
    const told: unknown = await response.json().catch(() => undefined);
    const read = response.ok ? answer.safeParse(told) : undefined;
    if (read?.success) return { value: read.data };
    const problem = problemOut.safeParse(told);
    if (!response.ok && problem.success) return { no: { status: response.status, problem: problem.data } };
    throw new ServerUnreachable(`${this.place.url} answers ${String(response.status)}, and not as luyue does`);
  }
}
