import { z } from 'zod';
import { define } from '../definition.js';
import { exactlyOne, lots, wholeTonnes } from '../shapes.js';

/** 三(四): giving what was emitted, in whole or in part. */
export const surrender = define({
  name: 'surrender',
  words: { zh: '清缴', en: 'surrender' },
  party: 'unit',
  concerns: 'key',
  seal: true,
  with: z.strictObject({ quantity: wholeTonnes.optional(), lots: lots.optional() }).superRefine(exactlyOne('quantity', 'lots')),
});
