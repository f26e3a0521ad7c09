import { z } from 'zod';
import { define } from '../definition.js';
import { queryNumber, text } from '../shapes.js';

/** The verifier has looked at the answer, or at none: it is settled, or it stands. */
export const closeQuery = define({
  name: 'close-query',
  words: { zh: '了结核查疑问或者不符合项', en: 'close a query' },
  party: 'verifier',
  concerns: 'key',
  case: 'verification',
  with: z.strictObject({ query: queryNumber, result: z.enum(['settled', 'stands']), reason: text.optional() }),
});
