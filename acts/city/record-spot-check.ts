import { z } from 'zod';
import { define } from '../definition.js';
import { measured } from '../shapes.js';

/** 四(二): the city's own examination of a verified report. */
export const recordSpotCheck = define({
  name: 'record-spot-check',
  words: { zh: '登记抽查结果', en: 'record a spot check' },
  party: 'city',
  concerns: 'key',
  twoPeople: true,
  with: z.strictObject({ emissions: measured }),
});
