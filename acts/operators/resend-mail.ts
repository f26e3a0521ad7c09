import { z } from 'zod';
import { RESENDABLE } from '../../domain/model/brings.js';
import { define } from '../definition.js';
import { basis, name } from '../shapes.js';

/** 重发 (policy): a mail goes out again, with what is so now. */
export const resendMail = define({
  name: 'resend-mail',
  words: { zh: '重发邮件', en: 'have a mail sent again' },
  party: 'city',
  concerns: 'any',
  duty: 'duty',
  twoPeople: true,
  operator: 'alone',
  with: z.strictObject({ template: z.enum(RESENDABLE), duty: name.optional(), basis }),
});
