import { letter } from '../domain/letters/letter.js';
import { onConnection } from '../records/connection.js';
import { letterState, mailsOf } from '../records/outbox.js';

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
      const mails = [...(await mailsOf(client, { refused: true })), ...(await mailsOf(client, { waiting: true }))];
      return mails.flatMap((mail) => {
        const { recipient: to, attempts, lastError: said } = mail;
        const { subject } = letter({ ...mail, to });
        return said === undefined
          ? []
          : [{ state: letterState(mail) === 'refused' ? 'refused' : 'waiting', to, subject, attempts, said }];
      });
    });
  } catch {
    return [];
  }
};
