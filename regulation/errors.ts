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

/** Thrown when a regulation file does not say what it must: which fault, in which file, on which line, what to do. */
export class RegulationError extends Error {
  readonly fault: RegulationFault;
  readonly file: string;
  readonly line: number;

  constructor(fault: RegulationFault, file: string, line: number, message: string) {
    super(`${file}:${String(line)}: ${fault}: ${message}`);
    this.name = 'RegulationError';
    this.fault = fault;
    this.file = file;
    this.line = line;
  }
}
