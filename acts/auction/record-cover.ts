import { z } from 'zod';
import { define } from '../definition.js';
import { auction, money, name } from '../shapes.js';

/** 竞价保证金: what a bidder has lodged at the exchange. */
export const recordCover = define({
  name: 'record-cover',
  words: { zh: '登记竞价保证金', en: 'record the cover of a bidder' },
  party: 'exchange',
  concerns: 'any',
  case: 'auction',
  subject: 'bidder',
  with: z.strictObject({ auction, bidder: name, amount: money }),
});
