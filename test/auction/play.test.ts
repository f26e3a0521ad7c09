import { describe, expect, it } from 'vitest';
import { play } from '../../client/auction.js';
import type { Streams } from '../../client/print.js';

const FILE = new URL('three-bidders.yaml', import.meta.url).pathname;

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
      ...{ price: '105.00', offered: '100000', sold: '25000', unsold: '75000', bidders: 4, winners: 2, proceeds: '2625000.00' },
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
  it('says it for people too, and gives the same twice', async () => {
    const [one, other] = [printing(), printing()];
    await play(FILE, { json: false, cycle: '2024' }, one);
    await play(FILE, { json: false, cycle: '2024' }, other);
    expect(one.text).toContain('成交价 price 105.00 元/t');
    expect(other.text).toBe(one.text);
  });
});
