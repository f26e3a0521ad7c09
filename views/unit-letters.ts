import { isoOf } from '../domain/model/instant.js';
import type { Book } from '../records/book.js';
import { letterState } from '../records/sent-letters.js';

/** A letter about a unit as its people see it. */
export interface LetterLine {
  readonly id: string;
  readonly unit: string;
  /** The letter, where it was written to the unit itself: its people may read it. */
  readonly letter: string | null;
  readonly at: string;
  readonly to: string;
  readonly template: string;
  readonly duty: string | null;
  /** What was decided, where it tells a decision. */
  readonly decided: string | null;
  readonly state: 'sent' | 'refused' | 'waiting';
  /** What the mail server said when it refused. */
  readonly said: string | null;
}

/** The latest letters that tell of a unit, the newest first: what in them is of another unit is left out. */
export async function lettersOf(book: Book, unit: string, limit: number): Promise<readonly LetterLine[]> {
  const letters = await book.lettersOf({ unit, limit });
  const lines = letters.flatMap((letter) =>
    letter.notices
      .filter((notice) => notice.unit === unit)
      .map(({ id, template, duty = null, say }): LetterLine => {
        const state = letterState(letter);
        return {
          id: `${letter.id}:${id}`,
          unit,
          letter: letter.party.kind === 'unit' && letter.party.id === unit ? letter.letter : null,
          at: isoOf(letter.at),
          to: letter.to,
          template,
          duty,
          decided: template === 'decision' ? (say['what'] ?? null) : null,
          state: state === 'returned' ? 'refused' : state,
          said: letter.said ?? null,
        };
      }),
  );
  return lines.reverse().slice(0, limit);
}
