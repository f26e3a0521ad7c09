import { z } from 'zod';
import { define } from '../definition.js';
import { basis } from '../shapes.js';

/** 账户冻结 (policy): the account gives nothing of its own will. */
export const freezeAccount = define({
  name: 'freeze-account',
  words: { zh: '冻结账户', en: 'freeze an account' },
  party: 'city',
  concerns: 'any',
  twoPeople: true,
  with: z.strictObject({ basis }),
});
