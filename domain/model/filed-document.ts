import type { Amount } from './amount.js';

/** The document that is filed: by its hash, with how much was found in it, and with its total where it states another than is computed. */
export type FiledDocument = {
  readonly id: string;
  readonly version: number;
  readonly sha256: string;
  readonly findings: { readonly error: number; readonly warning: number; readonly question: number };
  readonly differs?: { readonly stated: Amount; readonly computed: Amount } | undefined;
};
