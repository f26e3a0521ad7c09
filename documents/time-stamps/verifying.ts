import type pg from 'pg';
import { isoOf } from '../../domain/model/instant.js';
import { anchorsOf, anchorText } from '../../records/anchors.js';
import { stampsOf, type TimeStamp } from '../../records/time-stamps.js';
import { readCertificate } from '../seals/certificate.js';
import { dersIn } from '../seals/pem.js';
import { judgeToken } from './token.js';

/** What the time stamps of a book come to. */
export interface StampReport {
  readonly anchors: {
    readonly all: number;
    readonly stamped: number;
    readonly last?: { readonly day: string; readonly at: string };
  };
  readonly seals: number;
  readonly wrong: readonly { readonly of: TimeStamp['of']; readonly subject: string; readonly why: string }[];
}

const PAGE = 500;

/** Looks at every token again: that it is about what is there now, and holds under the authority that is kept with it. */
export async function verifyStamps(pool: pg.Pool): Promise<StampReport> {
  const anchors = new Map((await anchorsOf(pool)).map((anchor) => [anchor.day, anchor]));
  const wrong: StampReport['wrong'][number][] = [];
  const count = { anchor: 0, seal: 0 };
  let last: StampReport['anchors']['last'];
  for (let after = 0; ;) {
    const page = await stampsOf(pool, after, PAGE);
    for (const { of, subject, token, authority, signature } of page) {
      count[of] += 1;
      const anchor = of === 'anchor' ? anchors.get(subject) : undefined;
      const content = anchor ? Buffer.from(anchorText(anchor), 'utf8') : signature;
      const roots = dersIn(authority, 'CERTIFICATE').flatMap((der) => readCertificate(der) ?? []);
      const held = content ? await judgeToken(new Uint8Array(token), { content: new Uint8Array(content), roots }) : 'missing';
      if (typeof held === 'string') wrong.push({ of, subject, why: held });
      else if (of === 'anchor' && subject >= (last?.day ?? '')) last = { day: subject, at: isoOf(held.at) };
    }
    if (page.length < PAGE) break;
    after = page.at(-1)?.n ?? 0;
  }
  return { anchors: { all: anchors.size, stamped: count.anchor, ...(last ? { last } : {}) }, seals: count.seal, wrong };
}
