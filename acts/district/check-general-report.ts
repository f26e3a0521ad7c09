import { z } from 'zod';
import { define } from '../definition.js';
import { checkResult, findings } from '../shapes.js';

/** 三(一)2: the district's look at a general reporting unit's report. */
export const checkGeneralReport = define({
  name: 'check-general-report',
  words: { zh: '检查一般报告单位数据质量', en: 'check the report of a general reporting unit' },
  party: 'district',
  concerns: 'general',
  with: z.strictObject({ result: checkResult, findings: findings.optional() }),
});
