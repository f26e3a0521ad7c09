/** `luyue do ACT`. */
export interface DoOptions {
  readonly as: string;
  readonly unit?: string;
  readonly for?: string;
  readonly with?: string;
  readonly approvedBy?: string;
  /** The same id is the same act, however often it is sent. */
  readonly id?: string;
  /** The cycle, where more than one can be meant. */
  readonly cycle?: string;
  readonly json: boolean;
}
