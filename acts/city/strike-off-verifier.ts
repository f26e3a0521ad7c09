import { z } from 'zod';
import { define } from '../definition.js';
import { basis, verifierId } from '../shapes.js';

/** 除名 (policy): no unit may appoint this verifier any more. */
export const strikeOffVerifier = define({
  name: 'strike-off-verifier',
  words: { zh: '核查机构除名', en: 'strike off a verifier' },
  party: 'city',
  concerns: 'city',
  twoPeople: true,
  with: z.strictObject({ verifier: verifierId, basis }),
});
