/** What can be found in a file that somebody hands in. An error keeps the file from being carried out, a warning does not. */
export const FINDING_CODES = [
  'bad-encoding',
  'broken-csv',
  'broken-workbook',
  'old-workbook',
  'more-sheets',
  'hidden-sheets',
  'hidden-rows',
  'hidden-columns',
  'above-headings',
  'too-large',
  'no-lines',
  'missing-column',
  'duplicate-column',
  'unknown-column',
  'too-many-cells',
  'formula-cell',
  'merged-cell',
  'error-cell',
  'number-cell',
  'shown-otherwise',
  'unseen-character',
  'unread-cell',
  'other-link',
  'empty-cell',
  'bad-id',
  'duplicate-id',
  'bad-name',
  'bad-kind',
  'unknown-district',
  'bad-mail',
  'bad-telephone',
  'bad-webhook',
  'shared-mail',
  'bad-amount',
  'bad-yes-no',
  'bad-day',
  'half-last-cycle',
  'no-last-cycle',
  'last-cycle-left-out',
  'flag-left-out',
  'nothing-asked',
  'not-listed-yet',
  'dates-passed',
  'opens-outside',
  'other-revision',
  'has-case',
  'would-change-kind',
  'would-change-district',
  'other-spelling',
  'would-change-details',
  'not-a-decision',
  'no-amount',
  'bad-result',
  'bad-json',
  'two-spellings',
  'names-officers',
  'unknown-unit',
  'bad-product',
  'bad-vintage',
  'bad-origin',
  'not-of-product',
  'corrects-balance',
  'less-than-entered',
  'entered-elsewhere',
  'not-taken-over',
  'not-of-act',
  'bad-month',
  'bad-lots',
  'refused',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** One thing found: where, how grave, and what to do about it, in Chinese and English. */
export interface Finding {
  readonly level: 'error' | 'warning';
  readonly code: FindingCode;
  /** The line of the file, from 1; absent where it concerns the file as a whole. */
  readonly line?: number;
  /** The column by its English name. */
  readonly column?: string;
  readonly zh: string;
  readonly en: string;
}

export type Place = Pick<Finding, 'line' | 'column'>;

export const error = (code: FindingCode, place: Place, zh: string, en: string): Finding => ({
  level: 'error',
  code,
  ...place,
  zh,
  en,
});

export const warning = (code: FindingCode, place: Place, zh: string, en: string): Finding => ({
  ...error(code, place, zh, en),
  level: 'warning',
});

export const hasErrors = (findings: readonly Finding[]): boolean => findings.some(({ level }) => level === 'error');

/** One line for people. */
export function sayFinding({ level, code, line, column, zh, en }: Finding): string {
  const where = [...(line === undefined ? [] : [`第 ${String(line)} 行 line ${String(line)}`]), ...(column ? [column] : [])];
  return `${level === 'error' ? '错误 error' : '提示 warning'} ${code}${where.length > 0 ? ` (${where.join(', ')})` : ''}: ${zh} / ${en}`;
}
