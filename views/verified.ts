import type { Book } from '../records/book.js';
import { differencesIn } from '../records/inspect.js';
import { stepDifferences } from '../records/verify-steps.js';
import { viewDifferences } from '../records/verify-views.js';

/** Whether the book agrees with itself: chains, transactions, balances, anchors, what is shown. */
export interface Verified {
  readonly cases: number;
  readonly events: number;
  readonly anchors: number;
  /** What does not agree, and where; empty where all does. */
  readonly wrong: readonly { readonly what: string; readonly subject: string; readonly found: string }[];
}

/** Computes every chain, seal, balance and anchor again, and what is shown of every case. It takes a while: seconds for a city. */
export async function verified(book: Book): Promise<Verified> {
  const { cases, events, wrong } = await book.verifyChains();
  const anchors = await book.verifyAnchors([]);
  const differences = [
    ...(await differencesIn(book.pool)),
    ...(await viewDifferences(book.pool)),
    ...(await stepDifferences(book.pool)),
  ];
  return {
    cases,
    events,
    anchors: anchors.anchors,
    wrong: [
      ...(wrong ? [{ what: wrong.what, subject: wrong.caseId, found: `event ${String(wrong.seq)}` }] : []),
      ...anchors.wrong.map(({ what, day, caseId = '' }) => ({ what, subject: caseId, found: day })),
      ...differences.map(({ check, subject, found }) => ({ what: check, subject, found })),
    ],
  };
}
