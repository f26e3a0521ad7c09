import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Context, Hono } from 'hono';
import { SCRIPT, STYLE } from './layout.js';

const HEADERS = { 'cache-control': 'max-age=3600', vary: 'accept-encoding' };

/**
 * Style sheet and script, packed once. Pages themselves are not packed: beside what somebody else can have a page repeat, the length of
 * what is packed tells of the form's token.
 */
export function addStaticFiles(app: Hono): void {
  for (const [path, name, type] of [
    [STYLE, 'console.css', 'text/css'],
    [SCRIPT, 'console.js', 'text/javascript'],
  ] as const) {
    const plain = readFileSync(join(import.meta.dirname, name));
    const packed = gzipSync(plain, { level: 9 });
    app.get(path, (c: Context) => {
      const takes = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
      const file = takes ? packed : plain;
      const headers = { ...HEADERS, 'content-type': `${type}; charset=utf-8`, 'content-length': String(file.byteLength) };
      return c.body(Uint8Array.from(file), 200, { ...headers, ...(takes ? { 'content-encoding': 'gzip' } : {}) });
    });
  }
}
