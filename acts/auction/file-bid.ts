import { z } from 'zod';
import { define } from '../definition.js';
import { auction, hex64 } from '../shapes.js';

/** A sealed bid: a commitment, and nothing else. */
export const fileBid = define({
  name: 'file-bid',
  words: { zh: '提交密封报价', en: 'file a sealed bid' },
  party: 'unit',
  concerns: 'any',
  case: 'auction',
  seal: true,
  with: z.strictObject({ auction, commitment: hex64 }),
});
