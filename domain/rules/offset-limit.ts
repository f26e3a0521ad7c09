import { times, wholeTonnesDown, type Amount } from '../model/amount.js';
import { line, type Reasoned } from './working.js';

export interface OffsetLimitValues {
  readonly share: Amount;
  readonly outsideShare: Amount;
}
export interface OffsetLimitAnswer {
  /** Whole tonnes that all offsets together may cover. */
  readonly all: Amount;
  /** Whole tonnes of it that CCER from outside Beijing may cover. */
  readonly outsideBeijing: Amount;
}

export const OFFSET_LIMIT_RESTS = ['offsets.share', 'offsets.outside-share', 'offsets.rounding'];

/** 三(四) 使用比例不得高于当年核定碳排放量的5%: both caps in whole tonnes, rounded down, of the confirmed emissions. */
export function offsetLimit(input: { readonly confirmed: Amount }, values: OffsetLimitValues): Reasoned<OffsetLimitAnswer> {
  const all = wholeTonnesDown(times(input.confirmed, values.share));
  const outsideBeijing = wholeTonnesDown(times(input.confirmed, values.outsideShare));
  return {
    answer: { all, outsideBeijing },
    working: [
      line(
        `抵销总上限 / cap of all offsets: ${input.confirmed} × ${values.share}, rounded down`,
        all,
        't',
        'offsets.share',
        'offsets.rounding',
      ),
      line(
        `京外核证自愿减排量上限 / cap of CCER from outside Beijing: ${input.confirmed} × ${values.outsideShare}, rounded down`,
        outsideBeijing,
        't',
        'offsets.outside-share',
        'offsets.rounding',
      ),
    ],
  };
}
