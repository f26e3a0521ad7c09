import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Instant } from '../../domain/model/instant.js';
import { keepReceiptSeal, receiptSealOf, type ReceiptSealRow } from '../../records/receipt-seals.js';
import { readCertificate } from '../seals/certificate.js';
import { isOfTest } from '../seals/trust.js';
import type { WitnessKey } from '../seals/witness.js';
import type { ReceiptSeal, ReceiptSealer } from './receipt.js';

const hashOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
/** How much of a digest people compare. */
const SHOWN = 32;

/** The platform's own seal on receipts: by the key by which it bears witness, once for each text. */
export class KeptReceiptSealer implements ReceiptSealer {
  private readonly pool: pg.Pool;
  private readonly key: WitnessKey;
  private readonly now: () => Instant;

  constructor(pool: pg.Pool, key: WitnessKey, now: () => Instant = Date.now) {
    this.pool = pool;
    this.key = key;
    this.now = now;
  }

  async sealOf(text: string): Promise<ReceiptSeal | undefined> {
    const { signature, madeAt } = await this.made(text);
    const path = this.key.certificates.flatMap((der) => readCertificate(der) ?? []);
    const [own] = path;
    if (!own?.algorithm) return undefined;
    return {
      by: own.subject,
      algorithm: own.algorithm,
      at: madeAt,
      test: path.some(isOfTest),
      digest: hashOf(signature).slice(0, SHOWN),
    };
  }

  /** What was signed, and the signature (CMS, detached), for whoever verifies it without us. */
  async made(text: string): Promise<ReceiptSealRow> {
    const sha256 = hashOf(text);
    const before = await receiptSealOf(this.pool, sha256);
    if (before) return before;
    const madeAt = this.now();
    const signature = await this.key.seal(Buffer.from(text, 'utf8'), madeAt);
    await keepReceiptSeal(this.pool, { sha256, text, signature, madeAt });
    const kept = await receiptSealOf(this.pool, sha256);
    if (!kept) throw new Error(`the seal on receipt text ${sha256} was not kept`);
    return kept;
  }
}
