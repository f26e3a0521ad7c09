import { describe, expect, it } from 'vitest';
import { play } from '../../client/auction.js';
import type { Streams } from '../../client/print.js';

const FILE = new URL('three-bidders.yaml', import.meta.url).pathname;
const SEPTEMBER = new URL('september-2024.yaml', import.meta.url).pathname;

const printing = (): Streams & { text: string } => {
  const streams = {
    text: '',
    out: (text: string) => void (streams.text += text),
    err: (text: string) => void (streams.text += text),
  };
  return streams;
};

describe('luyue auction play', () => {
  it('三(三)2 › plays a whole auction: capped, on the last second, too late, shut, refused', async () => {
    const streams = printing();
    expect(await play(FILE, { json: true, cycle: '2024' }, streams)).toBe(0);
    // 15,000 t (15 %) and 10,000 t at 105; 3,000 t (3 %) of the voluntary bidder are refused by its case and stay with the authority
    expect(JSON.parse(streams.text)).toMatchObject({
      price: '105.00',
      offered: '100000',
      sold: '25000',
      unsold: '75000',
      bidders: 4,
      winners: 2,
      proceeds: '2625000.00',
      undelivered: [{ bidder: 'BJ-0009', quantity: '3000' }],
      bids: [
        { bidder: 'BJ-0001', quantity: '15000', drawn: '1575000.00', returned: '625000.00' },
        { bidder: 'BJ-0004', opened: false, forfeited: '500000.00', returned: '0.00' },
        { bidder: 'BJ-0009', delivered: false, drawn: '0.00', returned: '600000.00' },
        { bidder: 'BJ-0002', quantity: '10000', drawn: '1050000.00', returned: '0.00' },
      ],
      refusals: [
        { by: 'exchange', do: 'record-cover', code: 'right-lapsed' },
        { by: 'BJ-0003', do: 'file-bid', code: 'right-lapsed' },
        { by: 'BJ-0003', do: 'open-bid', code: 'insufficient-cover' },
      ],
    });
  });
  it('2024年9月有偿竞价发放 › 68 bids for 348,304 t above the floor come to 36,533,606.56 yuan, and 1,151,696 t stay', async () => {
    const streams = printing();
    expect(await play(SEPTEMBER, { json: true, cycle: '2024' }, streams)).toBe(0);
    const played = JSON.parse(streams.text) as { bids: { bidder: string; quantity: string; because: string | null }[] };
    // 348,304 t × 104.89 yuan; 1,500,000 t less 348,304 t
    expect(played).toMatchObject({
      price: '104.89',
      offered: '1500000',
      sold: '348304',
      unsold: '1151696',
      proceeds: '36533606.56',
      bidders: 68,
      winners: 63,
      refusals: [],
    });
    const shut = played.bids.filter(({ quantity }) => quantity === '0');
    expect(shut.map(({ bidder }) => bidder)).toEqual(['BJ-0064', 'BJ-0065', 'BJ-0066', 'BJ-0067', 'BJ-0068']);
    expect(new Set(shut.map(({ because }) => because))).toEqual(new Set(['报价低于底价 / the price is under the floor']));
  });
  it('says it for people too, and gives the same twice', async () => {
    const [one, other] = [printing(), printing()];
    await play(FILE, { json: false, cycle: '2024' }, one);
    await play(FILE, { json: false, cycle: '2024' }, other);
    expect(one.text).toContain('成交价 price 105.00 元/t');
    expect(other.text).toBe(one.text);
  });
});
