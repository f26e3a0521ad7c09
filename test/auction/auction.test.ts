import { describe, expect, it } from 'vitest';
import { coverOf } from '../../domain/auction/delivery.js';
import { BIDDING, CLOSES, nonceOf, OPENING, OPENING_ENDS, Room, ANNOUNCEMENT } from './room.js';

const at100 = [{ price: '100.00', quantity: '100' }];
const at105 = [{ price: '105.00', quantity: '100' }];

const withBids = (...bidders: readonly string[]): Room => {
  const room = new Room();
  for (const bidder of bidders) {
    room.cover(bidder, '20000.00');
    room.seal(bidder, at105);
  }
  return room;
};

describe('三(三)2 不定期开展有偿配额发放 › the door of an auction, both sides of every instant', () => {
  it('a bid before the first instant is too early, at it it is taken', () => {
    const room = new Room();
    room.cover('BJ-1', '20000', ANNOUNCEMENT.at);
    expect(room.seal('BJ-1', at100, ANNOUNCEMENT.opensAt - 1)).toMatchObject({ refused: 'too-early' });
    expect(room.seal('BJ-1', at100, ANNOUNCEMENT.opensAt)).toBe('done');
  });
  it('23:59:59 is in, 00:00:00 is out: for a bid, its replacement, its withdrawal and its cover', () => {
    const room = withBids('BJ-1', 'BJ-2');
    expect(room.seal('BJ-1', at100, CLOSES - 1)).toBe('done');
    expect(room.act('withdraw-bid', 'BJ-2', CLOSES - 1, {})).toBe('done');
    expect(room.cover('BJ-3', '1000', CLOSES - 1)).toBe('done');
    expect(room.seal('BJ-3', at100, CLOSES)).toMatchObject({ refused: 'right-lapsed' });
    expect(room.seal('BJ-1', at105, CLOSES)).toMatchObject({ refused: 'right-lapsed' });
    expect(room.act('withdraw-bid', 'BJ-1', CLOSES, {})).toMatchObject({ refused: 'right-lapsed' });
    expect(room.cover('BJ-4', '1000', CLOSES)).toMatchObject({ refused: 'right-lapsed' });
    expect(room.events.find(({ type }) => type === 'bidding-closed')).toMatchObject({ at: CLOSES, with: { bids: 1 } });
  });
  it('an opening is too early before the close, in time to the last millisecond, and out after it', () => {
    const room = withBids('BJ-1', 'BJ-2');
    expect(room.open('BJ-1', at105, CLOSES - 1)).toMatchObject({ refused: 'too-early' });
    expect(room.open('BJ-1', at105, CLOSES)).toBe('done');
    expect(room.open('BJ-2', at105, OPENING_ENDS)).toMatchObject({ refused: 'right-lapsed' });
    expect(withBids('BJ-2').open('BJ-2', at105, OPENING_ENDS - 1)).toBe('done');
  });
});

describe('三(三)2 › who may bid, and with what cover', () => {
  it('who is no key unit and not named in the announcement may not', () => {
    const room = new Room();
    expect(room.cover('X-1', '20000', BIDDING, 'voluntary')).toMatchObject({ refused: 'not-allowed' });
    expect(room.cover('V-1', '20000')).toBe('done');
    expect(room.seal('X-1', at100)).toMatchObject({ refused: 'insufficient-cover' });
  });
  it('the minimum is enough, a fen less is not', () => {
    const room = new Room();
    room.cover('BJ-1', '999.99');
    expect(room.seal('BJ-1', at100)).toMatchObject({ refused: 'insufficient-cover' });
    room.cover('BJ-1', '1000.00');
    expect(room.seal('BJ-1', at100)).toBe('done');
    expect(room.cover('BJ-1', '999.99')).toMatchObject({ refused: 'insufficient-cover' });
  });
  it('a bid whose cover it exceeds by a fen does not count, and is not forfeited; one it reaches exactly counts', () => {
    const room = new Room();
    room.cover('BJ-1', '10499.99');
    room.cover('BJ-2', '10500.00');
    for (const bidder of ['BJ-1', 'BJ-2']) room.seal(bidder, at105);
    for (const bidder of ['BJ-1', 'BJ-2']) expect(room.open(bidder, at105)).toBe('done');
    room.finish();
    expect(room.auction.published).toMatchObject({ price: '105.00', sold: '100', winners: 1, bidders: 2 });
    expect(coverOf(room.auction, 'BJ-1')).toEqual({ drawn: '0.00', forfeited: '0.00', returned: '10499.99' });
    expect(coverOf(room.auction, 'BJ-2')).toEqual({ drawn: '10500.00', forfeited: '0.00', returned: '0.00' });
  });
});

