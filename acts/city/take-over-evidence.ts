import { z } from 'zod';
import { define } from '../definition.js';
import { basis, checkResult, day, document, LIST_MAX, month } from '../shapes.js';

const took = { on: day, document, month };

/** 接收 (policy): the months whose evidence was filed and checked before the platform was taken into service. */
export const takeOverEvidence = define({
  name: 'take-over-evidence',
  words: { zh: '接收以前的月度存证', en: 'take over monthly evidence' },
  party: 'city',
  concerns: 'key',
  case: 'monthly-evidence',
  twoPeople: true,
  with: z.strictObject({
    took: z
      .array(
        z.discriminatedUnion('do', [
          z.strictObject({ do: z.literal('submit-monthly-evidence'), ...took }),
          z.strictObject({ do: z.literal('check-monthly-evidence'), ...took, result: checkResult }),
        ]),
      )
      .min(1)
      .max(LIST_MAX),
    basis,
  }),
});
