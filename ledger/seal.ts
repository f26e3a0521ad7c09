import { hash } from 'node:crypto';
import type { Posting } from '../domain/model/account.js';

/** A ledger transaction with its cause: which event of which case, when in business time, by whom. */
export interface Transaction {
  readonly id: string;
  readonly caseId: string;
  readonly seq: number;
  readonly at: number;
  readonly by: string;
  readonly postings: readonly Posting[];
}

/** The hash over a transaction and its postings in their order: one changed character shows. */
export const sealOf = ({ id, caseId, seq, at, by, postings }: Transaction): string => {
  const lines = postings.map((posting) => JSON.stringify([posting.account, posting.lot, posting.product, posting.quantity]));
  return hash('sha256', [JSON.stringify([id, caseId, seq, at, by]), ...lines].join('\n'));
};
