import { z } from 'zod';
import { byName } from '../../regulation/by-name.js';
import { placeOf, sayIssue } from '../../acts/say-issue.js';
import { instantFrom, isInstant, type Instant } from '../../domain/model/instant.js';
import type { Json } from '../../domain/model/json.js';
import { commitmentOf } from '../../desk/auction-seal.js';
import { bytesIn } from '../../desk/written/file.js';
import { textOf } from '../../desk/written/text.js';
import { readYaml as readWritten } from '../../desk/written/yaml.js';
import { sha256 } from '../../records/chain.js';
import { UsageError } from '../failure.js';

const decimal = z
  .string()
  .regex(/^\d{1,15}(\.\d{1,2})?$/, '应为十进制数（以字符串书写） | must be a decimal amount, written as a string');
const whole = z
  .string()
  .regex(/^[1-9]\d{0,17}$/, '应为大于零的整数（以字符串书写） | must be a positive whole number, written as a string');
const instant = z
  .string()
  .refine(
    isInstant,
    '应为带时区的时刻，如 "2024-09-10T10:00:00+08:00" | must be an instant with its offset, e.g. "2024-09-10T10:00:00+08:00"',
  );
const SCRIPT = z.strictObject({
  announcedAt: instant,
  allowProvisional: z.boolean().default(false),
  announcement: byName(z.string(), z.unknown()),
  bids: z.array(
    z.strictObject({
      bidder: z.string().min(1),
      kind: z.enum(['key', 'voluntary']).default('key'),
      cover: decimal,
      at: instant,
      lines: z.array(z.strictObject({ price: decimal, quantity: whole })).min(1),
      /** When the bidder opens it; at the close where it is left out, never where `opens` is false. */
      openedAt: instant.optional(),
      opens: z.boolean().default(true),
      /** Whether the bidder's case refuses the lot, in a play in memory; a rehearsal asks a real case. */
      refusesLot: z.boolean().default(false),
    }),
  ),
});

/** An auction with all its bids, as a file tells it: what is announced when, who lodges, bids and opens what. */
export type Script = z.infer<typeof SCRIPT>;
export type ScriptBid = Script['bids'][number];

/** One thing that somebody does in a script. */
export interface Move {
  readonly at: Instant;
  readonly by: string;
  readonly do: 'record-cover' | 'file-bid' | 'open-bid';
  readonly bid: ScriptBid;
  readonly nonce: string;
  readonly commitment: string;
}

/** Reads a YAML or JSON file. Throws a UsageError (`bad-file`) that says which and why. */
export function readYaml(file: string): Json {
  try {
    return readWritten(textOf(bytesIn(file))) as Json;
  } catch (error) {
    throw new UsageError(`${file} 无法读取 / cannot be read: ${(error as Error).message}`, 'bad-file', ['file']);
  }
}

/** What an announcement's file brings: the announcement itself, or a script that holds one. */
export const announcementIn = (source: Json): Json =>
  typeof source === 'object' && source !== null && !Array.isArray(source) && 'announcement' in source
    ? ((source as Readonly<Record<string, Json>>)['announcement'] ?? null)
    : source;

/** Checks the frame of a script. Throws a UsageError with the place of the first mistake. */
export function readScript(source: Json): Script {
  const read = SCRIPT.safeParse(source, { reportInput: true });
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  if (!issue) throw new Error('a parse that failed names no issue');
  const path = placeOf(issue);
  throw new UsageError(`${path.join('.') || '文件 the file'}: ${sayIssue(issue).join(' / ')}`, 'bad-file', path);
}

/** Cover and seal at the stamp of the bid, the opening at its own; the nonces are the script's own, so that it plays the same every time. */
export const movesOf = ({ bids }: Script, caseId: string, closesAt: Instant): Move[] =>
  bids
    .flatMap((bid, n): Move[] => {
      const { bidder, lines, opens, openedAt } = bid;
      const nonce = sha256(`${caseId} ${bidder} ${String(n)}`);
      const sealed = { bid, nonce, commitment: commitmentOf({ caseId, bidder, nonce, lines }) };
      const stamp = instantFrom(bid.at);
      const last = bids.findLastIndex((one) => one.bidder === bidder) === n;
      const opened = openedAt === undefined ? closesAt : instantFrom(openedAt);
      return [
        { at: stamp, by: 'exchange', do: 'record-cover', ...sealed },
        { at: stamp, by: bidder, do: 'file-bid', ...sealed },
        ...(opens && last ? [{ at: opened, by: bidder, do: 'open-bid' as const, ...sealed }] : []),
      ];
    })
    .sort((a, b) => a.at - b.at);
