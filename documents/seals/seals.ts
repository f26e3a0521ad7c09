import type { Office } from '../../records/in-office.js';
import type { Instant } from '../../domain/model/instant.js';
import type { Refusal } from '../../domain/model/refusal.js';
import type { Manifest } from '../manifest.js';

/**
 * What a seal is worth (电子签名法 Art. 13: the key is the signer's alone): by the party's `certificate`, signed outside; by a seal
 * `platform` that keeps the party's key; by this platform as `witness`, after the signer's second factor.
 */
export const SEAL_KINDS = ['certificate', 'platform', 'witness'] as const;
export type SealKind = (typeof SEAL_KINDS)[number];

/** Which signatures are verified. All others are `weak-algorithm`. */
export const SEAL_ALGORITHMS = ['ecdsa', 'rsa', 'sm2-sm3'] as const;
export type SealAlgorithm = (typeof SEAL_ALGORITHMS)[number];

/** A seal that was verified when it was made, and is kept for ever. */
export interface Seal {
  /** `SEAL-000001` */
  readonly seal: string;
  readonly manifestSha256: string;
  readonly party: string;
  readonly kind: SealKind;
  readonly algorithm: SealAlgorithm;
  /** The number of the registered certificate; none for a witness, whose certificate stands in the evidence. */
  readonly certificate?: string;
  /** By a test authority: worth nothing outside of a demonstration or rehearsal. */
  readonly test: boolean;
  /** Business time. */
  readonly madeAt: Instant;
  readonly madeBy: string;
}

/** A signature that somebody brings for a manifest. */
export interface BroughtSeal {
  readonly manifest: Manifest;
  readonly party: string;
  /** Detached CMS in DER (or PEM), or a raw SM2 signature in DER (GM/T 0009). */
  readonly signature: Uint8Array;
  /** The business stamp by which certificates are judged. */
  readonly at: Instant;
  readonly by: string;
  /** As what they seal: still so when the seal is kept. */
  readonly office?: Office | undefined;
}

/** A witness is asked: who has just shown the second factor, and when. */
export interface AskedWitness extends Omit<BroughtSeal, 'signature'> {
  readonly steppedUpAt: Instant;
}

/** Seals: checked and kept, or refused (`seal-invalid` with the reason). */
export interface Seals {
  seal(brought: BroughtSeal): Promise<Seal | Refusal>;
  witness(asked: AskedWitness): Promise<Seal | Refusal>;
  /** Of a manifest, in the order in which they were made. */
  sealsOf(manifestSha256: string): Promise<readonly Seal[]>;
  /** Whether a party has sealed a manifest in a way that is enough for its act on this platform; else why not (`not-sealed`). */
  isSealed(manifest: Manifest, party: string): Promise<true | Refusal>;
}
