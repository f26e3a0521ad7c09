import { checkBook, checkHashes } from '../../ledger/checker/checker.js';
import type { Book } from '../../records/book.js';
import { viewDifferences } from '../../records/verify-views.js';

/** What anything that checks a book finds wrong in it: the independent checker, every chain, what is shown of every case. */
export const foundWrong = async (book: Book): Promise<readonly unknown[]> => [
  ...(await checkBook(book.pool)),
  ...(await checkHashes(book.pool)),
  ...[(await book.verifyChains()).wrong].filter((one) => one !== undefined),
  ...(await viewDifferences(book.pool)),
];
