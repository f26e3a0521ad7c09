/** One line of a calculation: what was done, what came out, and the parameters of the rulebook that it rests on. */
export interface WorkingStep {
  /** Chinese, then English. */
  readonly step: string;
  readonly value: string;
  readonly unit: string;
  readonly rests: readonly string[];
}

/** An answer with the way to it, so that screen, mail and audit tell one story. */
export interface Reasoned<Answer> {
  readonly answer: Answer;
  readonly working: readonly WorkingStep[];
  /** Why the answer is provisional beyond the parameters that it rests on; left out where it is not. */
  readonly because?: readonly string[];
}

/** One line of working. */
export const line = (step: string, value: string, unit: string, ...rests: string[]): WorkingStep => ({
  step,
  value,
  unit,
  rests,
});

export type QuestionFault = 'bad-input' | 'not-known' | 'not-required';

/** Thrown when a question cannot be answered as put: where in the input, and what to do, in Chinese and English. */
export class QuestionError extends Error {
  readonly code: QuestionFault;
  readonly path: readonly (string | number)[];
  readonly zh: string;
  readonly en: string;

  constructor(code: QuestionFault, path: readonly (string | number)[], zh: string, en: string) {
    super(`${zh} / ${en}`);
    this.name = 'QuestionError';
    this.code = code;
    this.path = path;
    this.zh = zh;
    this.en = en;
  }
}
