import { checkBook, checkHashes } from '../../ledger/checker/checker.js';
import type { Book } from '../../records/book.js';
import { stepDifferences } from '../../records/verify-steps.js';
import { viewDifferences } from '../../records/verify-views.js';

/** What anything that checks a book finds wrong in it: the independent checker, every chain, what is shown of every case. */
export const foundWrong = async (book: Book): Promise<readonly unknown[]> => [
  ...(await checkBook(book.pool)),
  ...(await checkHashes(book.pool)),
  ...[(await book.verifyChains()).wrong].filter((one) => one !== undefined),
  ...(await viewDifferences(book.pool)),
];

/** The same of a book in which every step was made by its case, not by hand: asked anew, each says what it said. */
export const foundWrongAnew = async (book: Book): Promise<readonly unknown[]> => [
  ...(await foundWrong(book)),
  ...(await stepDifferences(book.pool)),
];
