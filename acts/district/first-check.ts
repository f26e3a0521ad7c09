import { z } from 'zod';
import { define } from '../definition.js';
import { answers, checkResult, findings } from '../shapes.js';

/** 三(二): the district's look at the verified report. */
export const firstCheck = define({
  name: 'first-check',
  words: { zh: '初步检查', en: 'make the first check' },
  party: 'district',
  concerns: 'key',
  heardBy: ['verification'],
  checks: 'verified-report',
  with: z.strictObject({ result: checkResult, findings: findings.optional(), answers: answers.optional() }),
});
