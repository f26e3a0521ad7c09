import { distance, isLess, isZero, plain, shareOf, times, type Amount } from '../model/amount.js';
import { line, type Reasoned } from './working.js';

export interface SpotCheckAnswer {
  readonly differenceTonnes: Amount;
  /** For display, cut to twelve decimals; none where nothing was found to compare with. */
  readonly differenceShare: Amount | null;
  /** 予以提醒: whether the verifier is reminded. */
  readonly remind: boolean;
  /** The amount that binds unless the city states another. */
  readonly binding: Amount;
}

export const SPOT_CHECK_RESTS = ['spot-check.tonnes', 'spot-check.share', 'confirmation.binding'];

/**
 * 四(二) 抽查与核查排放量差异超过1000吨或10%以上的，…对核查机构予以提醒: more than so many tonnes, or as much as the share of the
 * spot-checked amount or more. Judged exactly, not by the share that is shown.
 */
export function spotCheck(
  input: { readonly verified: Amount; readonly spotChecked: Amount },
  values: { readonly tonnes: Amount; readonly share: Amount },
): Reasoned<SpotCheckAnswer> {
  const { verified, spotChecked } = input;
  const difference = distance(verified, spotChecked);
  const threshold = times(spotChecked, values.share);
  const byTonnes = isLess(values.tonnes, difference);
  const byShare = !isZero(difference) && !isLess(difference, threshold);
  const differenceShare = isZero(difference) ? shareOf('0', '1') : isZero(spotChecked) ? null : shareOf(difference, spotChecked);
  return {
    answer: { differenceTonnes: difference, differenceShare, remind: byTonnes || byShare, binding: plain(spotChecked) },
    working: [
      line(`差异 / difference: |${verified} − ${spotChecked}|`, difference, 't'),
      line(`超过${values.tonnes}吨 / more than ${values.tonnes} t`, String(byTonnes), 'word', 'spot-check.tonnes'),
      line(
        `达到 ${spotChecked} × ${values.share} = ${threshold} t 或以上 / as much or more`,
        String(byShare),
        'word',
        'spot-check.share',
      ),
      line('以抽查结果为准 / the spot-checked amount binds', spotChecked, 't', 'confirmation.binding'),
    ],
  };
}
