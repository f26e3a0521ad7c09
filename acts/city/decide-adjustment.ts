import { z } from 'zod';
import { define } from '../definition.js';
import { basis, decision, wholeTonnes } from '../shapes.js';

/** 三(二): the answer to an application for an adjustment. */
export const decideAdjustment = define({
  name: 'decide-adjustment',
  words: { zh: '决定配额调整申请', en: 'decide an adjustment application' },
  party: 'city',
  concerns: 'key',
  twoPeople: true,
  with: z.strictObject({ result: decision, tonnes: wholeTonnes.optional(), basis }),
});
