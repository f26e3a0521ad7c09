import { Decimal } from 'decimal.js';

/**
 * Exact decimals, written as strings. The one place that knows the decimal library. Tonnes and yuan never
 * become floating-point numbers, and every rounding has a name.
 */
// 250 digits hold any product of the inputs that isAmount lets in, so that only a named rounding ever rounds.
const Exact = Decimal.clone({ precision: 250, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -60, toExpPos: 60 });

/** A decimal number as text: `98200`, `0.05`. */
export type Amount = string;

export const ZERO: Amount = '0';

const write = (value: Decimal): Amount => value.toFixed();

export const plus = (a: Amount, b: Amount): Amount => write(new Exact(a).plus(b));
export const minus = (a: Amount, b: Amount): Amount => write(new Exact(a).minus(b));
export const times = (a: Amount, b: Amount): Amount => write(new Exact(a).times(b));
export const over = (a: Amount, b: Amount): Amount => write(new Exact(a).div(b));
export const sum = (amounts: readonly Amount[]): Amount =>
  write(amounts.reduce((total, amount) => total.plus(amount), new Exact(0)));

export const isLess = (a: Amount, b: Amount): boolean => new Exact(a).lt(b);
/** Below, at or above zero as `a` is less than, equal to or more than `b`. */
export const compare = (a: Amount, b: Amount): number => new Exact(a).cmp(b);
export const isZero = (a: Amount): boolean => a === ZERO || new Exact(a).isZero();
export const isEqual = (a: Amount, b: Amount): boolean => new Exact(a).eq(b);
export const smaller = (a: Amount, b: Amount): Amount => (isLess(b, a) ? b : a);
export const larger = (a: Amount, b: Amount): Amount => (isLess(a, b) ? b : a);
export const distance = (a: Amount, b: Amount): Amount => write(new Exact(a).minus(b).abs());
/** What is left of `a` after `b`, never below zero. */
export const rest = (a: Amount, b: Amount): Amount => larger(minus(a, b), ZERO);

/** An amount in its one spelling: no leading zeros, no trailing ones after the point. */
export const plain = (a: Amount): Amount => write(new Exact(a));

/** 应清缴量: rounded up to whole tonnes (policy). */
export const wholeTonnesUp = (a: Amount): Amount => write(new Exact(a).ceil());
/** A cap: rounded down to whole tonnes (policy). */
export const wholeTonnesDown = (a: Amount): Amount => write(new Exact(a).floor());
/** 配额: whole tonnes, half up (policy; the text of 2013 says 精确到个位). */
export const wholeTonnesHalfUp = (a: Amount): Amount => write(new Exact(a).toDecimalPlaces(0));
/** 排放量: hundredths of a tonne, half up (policy). */
export const hundredthsHalfUp = (a: Amount): Amount => write(new Exact(a).toDecimalPlaces(2));
/** Yuan and fen, always two places, half up. */
export const yuan = (a: Amount): Amount => new Exact(a).toFixed(2);
/** A price: yuan and fen, two places at least; what is finer stays. */
export const price = (a: Amount): Amount => {
  const value = new Exact(a);
  return value.decimalPlaces() > 2 ? write(value) : value.toFixed(2);
};
/** `a` as a share of `b`, always twelve decimals, cut and never rounded; for display, never for judging a threshold. */
export const shareOf = (a: Amount, b: Amount): Amount => new Exact(a).div(b).toFixed(12, Decimal.ROUND_DOWN);

/** Whether a text is a plain decimal number that is not negative. */
export const isAmount = (text: string): boolean => /^(0|[1-9]\d{0,17})(\.\d{1,12})?$/.test(text);
/** Whether a text is a whole number above zero. */
export const isPositiveWhole = (text: string): boolean => /^[1-9]\d{0,17}$/.test(text);
