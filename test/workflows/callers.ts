import { isRefusal } from '../../domain/model/refusal.js';
import type { Caller } from '../../parties/caller.js';
import { testCaller } from '../../parties/test-caller.js';
import type { Book } from '../../records/book.js';

/** A test person as the book has them, spelt as in scenarios: whoever acts is looked up there. The platform of the book is a rehearsal. */
export const inTheBook = async (book: Book, actor: string): Promise<Caller> => {
  const caller = await testCaller(book.pool, actor, Date.now());
  if (isRefusal(caller)) throw new Error(caller.en);
  return caller;
};
