import { appendFile } from 'node:fs/promises';

/** A short message to a telephone. */
export interface ShortMessage {
  readonly id: string;
  readonly to: string;
  readonly text: string;
}

/**
 * Hands a short message over; answers what was said. A gateway of a provider stands behind it in service; none is built in, since each has an
 * interface of its own.
 */
export type ShortMessages = (message: ShortMessage) => Promise<string>;

/** No gateway: writes each message as a line of a file, for tests and rehearsals. Nothing reaches anybody. */
export const shortMessagesInFile =
  (file: string): ShortMessages =>
  async (message) => {
    await appendFile(file, `${JSON.stringify(message)}\n`);
    return 'written to a file, sent to nobody';
  };
