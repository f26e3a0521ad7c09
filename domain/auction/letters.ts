import { isZero } from '../model/amount.js';
import type { Write } from '../letters/write.js';

const clockOf = (iso: string): string =>
  iso
    .replace('T', ' ')
    .replace(/\.\d+/, '')
    .replace(/[+]\d\d:\d\d$/, '');

/** The letters of an auction, in Chinese. */
export const auctionLetters: Readonly<Record<'auction-receipt' | 'auction-opening' | 'auction-result', Write>> = {
  'auction-receipt': ({ unit, say }) => ({
    subject: `【有偿竞价】密封报价已受理：${say('auction')}，${unit}`,
    text: [
      `${unit}：`,
      `竞价 ${say('auction')} 的密封报价已于 ${clockOf(say('at'))}（北京时间）受理。`,
      `承诺值：${say('commitment')}`,
      '平台只有承诺值，看不到价格和数量。请妥善保存密封文件，截止后须用它开启报价。',
    ].join('\n'),
  }),
  'auction-opening': ({ unit, say }) => ({
    subject: `【有偿竞价】竞价已截止，请于 ${clockOf(say('until'))} 前开启报价：${say('auction')}，${unit}`,
    text: [
      `${unit}：`,
      `竞价 ${say('auction')} 已截止。请于 ${clockOf(say('until'))}（北京时间，不含该时刻）前用密封文件开启报价。`,
      `逾期未开启的，报价无效，保证金 ${say('cover')} 元不予退还（平台规则）。`,
    ].join('\n'),
  }),
  'auction-result': ({ unit, say }) => ({
    subject: `【有偿竞价】竞价 ${say('auction')} 结果：${say('price') ? `成交价 ${say('price')} 元/吨` : '未成交'}`,
    text: [
      `${unit}：`,
      `竞价 ${say('auction')}：发放总量 ${say('offered')} 吨，成交 ${say('sold')} 吨，成交价 ${say('price') || '–'} 元/吨，参与 ${say('bidders')} 家，成交 ${say('winners')} 家。`,
      ...(say('got') ? [`贵单位成交：${say('got')} 吨，从保证金支付 ${say('drawn')} 元，退还 ${say('returned')} 元。`] : []),
      ...(say('forfeited') && !isZero(say('forfeited')) ? [`报价逾期未开启，保证金 ${say('forfeited')} 元不予退还。`] : []),
      ...(say('because') ? [`说明：${say('because')}`] : []),
      '依据：通知三(三)2',
    ].join('\n'),
  }),
};
