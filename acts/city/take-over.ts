import { z } from 'zod';
import { define } from '../definition.js';
import { formerOf } from '../former.js';
import { basis, LIST_MAX } from '../shapes.js';

/** 接收 (policy): what was filed, checked, confirmed, allocated and surrendered before the platform was taken into service. */
export const takeOver = define({
  name: 'take-over',
  words: { zh: '接收以前办理的事项', en: 'take over what was done before' },
  party: 'city',
  concerns: 'any',
  twoPeople: true,
  with: z.strictObject({
    took: z.array(formerOf('cycle')).min(1).max(LIST_MAX),
    basis,
  }),
});
