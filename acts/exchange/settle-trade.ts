import { z } from 'zod';
import { define } from '../definition.js';
import { money, name, wholeTonnes } from '../shapes.js';

/** A trade that the exchange has settled between two units. */
export const settleTrade = define({
  name: 'settle-trade',
  words: { zh: '结算交易', en: 'settle a trade' },
  party: 'exchange',
  concerns: 'any',
  subject: 'from',
  other: 'to',
  with: z.strictObject({ from: name, to: name, quantity: wholeTonnes, price: money }).refine(({ from, to }) => from !== to, {
    path: ['to'],
    message: '买方与卖方不能相同 | must differ from the seller',
  }),
});
