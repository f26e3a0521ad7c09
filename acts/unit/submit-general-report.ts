import { z } from 'zod';
import { define } from '../definition.js';
import { files, measured, sealed } from '../shapes.js';

/** 三(一)2: a general reporting unit's one report of the year. */
export const submitGeneralReport = define({
  name: 'submit-general-report',
  words: { zh: '报送碳排放报告（一般报告单位）', en: 'submit the report of a general reporting unit' },
  party: 'unit',
  concerns: 'general',
  seal: true,
  form: 'general-report',
  with: z.strictObject({ emissions: measured, sealed, files: files.optional() }),
});
