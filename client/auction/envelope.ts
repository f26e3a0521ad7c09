import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Line } from '../../domain/auction/auction.js';
import type { Envelope } from '../../desk/auction-seal.js';
import { bytesIn } from '../../desk/written/file.js';
import { readJson } from '../../desk/written/json.js';
import { textOf } from '../../desk/written/text.js';
import { UsageError } from '../failure.js';

const NONCE_BYTES = 32;
const ONLY_MINE = 0o600;

const SHAPE = z.strictObject({
  caseId: z.string(),
  bidder: z.string(),
  nonce: z.string(),
  lines: z.array(z.strictObject({ price: z.string(), quantity: z.string() })),
});

export const envelopeFile = (auction: string, bidder: string): string =>
  `${auction}.${bidder}.bid.json`.replaceAll(/[^\w.-]/g, '_');

/** Seals a bid with a fresh nonce and keeps it, for nobody else to read, before anything of it is sent. Refuses to overwrite one. */
export function seal(file: string, caseId: string, bidder: string, lines: readonly Line[]): Envelope {
  const envelope = { caseId, bidder, nonce: randomBytes(NONCE_BYTES).toString('hex'), lines };
  if (existsSync(file))
    throw new UsageError(
      `${file} 已有密封报价，没有它该报价就无法开启；请用 --envelope 另指定文件 / ${file} holds a sealed bid: without it that bid cannot be opened. Name another file with --envelope`,
      'envelope-exists',
      ['envelope'],
    );
  writeFileSync(file, `${JSON.stringify(envelope, null, 2)}\n`, { mode: ONLY_MINE, flag: 'wx', flush: true });
  return envelope;
}

/** Reads what was sealed. Throws a UsageError where there is none, or it is another's. */
export function unseal(file: string, caseId: string, bidder: string): Envelope {
  if (!existsSync(file))
    throw new UsageError(
      `没有密封文件 ${file}，请用 --envelope 指定；没有它报价无法开启 / no envelope ${file}: name it with --envelope; a bid cannot be opened without it`,
      'no-envelope',
      ['envelope'],
    );
  let source: unknown;
  try {
    source = readJson(textOf(bytesIn(file)));
  } catch (error) {
    throw new UsageError(`${file} 不是 JSON / is not JSON: ${(error as Error).message}`, 'bad-envelope', ['envelope']);
  }
  const read = SHAPE.safeParse(source);
  if (!read.success || read.data.caseId !== caseId || read.data.bidder !== bidder)
    throw new UsageError(
      `${file} 不是 ${bidder} 在 ${caseId} 的密封文件 / is no envelope of ${bidder} for ${caseId}`,
      'bad-envelope',
      ['envelope'],
    );
  return read.data;
}
