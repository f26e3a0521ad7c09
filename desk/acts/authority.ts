import { z } from 'zod';
import { allocation } from './allocation.js';
import {
  basis,
  checkResult,
  decision,
  expressly,
  findings,
  measured,
  money,
  month,
  name,
  together,
  verifierId,
  wholeTonnes,
} from './shapes.js';
import type { Vocable, Vocabulary } from './vocable.js';

const check = { result: checkResult, findings: findings.optional() };

/** What a 区生态环境部门 does. */
export const districtActs: Vocabulary = {
  'check-monthly-evidence': {
    party: 'district',
    concerns: 'key',
    case: 'monthly-evidence',
    with: z.strictObject({ month, ...check }),
  },
  'check-general-report': { party: 'district', concerns: 'general', with: z.strictObject(check) },
  'first-check': { party: 'district', concerns: 'key', with: z.strictObject(check) },
};

/** What the exchange tells: its trades and the end of an auction. */
export const exchangeActs: Vocabulary = {
  'settle-trade': {
    party: 'exchange',
    concerns: 'any',
    subject: 'from',
    other: 'to',
    with: z.strictObject({ from: name, to: name, quantity: wholeTonnes, price: money }).refine(({ from, to }) => from !== to, {
      path: ['to'],
      message: '买方与卖方不能相同 | must differ from the seller',
    }),
  },
  'credit-auction': {
    party: 'exchange',
    concerns: 'any',
    subject: 'to',
    with: z.strictObject({ to: name, quantity: wholeTonnes, price: money }),
  },
};

const city = (schema: z.ZodType): Vocable => ({ party: 'city', concerns: 'key', with: schema });

/** What the 市生态环境部门 decides: one officer by another's approval. */
export const cityActs: Vocabulary = {
  'pre-allocate': city(
    z.strictObject({ amount: wholeTonnes.optional(), basis: basis.optional() }).superRefine(together('amount', 'basis')),
  ),
  'decide-adjustment': city(z.strictObject({ result: decision, tonnes: wholeTonnes.optional(), basis })),
  'record-spot-check': city(z.strictObject({ emissions: measured })),
  'record-expert-meeting': city(z.strictObject({ emissions: measured.optional(), opinion: basis })),
  'assess-verifier': city(
    z.strictObject({
      verifier: verifierId,
      scores: z.strictObject({ management: measured, impartiality: measured, timeliness: measured, quality: measured }),
      basis,
    }),
  ),
  'strike-off-verifier': { party: 'city', concerns: 'city', with: z.strictObject({ verifier: verifierId, basis }) },
  'confirm-emissions': city(
    z.strictObject({ emissions: measured.optional(), basis: basis.optional() }).superRefine(together('emissions', 'basis')),
  ),
  allocate: city(allocation),
  'decide-offsets': city(z.strictObject({ result: decision, basis: basis.optional() })),
  'adopt-revision': {
    party: 'city',
    concerns: 'city',
    with: z.strictObject({ revision: z.number().int().positive(), expressly }),
  },
  'correct-emissions': city(z.strictObject({ emissions: measured, basis })),
  'correct-allocation': city(z.strictObject({ amount: wholeTonnes, basis })),
  'freeze-account': { ...city(z.strictObject({ basis })), concerns: 'any' },
  'unfreeze-account': { ...city(z.strictObject({ basis })), concerns: 'any' },
  'reverse-movement': { ...city(z.strictObject({ event: z.number().int().positive(), basis })), concerns: 'any' },
  'issue-order': {
    ...city(z.strictObject({ case: z.enum(['rectification', 'referral']), duty: name.optional(), basis })),
    concerns: 'any',
  },
  'decide-penalty': { ...city(z.strictObject({ amount: money, basis })), concerns: 'any' },
};
