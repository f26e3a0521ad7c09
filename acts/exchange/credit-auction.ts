import { z } from 'zod';
import { define } from '../definition.js';
import { money, name, wholeTonnes } from '../shapes.js';

/** 三(三)2: what a unit has bought at an auction. */
export const creditAuction = define({
  name: 'credit-auction',
  words: { zh: '竞得配额入账', en: 'credit what was bought at an auction' },
  party: 'exchange',
  concerns: 'any',
  subject: 'to',
  with: z.strictObject({ to: name, quantity: wholeTonnes, price: money }),
});
