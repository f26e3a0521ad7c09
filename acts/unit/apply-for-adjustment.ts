import { z } from 'zod';
import { define } from '../definition.js';
import { files, sealed, text, wholeTonnes } from '../shapes.js';

/** 三(二): a right of units with new facilities, or that meet the conditions of an adjustment. */
export const applyForAdjustment = define({
  name: 'apply-for-adjustment',
  words: { zh: '申请配额调整', en: 'apply for an adjustment of the allocation' },
  party: 'unit',
  concerns: 'key',
  seal: true,
  form: 'adjustment-application',
  with: z.strictObject({ ground: text, tonnes: wholeTonnes, sealed, files: files.optional() }),
});
