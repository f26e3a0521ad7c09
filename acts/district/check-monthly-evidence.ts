import { z } from 'zod';
import { define } from '../definition.js';
import { answers, checkResult, findings, month } from '../shapes.js';

/** 三(一)1: the district's look at the quality of a month's evidence. */
export const checkMonthlyEvidence = define({
  name: 'check-monthly-evidence',
  words: { zh: '检查月度存证数据质量', en: "check the quality of a month's evidence" },
  party: 'district',
  concerns: 'key',
  case: 'monthly-evidence',
  checks: 'monthly-evidence',
  with: z.strictObject({ month, result: checkResult, findings: findings.optional(), answers: answers.optional() }),
});
