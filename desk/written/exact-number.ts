const PLAIN = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/**
 * Whether a number keeps, as JavaScript carries it, every digit with which it is written: a plain decimal, neither
 * hexadecimal nor octal nor with an exponent, and of no more digits than a double has.
 */
export function isExact(written: string): boolean {
  if (!PLAIN.test(written)) return false;
  const shortest = written.includes('.') ? written.replace(/\.?0+$/, '') : written;
  return String(Number(written)) === shortest;
}

export const inQuotes = (written: string): readonly [zh: string, en: string] => [
  `${written} 作为数字会失真，请加引号写成文本`,
  `${written} would not be kept as it is written: write it in quotes`,
];
