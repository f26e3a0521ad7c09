/** Why a file was not taken in, or not handed out, and what to do: in both languages, with the code that HTTP says. */
export interface FileRefused {
  readonly code:
    | 'too-large'
    | 'too-many'
    | 'no-store'
    | 'too-slow'
    | 'wrong-type'
    | 'unsafe-file'
    | 'bad-input'
    | 'unknown-file'
    | 'not-allowed';
  readonly zh: string;
  readonly en: string;
  /** Seconds after which it may be tried again. */
  readonly retryAfter?: number;
}

export const refuseFile = (code: FileRefused['code'], zh: string, en: string): FileRefused => ({ code, zh, en });

export const isFileRefused = (answer: unknown): answer is FileRefused =>
  typeof answer === 'object' && answer !== null && 'code' in answer && 'zh' in answer;

const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EROFS']);

/** That the store on this machine's disk takes nothing more, where an error says so: a matter for its operators. */
export const noRoom = (error: unknown): FileRefused | undefined =>
  error instanceof Error && 'code' in error && NO_ROOM.has(String(error.code))
    ? refuseFile(
        'no-store',
        '文件存放处已满或不可写，未保存任何内容；请联系平台运行人员，稍后重新上传',
        'the store of files is full or cannot be written to and nothing was kept: tell the operators of the platform, and send it again later',
      )
    : undefined;

/** The same where it comes to light deep within a stream. */
export class FileError extends Error {
  override readonly name = 'FileError';
  readonly refused: FileRefused;

  constructor(code: FileRefused['code'], zh: string, en: string) {
    super(en);
    this.refused = refuseFile(code, zh, en);
  }
}
