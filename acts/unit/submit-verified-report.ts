import { z } from 'zod';
import { define } from '../definition.js';
import { files, measured, queryNumber, sealed, verifierId } from '../shapes.js';

/** 三(二): the verified report with the report of its verifier, both under seal. */
export const submitVerifiedReport = define({
  name: 'submit-verified-report',
  words: { zh: '报送经核查的排放报告和第三方核查报告', en: 'submit the verified report' },
  party: 'unit',
  concerns: 'key',
  heardBy: ['verification'],
  seal: true,
  form: 'verified-report',
  with: z.strictObject({
    emissions: measured,
    sealed,
    verifierReport: z.strictObject({ verifier: verifierId, sealed, report: queryNumber.optional() }),
    files: files.optional(),
  }),
});