describe('三(三)2 › sealed bids', () => {
  it('what the platform holds before the close has no price and no quantity in it', () => {
    const room = withBids('BJ-1');
    expect(JSON.stringify(room.events.slice(1).concat(room.auction as never))).not.toMatch(/105|"quantity"|nonce/);
  });
  it.each([
    ['another price', [{ price: '105.01', quantity: '100' }]],
    ['another spelling', [{ price: '105.0', quantity: '100' }]],
    ['another quantity', [{ price: '105.00', quantity: '99' }]],
    ['one line more', [...at105, ...at105]],
  ])('an opening with %s is refused', (_what, lines) => {
    const room = withBids('BJ-1');
    expect(room.open('BJ-1', lines)).toMatchObject({ refused: 'commitment-mismatch' });
    expect(room.open('BJ-1', at105)).toBe('done');
  });
  it('another nonce, one digit off, is refused', () => {
    const off = nonceOf('BJ-1').replace(/.$/, (digit) => (digit === '1' ? '2' : '1'));
    expect(withBids('BJ-1').open('BJ-1', at105, OPENING, off)).toMatchObject({ refused: 'commitment-mismatch' });
  });
  it('who copies a commitment of somebody else cannot open it, even knowing what is in it', () => {
    const room = withBids('BJ-1');
    const copied = room.auction.bidders['BJ-1']?.sealed?.commitment;
    room.cover('BJ-2', '20000');
    expect(room.act('file-bid', 'BJ-2', BIDDING, { commitment: copied })).toBe('done');
    expect(room.open('BJ-2', at105, OPENING, nonceOf('BJ-1'))).toMatchObject({ refused: 'commitment-mismatch' });
  });
  it('a bid sealed for another auction does not open in this one', () => {
    const other = new Room({ ...ANNOUNCEMENT, auction: '2024-2', caseId: '2024/2024-2/auction' });
    other.cover('BJ-1', '20000');
    other.seal('BJ-1', at105);
    const room = new Room();
    room.cover('BJ-1', '20000');
    room.act('file-bid', 'BJ-1', BIDDING, { commitment: other.auction.bidders['BJ-1']?.sealed?.commitment });
    expect(room.open('BJ-1', at105)).toMatchObject({ refused: 'commitment-mismatch' });
  });
  it('the same sealed bid filed again keeps its rank: it is refused as done', () => {
    expect(withBids('BJ-1').seal('BJ-1', at105, BIDDING + 1)).toMatchObject({ refused: 'already-done' });
  });
  it('an opening sent again is refused as done', () => {
    const room = withBids('BJ-1');
    room.open('BJ-1', at105);
    expect(room.open('BJ-1', at105)).toMatchObject({ refused: 'already-done' });
  });
  it('a replaced bid opens as it was last sealed, and ranks by that stamp', () => {
    const room = withBids('BJ-1', 'BJ-2');
    room.seal('BJ-1', at100, BIDDING + 5);
    expect(room.open('BJ-1', at105)).toMatchObject({ refused: 'commitment-mismatch' });
    expect(room.open('BJ-1', at100)).toBe('done');
    expect(room.auction.bidders['BJ-1']?.sealed?.at).toBe(BIDDING + 5);
  });
  it('a withdrawn bid cannot be opened, counts nowhere and costs nothing', () => {
    const room = withBids('BJ-1');
    room.act('withdraw-bid', 'BJ-1', BIDDING, {});
    expect(room.open('BJ-1', at105)).toMatchObject({ refused: 'too-early' });
    room.finish();
    expect(room.auction.published).toMatchObject({ bidders: 0, sold: '0', price: null, unsold: '1000' });
    expect(coverOf(room.auction, 'BJ-1')).toEqual({ drawn: '0.00', forfeited: '0.00', returned: '20000.00' });
  });
  it('a bid that stays shut forfeits the whole cover, once', () => {
    const room = withBids('BJ-1', 'BJ-2');
    room.open('BJ-2', at105);
    room.finish();
    const forfeited = room.events.filter(({ type }) => type === 'cover-forfeited');
    expect(forfeited.map((event) => event.with)).toEqual([{ bidder: 'BJ-1', amount: '20000.00' }]);
    expect(coverOf(room.auction, 'BJ-1')).toEqual({ drawn: '0.00', forfeited: '20000.00', returned: '0.00' });
    expect(coverOf(room.auction, 'BJ-2')).toEqual({ drawn: '10500.00', forfeited: '0.00', returned: '9500.00' });
  });
});

describe('三(三)2 › clearing and delivery', () => {
  it('time is that of the sealing, never that of the opening', () => {
    const room = new Room({ ...ANNOUNCEMENT, lot: '1000' });
    const lines = [{ price: '105.00', quantity: '150' }];
    const bidders = ['BJ-1', 'BJ-2', 'BJ-3', 'BJ-4', 'BJ-5', 'BJ-6', 'BJ-7'];
    bidders.forEach((bidder, n) => {
      room.cover(bidder, '20000');
      room.seal(bidder, lines, BIDDING + n);
    });
    for (const bidder of [...bidders].reverse()) room.open(bidder, lines);
    room.finish();
    // six at 150 t, 100 t left for the one that sealed last
    expect(room.auction.cleared?.awards.map(({ bidder, quantity }) => [bidder, quantity])).toEqual([
      ...['BJ-1', 'BJ-2', 'BJ-3', 'BJ-4', 'BJ-5', 'BJ-6'].map((bidder) => [bidder, '150']),
      ['BJ-7', '100'],
    ]);
  });
  it('a winner whose case refuses is reported, gets its money back, and its lot stays with the authority', () => {
    const room = withBids('BJ-1', 'BJ-2');
    for (const bidder of ['BJ-1', 'BJ-2']) room.open(bidder, at105);
    room.finish(['BJ-2']);
    expect(room.auction.published).toEqual({
      price: '105.00',
      offered: '1000',
      sold: '100',
      unsold: '900',
      bidders: 2,
      winners: 1,
      proceeds: '10500.00',
      undelivered: [{ bidder: 'BJ-2', quantity: '100', because: '本周期清缴已结束 / this cycle is settled' }],
    });
    expect(coverOf(room.auction, 'BJ-2')).toEqual({ drawn: '0.00', forfeited: '0.00', returned: '20000.00' });
  });
  it('after the result nothing is taken any more', () => {
    const room = withBids('BJ-1');
    room.finish();
    expect(room.seal('BJ-1', at100, OPENING_ENDS + 5_000)).toMatchObject({ refused: 'right-lapsed' });
    expect(room.open('BJ-1', at105, OPENING_ENDS + 5_000)).toMatchObject({ refused: 'right-lapsed' });
  });
});
