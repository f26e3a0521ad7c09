import { z } from 'zod';
import { define } from '../definition.js';
import {
  basis,
  checkResult,
  day,
  decision,
  document,
  filing,
  LIST_MAX,
  lots,
  measured,
  verifierId,
  wholeTonnes,
} from '../shapes.js';

const took = { on: day, document };
const of = <const K extends string, S extends z.ZodRawShape>(names: readonly [K, ...K[]], more: S) =>
  z.strictObject({ do: z.enum(names), ...took, ...more });
const tonnes = z.union([z.literal('0'), wholeTonnes]);

/** 接收 (policy): what was filed, checked, confirmed, allocated and surrendered before the platform was taken into service. */
export const takeOver = define({
  name: 'take-over',
  words: { zh: '接收以前办理的事项', en: 'take over what was done before' },
  party: 'city',
  concerns: 'any',
  twoPeople: true,
  with: z.strictObject({
    took: z
      .array(
        z.discriminatedUnion('do', [
          of(['submit-data-quality-plan'], {}),
          of(['submit-first-report', 'record-spot-check', 'confirm-emissions', 'submit-general-report'], { emissions: measured }),
          of(['submit-verified-report'], { emissions: measured, verifier: verifierId }),
          of(['appoint-verifier'], { verifier: verifierId }),
          of(['submit-further-filing'], { filing }),
          of(['first-check', 'check-general-report'], { result: checkResult }),
          of(['apply-for-adjustment'], { tonnes: wholeTonnes }),
          of(['decide-adjustment'], { result: decision, tonnes: wholeTonnes.optional() }),
          of(['pre-allocate'], { amount: wholeTonnes }),
          of(['allocate'], { amount: wholeTonnes, takenBack: tonnes.optional() }),
          of(['apply-for-offsets'], { lots }),
          of(['decide-offsets'], { result: decision }),
          of(['surrender'], { allowances: tonnes, offsets: tonnes.optional(), outside: tonnes.optional() }),
        ]),
      )
      .min(1)
      .max(LIST_MAX),
    basis,
  }),
});
