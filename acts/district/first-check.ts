import { z } from 'zod';
import { define } from '../definition.js';
import { checkResult, findings } from '../shapes.js';

/** 三(二): the district's look at the verified report. */
export const firstCheck = define({
  name: 'first-check',
  words: { zh: '初步检查', en: 'make the first check' },
  party: 'district',
  concerns: 'key',
  heardBy: ['verification'],
  with: z.strictObject({ result: checkResult, findings: findings.optional() }),
});
