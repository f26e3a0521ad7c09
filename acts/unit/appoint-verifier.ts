import { z } from 'zod';
import { define } from '../definition.js';
import { verifierId } from '../shapes.js';

/** 三(二): the verifier whom the unit chooses itself, and may change. */
export const appointVerifier = define({
  name: 'appoint-verifier',
  words: { zh: '委托核查机构', en: 'appoint a verifier' },
  party: 'unit',
  concerns: 'key',
  heardBy: ['verification'],
  with: z.strictObject({ verifier: verifierId }),
});
