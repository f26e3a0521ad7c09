import { z } from 'zod';
import { define } from '../definition.js';
import { files, line, sealed } from '../shapes.js';

const version = z
  .union([line(500).trim().min(1), z.number().int().positive()], '应为文字或正整数 | must be text or a positive whole number')
  .transform(String);

/** 三(一)1: how a newly listed unit will measure; a change of it, by any key unit. */
export const submitDataQualityPlan = define({
  name: 'submit-data-quality-plan',
  words: { zh: '提交数据质量控制方案', en: 'submit the data quality plan' },
  party: 'unit',
  concerns: 'key',
  seal: true,
  form: 'data-quality-plan',
  with: z.strictObject({ sealed, version: version.optional(), files: files.optional() }),
});
