import { z } from 'zod';
import { define } from '../definition.js';
import { answers, checkResult, findings } from '../shapes.js';

/** 三(一)2: the district's look at a general reporting unit's report. */
export const checkGeneralReport = define({
  name: 'check-general-report',
  words: { zh: '检查一般报告单位数据质量', en: 'check the report of a general reporting unit' },
  party: 'district',
  concerns: 'general',
  checks: 'general-report',
  with: z.strictObject({ result: checkResult, findings: findings.optional(), answers: answers.optional() }),
});
