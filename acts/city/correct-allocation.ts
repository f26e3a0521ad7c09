import { z } from 'zod';
import { define } from '../definition.js';
import { basis, wholeTonnes } from '../shapes.js';

/** A final allocation that proved wrong (policy). */
export const correctAllocation = define({
  name: 'correct-allocation',
  words: { zh: '更正配额', en: 'correct the final allocation' },
  party: 'city',
  concerns: 'key',
  twoPeople: true,
  with: z.strictObject({ amount: wholeTonnes, basis }),
});
