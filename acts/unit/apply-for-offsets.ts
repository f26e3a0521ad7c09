import { z } from 'zod';
import { define } from '../definition.js';
import { lots } from '../shapes.js';

/** 三(四): which offsets the unit wants to use for its surrender. */
export const applyForOffsets = define({
  name: 'apply-for-offsets',
  words: { zh: '申请使用抵销产品', en: 'apply to use offsets' },
  party: 'unit',
  concerns: 'key',
  seal: true,
  with: z.strictObject({ lots }),
});
