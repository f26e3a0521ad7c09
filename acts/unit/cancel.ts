import { z } from 'zod';
import { define } from '../definition.js';
import { exactlyOne, lots, text, wholeTonnes } from '../shapes.js';

/** 自愿注销 (policy): any unit gives up what it holds, for no obligation. */
export const cancel = define({
  name: 'cancel',
  words: { zh: '自愿注销', en: 'cancel voluntarily' },
  party: 'unit',
  concerns: 'any',
  seal: true,
  with: z
    .strictObject({ quantity: wholeTonnes.optional(), lots: lots.optional(), reason: text })
    .superRefine(exactlyOne('quantity', 'lots')),
});
