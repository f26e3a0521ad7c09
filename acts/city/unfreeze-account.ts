import { z } from 'zod';
import { define } from '../definition.js';
import { basis } from '../shapes.js';

/** 账户解冻 (policy): the account is its unit's again. */
export const unfreezeAccount = define({
  name: 'unfreeze-account',
  words: { zh: '解冻账户', en: 'unfreeze an account' },
  party: 'city',
  concerns: 'any',
  twoPeople: true,
  with: z.strictObject({ basis }),
});
