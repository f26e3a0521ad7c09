/** What can be wrong with a regulation file; each is found while loading, none is ever guessed around. */
export type RegulationFault =
  | 'not-found'
  | 'not-yaml'
  | 'unknown-key'
  | 'missing-key'
  | 'bad-shape'
  | 'unknown-parameter'
  | 'missing-parameter'
  | 'duplicate-parameter'
  | 'wrong-unit'
  | 'bad-value'
  | 'missing-of'
  | 'unknown-field'
  | 'duplicate-field'
  | 'decided-without-quote'
  | 'quote-not-in-text'
  | 'dead-citation'
  | 'wrong-order'
  | 'wrong-name'
  | 'not-known'
  | 'locked';

/** A line of a file, the first where none is said. */
export interface Place {
  readonly file: string;
  readonly line?: number;
}

/** Thrown when a regulation file does not say what it must: which fault, in which file, on which line, what to do, in both languages. */
export class RegulationError extends Error {
  readonly fault: RegulationFault;
  readonly file: string;
  readonly line: number;
  readonly zh: string;
  readonly en: string;

  constructor(fault: RegulationFault, { file, line = 1 }: Place, zh: string, en: string) {
    super(`${file}:${String(line)}: ${fault}: ${zh} / ${en}`);
    this.name = 'RegulationError';
    this.fault = fault;
    this.file = file;
    this.line = line;
    this.zh = zh;
    this.en = en;
  }
}
