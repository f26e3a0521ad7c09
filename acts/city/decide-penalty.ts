import { z } from 'zod';
import { define } from '../definition.js';
import { basis, money } from '../shapes.js';

/** 五(二): a penalty that people have decided. */
export const decidePenalty = define({
  name: 'decide-penalty',
  words: { zh: '作出行政处罚决定', en: 'decide a penalty' },
  party: 'city',
  concerns: 'any',
  twoPeople: true,
  with: z.strictObject({ amount: money, basis }),
});
