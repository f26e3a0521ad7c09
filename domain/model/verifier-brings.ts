import type { Amount } from './amount.js';
import type { FiledDocument } from './filed-document.js';
import type { Files } from './file.js';
import type { Opinion, QueryKind } from './verification.js';

/** What the acts of a verifier bring. */
export interface OfVerifiers {
  'accept-engagement': { readonly independence: string; readonly team?: readonly string[] | undefined };
  'decline-engagement': { readonly reason: string };
  /** `days`: natural days to answer. */
  'raise-query': {
    readonly kind: QueryKind;
    readonly about: string;
    readonly text: string;
    readonly days?: number | undefined;
  };
  'close-query': { readonly query: number; readonly result: 'settled' | 'stands'; readonly reason?: string | undefined };
  'issue-verification-report': Files & {
    readonly emissions: Amount;
    readonly sources: readonly {
      readonly source: string;
      readonly reported?: Amount | undefined;
      readonly verified: Amount;
      readonly explanation?: string | undefined;
    }[];
    readonly opinion: Opinion;
    readonly sealed: boolean;
    readonly document?: FiledDocument | undefined;
  };
  /** `filing`: as the notice calls it. */
  'submit-verifier-filing': Files & { readonly filing: string; readonly sealed: boolean };
}
