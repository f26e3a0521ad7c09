import { z } from 'zod';
import { OPINIONS } from '../../domain/model/verification.js';
import { define } from '../definition.js';
import { files, line, measured, sealed, text } from '../shapes.js';

const SOURCES_MAX = 200;

/** 出具核查报告 in its short form: verified figures per source, differences explained, opinion, the verifier's own seal. */
export const issueVerificationReport = define({
  name: 'issue-verification-report',
  words: { zh: '出具第三方核查报告', en: 'issue the verification report' },
  party: 'verifier',
  concerns: 'key',
  case: 'verification',
  heardBy: ['compliance-cycle'],
  seal: true,
  form: 'verification-report',
  with: z.strictObject({
    emissions: measured,
    sources: z
      .array(
        z.strictObject({
          source: line(100).min(1),
          reported: measured.optional(),
          verified: measured,
          explanation: text.optional(),
        }),
      )
      .min(1)
      .max(SOURCES_MAX),
    opinion: z.enum(OPINIONS),
    sealed,
    files: files.optional(),
  }),
});
