import { z } from 'zod';
import { basis, name, wholeTonnes } from './shapes.js';
import type { Vocabulary } from './vocable.js';

/** What the city changes in the register while a cycle runs. */
export const registerActs: Vocabulary = {
  leave: {
    party: 'city',
    concerns: 'any',
    everyCase: true,
    with: z.strictObject({ to: z.enum(['national-market', 'none']).default('none'), basis }),
  },
  merge: { party: 'city', concerns: 'any', everyCase: true, listed: 'into', with: z.strictObject({ into: name, basis }) },
  'move-district': {
    party: 'city',
    concerns: 'any',
    everyCase: true,
    district: 'district',
    with: z.strictObject({ district: name, basis }),
  },
  'move-allowances': {
    party: 'city',
    concerns: 'any',
    subject: 'from',
    other: 'into',
    with: z.strictObject({ from: name, into: name, quantity: wholeTonnes, basis }).refine(({ from, into }) => from !== into, {
      path: ['into'],
      message: '不能是本单位 | must be another unit',
    }),
  },
};
