/**
 * How a field is entered: `given` stands in the address of the form and is shown; `lots` names lots of the account, each with a quantity;
 * `rows` is a short table.
 */
type EnteredAs =
  | 'number'
  | 'count'
  | 'tick'
  | 'choice'
  | 'line'
  | 'text'
  | 'lines'
  | 'result'
  | 'rows'
  | 'lots'
  | 'given'
  | 'given-number';

/** One field of a form: what is asked, how it is entered. */
export interface Field {
  readonly name: string;
  readonly as: EnteredAs;
  readonly zh: string;
  readonly en: string;
  readonly hint?: readonly [zh: string, en: string];
  readonly optional?: true;
  /** Of a choice: each value with its words. */
  readonly options?: readonly (readonly [value: string, zh: string, en: string])[];
  /** Of rows. */
  readonly columns?: readonly Field[];
}

/** An act that is plain enough for a short form. */
export interface ActForm {
  readonly act: string;
  readonly fields: readonly Field[];
}
