import { z } from 'zod';
import { define } from '../definition.js';
import { formerOf } from '../former.js';
import { basis, LIST_MAX } from '../shapes.js';

/** 接收 (policy): the months whose evidence was filed and checked before the platform was taken into service. */
export const takeOverEvidence = define({
  name: 'take-over-evidence',
  words: { zh: '接收以前的月度存证', en: 'take over monthly evidence' },
  party: 'city',
  concerns: 'key',
  case: 'monthly-evidence',
  twoPeople: true,
  with: z.strictObject({
    took: z.array(formerOf('evidence')).min(1).max(LIST_MAX),
    basis,
  }),
});
