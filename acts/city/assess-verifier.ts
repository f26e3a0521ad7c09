import { z } from 'zod';
import { define } from '../definition.js';
import { basis, measured, verifierId } from '../shapes.js';

/** 四(二): scores of the verifier of a unit's report, by criterion. */
export const assessVerifier = define({
  name: 'assess-verifier',
  words: { zh: '评估核查机构', en: 'assess a verifier' },
  party: 'city',
  concerns: 'key',
  twoPeople: true,
  with: z.strictObject({
    verifier: verifierId,
    scores: z.strictObject({ management: measured, impartiality: measured, timeliness: measured, quality: measured }),
    basis,
  }),
});
