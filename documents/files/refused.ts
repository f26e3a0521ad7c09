/** Why a file was not taken in, or not handed out, and what to do: in both languages, with the code that HTTP says. */
export interface FileRefused {
  readonly code:
    'too-large' | 'too-many' | 'too-slow' | 'wrong-type' | 'unsafe-file' | 'bad-input' | 'unknown-file' | 'not-allowed';
  readonly zh: string;
  readonly en: string;
  /** Seconds after which it may be tried again. */
  readonly retryAfter?: number;
}

export const refuseFile = (code: FileRefused['code'], zh: string, en: string): FileRefused => ({ code, zh, en });

export const isFileRefused = (answer: unknown): answer is FileRefused =>
  typeof answer === 'object' && answer !== null && 'code' in answer && 'zh' in answer;

/** The same where it comes to light deep within a stream. */
export class FileError extends Error {
  override readonly name = 'FileError';
  readonly refused: FileRefused;

  constructor(code: FileRefused['code'], zh: string, en: string) {
    super(en);
    this.refused = refuseFile(code, zh, en);
  }
}
