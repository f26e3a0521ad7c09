import type { Json } from '../../domain/model/json.js';

/** An act of the year, when and by whom. */
export interface Entry {
  readonly on: string;
  readonly at: string;
  readonly by: string;
  readonly do: string;
  readonly for?: string;
  readonly approvedBy?: string;
  readonly with: Json;
}

/** Whole tonnes, so many thousandths of a figure. */
export const part = (tonnes: number, thousandths: number): string => String(Math.round((tonnes * thousandths) / 1_000));

/** Hours and minutes that differ from unit to unit: an office day is from nine to five. */
export const clock = (n: number): string =>
  `${String(9 + (n % 8)).padStart(2, '0')}:${String((n * 17) % 60).padStart(2, '0')}:${String((n * 29) % 60).padStart(2, '0')}`;

/** A day of a month. */
export const day = (month: string, n: number): string => `${month}-${String(n).padStart(2, '0')}`;

/** Units are numbered by their place in the file. */
export const idOf = (kind: 'key' | 'general', n: number): string =>
  `BJ-${String((kind === 'key' ? 1 : 2_001) + n).padStart(4, '0')}`;
