import { letter } from '../domain/letters/letter.js';
import { onConnection } from '../records/connection.js';
import { letterState, sentLetters } from '../records/sent-letters.js';

/** A letter that did not go out at its first attempt, or was refused for good, and what the mail server said. */
export interface Undelivered {
  readonly state: 'waiting' | 'refused';
  readonly to: string;
  readonly subject: string;
  readonly attempts: number;
  readonly said: string;
}

/** What the book of a platform has to tell of letters that did not go out. Nothing as long as it is not there. */
export const undeliveredIn = async (databaseUrl: string): Promise<Undelivered[]> => {
  try {
    return await onConnection(databaseUrl, async (client) => {
      const letters = [...(await sentLetters(client, { refused: true })), ...(await sentLetters(client, { waiting: true }))];
      return letters.flatMap((one) => {
        const { to, attempts, said, notices } = one;
        const [first] = notices;
        if (said === undefined || first === undefined) return [];
        const state = letterState(one) === 'waiting' ? 'waiting' : 'refused';
        return [{ state, to, subject: letter(first).subject, attempts, said }];
      });
    });
  } catch {
    return [];
  }
};
