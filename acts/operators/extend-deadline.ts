import { z } from 'zod';
import { define } from '../definition.js';
import { basis, day, expressly, name } from '../shapes.js';

/** 延期 (policy): more time for one unit and one duty; less only expressly. */
export const extendDeadline = define({
  name: 'extend-deadline',
  words: { zh: '延期', en: 'extend a deadline' },
  party: 'city',
  concerns: 'any',
  heardBy: ['verification'],
  duty: 'duty',
  twoPeople: true,
  with: z.strictObject({ duty: name, dueOn: day, basis, expressly }),
});
