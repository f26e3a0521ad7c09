import { dateFromSerial, format as formatted, getFormatDateInfo, isDateFormat } from 'numfmt';
import type { Cell } from '../sheet.js';
import { GENERAL } from './formats.js';

/** A spreadsheet keeps fifteen digits of a number, and shows no more. */
const DIGITS = 15;
const PLAIN = new Intl.NumberFormat('en-US', { useGrouping: false, maximumSignificantDigits: DIGITS });
const MOST = 10 ** DIGITS;
/** 9999-12-31, the last day that a spreadsheet knows. */
const LAST_DAY = 2_958_465;
/** From the first of January 1900 to that of 1904. */
const LATER = 1_462;

const two = (n: number): string => String(n).padStart(2, '0');

/** A day that is stored as the number of days since 1900 or 1904. */
function dayCell(value: number, format: string, from1904: boolean): Cell {
  const serial = from1904 ? value + LATER : value;
  if (value < 0 || serial < 1 || serial >= LAST_DAY + 1) return { text: String(value), number: true, trouble: 'error' };
  const [year = 0, month = 0, date = 0, hours = 0, minutes = 0, seconds = 0] = dateFromSerial(serial);
  const shows = getFormatDateInfo(format);
  const day = `${String(year)}-${two(month)}-${two(date)}`;
  const withTime = shows.hours && hours + minutes + seconds > 0;
  const text = withTime ? `${day} ${two(hours)}:${two(minutes)}:${two(seconds)}` : day;
  const whole = shows.year && shows.month && shows.day;
  return { text, number: true, ...(whole ? {} : { shown: formatted(format, serial), unlike: true }) };
}

/** Whether a person who sees this sees that number: wholly, rounded, or something else. */
function likeness(shown: string, value: number): 'same' | 'rounded' | 'other' {
  const said = shown
    .normalize('NFKC')
    .replace(/[,\s¥]/gu, '')
    .replace(/[元吨t]$/iu, '');
  if (said === '-') return value === 0 ? 'same' : 'other';
  const [, sign = '', bracket = '', digits = ''] = /^(-?)(\(?)(\d*\.?\d+)\)?$/.exec(said) ?? [];
  if (digits === '') return 'other';
  const seen = Number(digits) * (sign === '' && bracket === '' ? 1 : -1);
  if (seen === value) return 'same';
  const places = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
  return Math.abs(seen - value) <= 0.500_000_1 * 10 ** -places ? 'rounded' : 'other';
}

/** How a value is shown; nothing where its format cannot be understood. */
export function shownAs(format: string, value: number | string): string | undefined {
  try {
    return formatted(format, value).trim();
  } catch {
    return undefined;
  }
}

/** A stored number as text, with what a person sees in its place where that is another. */
export function numberCell(stored: string, format: string, from1904: boolean): Cell {
  const value = Number(stored);
  if (!Number.isFinite(value)) return { text: stored, trouble: 'error' };
  if (format !== GENERAL && isDateFormat(format)) return dayCell(value, format, from1904);
  const text = PLAIN.format(value === 0 ? 0 : value);
  if (Math.abs(value) >= MOST) return { text, number: true, trouble: 'digits' };
  if (format === GENERAL || format === '@') return { text, number: true };
  const shown = shownAs(format, value);
  const like = shown === undefined ? 'other' : likeness(shown, Number(text));
  return {
    text,
    number: true,
    ...(like === 'same' ? {} : { shown: shown ?? format, ...(like === 'other' ? { unlike: true } : {}) }),
  };
}
