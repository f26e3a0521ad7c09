import { z } from 'zod';
import { define } from '../definition.js';
import { files, filing, sealed } from '../shapes.js';

/** 核查机构另行报送: what the notice asks of a unit's verifier to be filed by a day, by the name that it gives it. */
export const submitVerifierFiling = define({
  name: 'submit-verifier-filing',
  words: { zh: '核查机构报送通知另行要求的材料', en: 'file what the notice asks of verifiers besides' },
  party: 'verifier',
  concerns: 'key',
  case: 'verification',
  seal: true,
  formByFiling: true,
  with: z.strictObject({ filing, sealed, files: files.optional() }),
});
