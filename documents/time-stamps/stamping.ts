import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Instant } from '../../domain/model/instant.js';
import { anchorsOf, anchorText } from '../../records/anchors.js';
import { keepStamp, sealsWithoutStamp, stampTimes, type TimeStamp } from '../../records/time-stamps.js';
import { endTroubles, noteTroubles } from '../../records/troubles.js';
import { stampBy, type TimeAuthority } from './authority.js';

/** What a look for what has no stamp came to. */
export interface Stamping {
  readonly stamped: number;
  /** Why the authority gave none, where it was asked for one. */
  readonly no?: string;
}

/** At once; the rest at the next look. */
const MOST = 100;

type Waiting = Pick<TimeStamp, 'of' | 'subject'> & { readonly content: Uint8Array };

/** The anchors that carry no stamp yet, the latest first, since it stands for all before it. */
async function anchorsWaiting(pool: pg.Pool): Promise<Waiting[]> {
  const stamped = await stampTimes(pool);
  return (await anchorsOf(pool))
    .filter(({ day }) => !stamped.has(day))
    .reverse()
    .map((anchor) => ({ of: 'anchor', subject: anchor.day, content: Buffer.from(anchorText(anchor), 'utf8') }));
}

const sealsWaiting = async (pool: pg.Pool): Promise<Waiting[]> =>
  (await sealsWithoutStamp(pool, MOST)).map(({ seal, signature }) => ({
    of: 'seal',
    subject: seal,
    content: new Uint8Array(signature),
  }));

/**
 * Stamps the anchors that carry none, and the seals where they are to. Whatever the authority does, nothing waits for it: what could not be
 * stamped is next time, and operators are told until it could.
 */
export async function stampWaiting(
  pool: pg.Pool,
  { authority, seals }: { readonly authority: TimeAuthority; readonly seals: boolean },
  now: () => Instant = Date.now,
): Promise<Stamping> {
  const waiting = [...(await anchorsWaiting(pool)), ...(seals ? await sealsWaiting(pool) : [])].slice(0, MOST);
  let stamped = 0;
  for (const { of, subject, content } of waiting) {
    const sha256 = createHash('sha256').update(content).digest('hex');
    const fresh = await stampBy(authority, content, sha256, now());
    if ('no' in fresh) {
      await noteTroubles(pool, [{ kind: 'time-stamp', subject: authority.url, said: `${of} ${subject}: ${fresh.no}` }], now());
      return { stamped, no: fresh.no };
    }
    await keepStamp(pool, { of, subject, sha256, ...fresh });
    stamped += 1;
  }
  await endTroubles(pool, 'time-stamp', [authority.url], now());
  return { stamped };
}

const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 1_800_000;

/** The same at each look; after one that failed, the next pauses are longer and longer, up to half an hour. */
export function stampingNowAndThen(
  pool: pg.Pool,
  stamping: Parameters<typeof stampWaiting>[1],
  now: () => Instant = Date.now,
): () => Promise<Stamping | undefined> {
  let pause = 0;
  let notBefore = 0;
  return async () => {
    if (now() < notBefore) return undefined;
    const done = await stampWaiting(pool, stamping, now);
    pause = done.no === undefined ? 0 : Math.min(LONGEST_PAUSE_MS, Math.max(FIRST_PAUSE_MS, pause * 2));
    notBefore = now() + pause;
    return done;
  };
}
