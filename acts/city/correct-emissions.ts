import { z } from 'zod';
import { define } from '../definition.js';
import { basis, measured } from '../shapes.js';

/** A confirmed amount that proved wrong (policy). */
export const correctEmissions = define({
  name: 'correct-emissions',
  words: { zh: '更正碳排放量', en: 'correct confirmed emissions' },
  party: 'city',
  concerns: 'key',
  twoPeople: true,
  with: z.strictObject({ emissions: measured, basis }),
});
