import type { Day } from '../model/instant.js';

/** A mail as people read it, in Chinese. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
}

/** What a letter is written from: names filled in, nothing undefined. */
interface Told {
  readonly unit: string;
  readonly duty: string;
  readonly clause: string;
  readonly on: Day;
  readonly say: (name: string) => string;
}

export type Write = (told: Told) => Letter;
