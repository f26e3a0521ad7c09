/** error: cannot be right; warning: needs a reason; question: may well be right. */
export type Severity = 'error' | 'warning' | 'question';

/** 异常: something in reported data that deserves attention. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  /** Which figure or file. */
  readonly about: string;
  readonly zh: string;
  readonly en: string;
  /** The numbers that led to it. */
  readonly numbers: Readonly<Record<string, string>>;
}
