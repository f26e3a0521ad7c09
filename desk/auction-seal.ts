import type { Line } from '../domain/auction/auction.js';
import { canonical, sha256 } from '../records/chain.js';

/** What a bidder keeps to itself until the close, and shows after it. */
export interface Envelope {
  /** The auction's case: the same bid sealed for another auction is another commitment. */
  readonly caseId: string;
  /** Whoever copies a commitment cannot open it: it names its bidder. */
  readonly bidder: string;
  /** 32 bytes of chance in hexadecimal: without it the few likely prices could be tried one by one. */
  readonly nonce: string;
  readonly lines: readonly Line[];
}

const LABEL = 'luyue sealed bid 1';

/** 承诺值: SHA-256 over auction, bidder, nonce and bid in their one spelling. It tells nothing of them and fits nothing else. */
export const commitmentOf = ({ caseId, bidder, nonce, lines }: Envelope): string =>
  sha256(`${LABEL}\n${canonical({ caseId, bidder, nonce, lines })}`);
