import { z } from 'zod';
import { define } from '../definition.js';
import { auction, bidLine, hex64 } from '../shapes.js';

const LINES_MAX = 20;

/** A sealed bid is opened after the close. */
export const openBid = define({
  name: 'open-bid',
  words: { zh: '开启密封报价', en: 'open a sealed bid' },
  party: 'unit',
  concerns: 'any',
  case: 'auction',
  seal: true,
  with: z.strictObject({ auction, nonce: hex64, lines: z.array(bidLine).min(1).max(LINES_MAX) }),
});
