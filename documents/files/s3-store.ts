import { createReadStream } from 'node:fs';
import { request as overHttp, type IncomingMessage } from 'node:http';
import { request as overHttps } from 'node:https';
import type { Readable } from 'node:stream';
import aws4 from 'aws4';
import { isSha256, type Staged, type Store } from './store.js';

export interface S3Options {
  /** `https://HOST/BUCKET`, or with a prefix of keys behind it. */
  readonly place: string;
  readonly key: string;
  readonly secret: string;
  readonly region: string;
  /** How long the server may be silent, in milliseconds. */
  readonly silentMs?: number;
}

const SILENT_MS = 30_000;
const MOST_SAID = 2_000;
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** What a server said that does not do what it was asked. */
class StoreError extends Error {
  override readonly name = 'StoreError';
}

interface Asked {
  readonly method: 'HEAD' | 'GET' | 'PUT' | 'DELETE';
  readonly sha256: string;
  readonly body?: Readable;
  readonly headers?: Readonly<Record<string, string>>;
}

const isGood = ({ statusCode = 0 }: IncomingMessage): boolean => statusCode >= 200 && statusCode < 300;

/** Files in a bucket of any server that speaks S3. A PUT is seen as a whole or not at all, and the server compares the hash. */
export class S3Store implements Store {
  readonly place: string;
  private readonly options: S3Options;

  constructor(options: S3Options) {
    this.options = options;
    this.place = options.place;
  }

  async keep({ path, sha256, size }: Staged): Promise<void> {
    const body = createReadStream(path);
    const answer = await this.ask({
      method: 'PUT',
      sha256,
      body,
      headers: { 'content-length': String(size), 'content-type': 'application/octet-stream', 'x-amz-content-sha256': sha256 },
    });
    await this.over(answer, 'PUT', sha256);
  }

  async has(sha256: string, size: number): Promise<boolean> {
    const answer = await this.ask({ method: 'HEAD', sha256 });
    answer.resume();
    if (answer.statusCode === 404) return false;
    if (!isGood(answer)) throw new StoreError(`HEAD ${sha256}: ${String(answer.statusCode)} from ${this.place}`);
    return Number(answer.headers['content-length']) === size;
  }

  async read(sha256: string): Promise<Readable | undefined> {
    const answer = await this.ask({ method: 'GET', sha256 });
    if (answer.statusCode === 404) {
      answer.resume();
      return undefined;
    }
    if (!isGood(answer)) await this.over(answer, 'GET', sha256);
    return answer;
  }

  async remove(sha256: string): Promise<void> {
    const answer = await this.ask({ method: 'DELETE', sha256 });
    if (answer.statusCode === 404) answer.resume();
    else await this.over(answer, 'DELETE', sha256);
  }

  /** Reads the answer to its end. Throws with what it says where it is no yes. */
  private async over(answer: IncomingMessage, method: string, sha256: string): Promise<void> {
    let said = '';
    for await (const piece of answer) if (said.length < MOST_SAID) said += (piece as Buffer).toString('utf8');
    if (!isGood(answer))
      throw new StoreError(`${method} ${sha256}: ${String(answer.statusCode)} from ${this.place}: ${said.slice(0, MOST_SAID)}`);
  }

  private ask({ method, sha256, body, headers = {} }: Asked): Promise<IncomingMessage> {
    if (!isSha256(sha256)) throw new Error(`no hash of a file: ${sha256}`);
    const { place, key, secret, region, silentMs = SILENT_MS } = this.options;
    const { protocol, host, hostname, port, pathname } = new URL(place);
    const path = `${pathname.replace(/\/$/, '')}/${sha256}`;
    const signed = aws4.sign(
      { service: 's3', region, method, host, path, headers: { 'x-amz-content-sha256': EMPTY, ...headers } },
      { accessKeyId: key, secretAccessKey: secret },
    );
    return new Promise((resolve, reject) => {
      const send = protocol === 'https:' ? overHttps : overHttp;
      const asked = send({ method, hostname, port, path, headers: signed.headers, timeout: silentMs }, resolve);
      asked.once('timeout', () => asked.destroy(new StoreError(`${place} does not answer`)));
      asked.once('error', (error) => {
        body?.destroy();
        reject(error);
      });
      if (body) body.once('error', (error) => asked.destroy(error)).pipe(asked);
      else asked.end();
    });
  }
}
