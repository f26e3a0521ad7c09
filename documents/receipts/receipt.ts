import type { Day, Instant } from '../../domain/model/instant.js';

/** A file as a receipt names it. */
export interface ReceiptFile {
  readonly name: string;
  readonly sha256: string;
  readonly size?: number;
}

/** 已收讫: stamped, and it counts. 已办结: decided. Refused: it counts for nothing. */
export type ReceiptState = 'received' | 'decided' | 'refused';

/** What the platform's own seal on a receipt says, where it has one: over the digest of what the receipt says. */
export interface ReceiptSeal {
  readonly by: string;
  readonly algorithm: string;
  readonly at: Instant;
  /** Of a test authority: it proves nothing outside. */
  readonly test: boolean;
  /** In hex, the beginning of the signature's SHA-256: enough to find it. */
  readonly digest: string;
}

/** Everything that a receipt says. */
export interface Receipt {
  readonly code: string;
  readonly state: ReceiptState;
  /** The asker's own id of the request. */
  readonly id: string;
  readonly do: { readonly name: string; readonly zh: string; readonly en: string };
  readonly by: string;
  readonly unit?: { readonly id: string; readonly name: string };
  readonly cycle?: number;
  readonly month?: string;
  /** When it was stamped; what counts. */
  readonly at: Instant;
  /** What it was to be filed for, and until when, as that stood when it was stamped. */
  readonly deadline?: { readonly zh: string; readonly clause: string; readonly dueOn: Day; readonly inTime: boolean };
  readonly emissions?: string;
  readonly document?: { readonly id: string; readonly version: number; readonly sha256: string };
  readonly files: readonly ReceiptFile[];
  /** What the check found before it was filed. */
  readonly findings: readonly { readonly zh: string; readonly en: string }[];
  /** SHA-256 of what was asked, as the book keeps it. */
  readonly request: string;
  /** Where it stands in the book, once it is decided. */
  readonly event?: { readonly case: string; readonly seq: number; readonly hash: string };
  readonly refusal?: { readonly zh: string; readonly en: string };
  readonly seal?: ReceiptSeal;
  /** A demonstration or a rehearsal: nothing that it says is of any effect. */
  readonly test: boolean;
}

/** What anybody may know who has the code: that it is genuine, and no figure. */
export interface PublicReceipt {
  readonly code: string;
  readonly state: ReceiptState;
  readonly do: Receipt['do'];
  readonly at: Instant;
  readonly test: boolean;
}

export const publicOf = ({ code, state, do: what, at, test }: Receipt): PublicReceipt => ({ code, state, do: what, at, test });

/** The platform's own seal for what a receipt says; the same each time it is asked for the same. */
export interface ReceiptSealer {
  sealOf(text: string): Promise<ReceiptSeal | undefined>;
  /** The signature itself (CMS, detached). */
  made(text: string): Promise<{ readonly signature: Uint8Array }>;
}

export const STATE_WORDS: Readonly<Record<ReceiptState, readonly [zh: string, en: string]>> = {
  received: ['已收讫', 'received'],
  decided: ['已办结', 'decided'],
  refused: ['未受理', 'refused'],
};
