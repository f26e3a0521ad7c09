/** Why a workbook is not read. Thrown while it is read, and caught by `readXlsx`, which makes a finding of it. */
export class WorkbookError extends Error {
  readonly code: 'broken-workbook' | 'old-workbook' | 'too-large';
  readonly zh: string;
  constructor(code: WorkbookError['code'], zh: string, en: string) {
    super(en);
    this.name = 'WorkbookError';
    this.code = code;
    this.zh = zh;
  }
}

export const broken = (why: string): WorkbookError =>
  new WorkbookError('broken-workbook', `工作簿无法读取（${why}）`, `the workbook cannot be read (${why}): save it again as xlsx`);

export const tooLarge = (zh: string, en: string): WorkbookError =>
  new WorkbookError('too-large', `工作簿过大：${zh}`, `the workbook is too large: ${en}`);
