import { z } from 'zod';
import { define } from '../definition.js';
import { files, measured, sealed } from '../shapes.js';

/** 三(一)1: a key unit's own account of the emission year. */
export const submitFirstReport = define({
  name: 'submit-first-report',
  words: { zh: '报送初次碳排放报告', en: 'submit the first report' },
  party: 'unit',
  concerns: 'key',
  seal: true,
  form: 'first-report',
  with: z.strictObject({ emissions: measured, sealed, files: files.optional() }),
});
