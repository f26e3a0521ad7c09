import { z } from 'zod';
import { define } from '../definition.js';
import { basis, measured, together } from '../shapes.js';

/** 三(三)1: the determination of a unit's emissions; an amount that is stated with its basis, or the one that binds. */
export const confirmEmissions = define({
  name: 'confirm-emissions',
  words: { zh: '核定碳排放量', en: 'confirm emissions' },
  party: 'city',
  concerns: 'key',
  heardBy: ['verification'],
  twoPeople: true,
  with: z.strictObject({ emissions: measured.optional(), basis: basis.optional() }).superRefine(together('emissions', 'basis')),
});
