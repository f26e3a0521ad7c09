import { z } from 'zod';
import { define } from '../definition.js';
import { text, verifierId } from '../shapes.js';

/** 三(二): the unit's own choice of a verifier, which works on the platform from then on. Engaging another one ends the first. */
export const engageVerifier = define({
  name: 'engage-verifier',
  words: { zh: '通过管理平台委托核查机构', en: 'engage a verifier on the platform' },
  party: 'unit',
  concerns: 'key',
  opens: 'verifier',
  heardBy: ['verification'],
  with: z.strictObject({ verifier: verifierId, note: text.optional() }),
});
