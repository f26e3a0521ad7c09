import { z } from 'zod';
import { define } from '../definition.js';
import { auction } from '../shapes.js';

/** A sealed bid is taken back before the close. */
export const withdrawBid = define({
  name: 'withdraw-bid',
  words: { zh: '撤回密封报价', en: 'withdraw a sealed bid' },
  party: 'unit',
  concerns: 'any',
  case: 'auction',
  seal: true,
  with: z.strictObject({ auction }),
});
