import type { Day } from '../model/instant.js';
import { line, type Reasoned } from './working.js';

export interface OffsetEligibilityInput {
  readonly product: 'ccer' | 'carbon-inclusive';
  readonly origin: 'beijing' | 'outside';
  /** 国家备案: the day on which it was recorded. */
  readonly recordedOn: Day;
  readonly usedOn: Day;
}
/** Both left out where a cycle's text is not in hand. */
export interface OffsetEligibilityValues {
  readonly oldRecordedUpTo?: Day | undefined;
  readonly oldUsableTo?: Day | undefined;
}
export interface OffsetEligibilityAnswer {
  readonly eligible: boolean;
  /** Chinese, then English. */
  readonly because: string;
}

export const OFFSET_ELIGIBILITY_RESTS = [
  'offsets.carbon-inclusive',
  'offsets.old-recorded-up-to',
  'offsets.old-usable-to',
  'deadline.day',
];

const judged = (eligible: boolean, because: string, ...rests: string[]): Reasoned<OffsetEligibilityAnswer> => ({
  answer: { eligible, because },
  working: [line(because, String(eligible), 'word', ...rests)],
});

/**
 * 三(四) 2017年3月14日前已获得国家备案的核证自愿减排量，于2024年12月31日前可用于…抵销: an old CCER counts up to that day and
 * never after, a newer one without such an end; 二(三) 经审定签发的 carbon-inclusive credits count. Neither counts before it is recorded or issued.
 * A CCER of a cycle whose end date is not known does not count until it is.
 */
export function offsetEligibility(
  input: OffsetEligibilityInput,
  values: OffsetEligibilityValues,
): Reasoned<OffsetEligibilityAnswer> {
  if (input.recordedOn > input.usedOn)
    return judged(
      false,
      `${input.recordedOn}方签发或备案，此前不可使用 / issued or recorded on ${input.recordedOn}: not usable before`,
      input.product === 'ccer' ? 'offsets.old-recorded-up-to' : 'offsets.carbon-inclusive',
    );
  if (input.product === 'carbon-inclusive')
    return judged(
      true,
      '碳普惠项目减排量经审定签发即可用于抵销 / carbon-inclusive credits may be used once issued',
      'offsets.carbon-inclusive',
    );
  const { oldRecordedUpTo, oldUsableTo } = values;
  if (oldRecordedUpTo === undefined || oldUsableTo === undefined)
    return judged(
      false,
      '本周期对核证自愿减排量的期限尚不掌握（offsets.old-recorded-up-to） / offsets.old-recorded-up-to is not known of this cycle: whether it counts cannot be said',
      'offsets.old-recorded-up-to',
    );
  if (input.recordedOn > oldRecordedUpTo)
    return judged(
      true,
      `${oldRecordedUpTo}之后备案，不受旧项目期限限制 / recorded after ${oldRecordedUpTo}: no end date applies`,
      'offsets.old-recorded-up-to',
      'deadline.day',
    );
  const old = ['offsets.old-recorded-up-to', 'offsets.old-usable-to', 'deadline.day'];
  if (input.usedOn <= oldUsableTo)
    return judged(
      true,
      `${oldRecordedUpTo}（含）前备案，${oldUsableTo}（含）前可用 / recorded up to ${oldRecordedUpTo}: usable up to ${oldUsableTo}`,
      ...old,
    );
  return judged(
    false,
    `${oldRecordedUpTo}（含）前备案，${oldUsableTo}之后不再可用 / recorded up to ${oldRecordedUpTo}: not usable after ${oldUsableTo}`,
    ...old,
  );
}
