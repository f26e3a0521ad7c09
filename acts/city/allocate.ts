import { z } from 'zod';
import { define } from '../definition.js';
import { basis, exactlyOne, measured, name, together, wholeTonnes } from '../shapes.js';

const LIST_MAX = 200;

const list = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(LIST_MAX);

/** 历史总量法. */
const historicTotal = z.strictObject({
  method: z.literal('historic-total'),
  baseEmissions: list(measured),
  coefficient: measured.optional(),
  sector: name.optional(),
});
/** 基准线法. */
const benchmark = z.strictObject({
  method: z.literal('benchmark'),
  products: list(z.strictObject({ activity: measured, benchmark: measured.optional(), product: name.optional() })),
});
/** 历史强度法. */
const historicIntensity = z.strictObject({
  method: z.literal('historic-intensity'),
  products: list(z.strictObject({ activity: measured, baseIntensity: measured })),
  coefficient: measured.optional(),
  sector: name.optional(),
});

/** 三(三)2: the whole free allocation; an amount that is stated with its basis, or the parts from which the rule computes one. */
export const allocate = define({
  name: 'allocate',
  words: { zh: '核发免费配额', en: 'issue the final allocation' },
  party: 'city',
  concerns: 'key',
  twoPeople: true,
  with: z
    .strictObject({
      amount: wholeTonnes.optional(),
      basis: basis.optional(),
      parts: list(z.discriminatedUnion('method', [historicTotal, benchmark, historicIntensity])).optional(),
      newFacilities: z.array(measured).max(LIST_MAX).optional(),
      deductions: z.array(measured).max(LIST_MAX).optional(),
    })
    .superRefine(exactlyOne('amount', 'parts'))
    .superRefine(together('amount', 'basis'))
    .superRefine((value, context) => {
      for (const field of ['newFacilities', 'deductions'] as const)
        if (value[field] !== undefined && value.parts === undefined)
          context.addIssue({ code: 'custom', path: [field], message: '仅可与 parts 一并填写 | goes with parts only' });
    }),
});
