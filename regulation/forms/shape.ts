import { z } from 'zod';
import { bySomeOf } from '../by-name.js';
import { isDay } from '../../domain/model/instant.js';
import { STATUSES } from '../../domain/model/rulebook.js';
import { CHECKS, FIELD_TYPES, SOURCES, TOTALS } from './form.js';

/** How a form is written: all scalars are text. What is left out at a field is its section's, then the form's. */

const text = z.string().min(1);
const year = z.string().regex(/^\d{4}$/, '应为四位年份 | must be a year, YYYY');
const yesNo = z.enum(['yes', 'no']);
const name = z
  .string()
  .regex(
    /^[a-z][A-Za-z0-9]{0,39}$/,
    '应为字母和数字组成的名称，以小写字母开头 | must be a name of letters and digits, the first one small',
  )
  .refine((one) => !(one in {}), '每个对象自带此名称，请另取 | must be a name that not every object has: take another one');
const count = z.string().regex(/^(0|[1-9]\d{0,3})$/, '应为整数 | must be a whole number');
const number = z
  .string()
  .regex(/^(0|[1-9]\d{0,17})(\.\d{1,12})?$/, '应为不小于零的十进制数 | must be a decimal number that is not negative');
const cite = z
  .string()
  .regex(/^\S+ \S+$/, '应为 文件 条款，如 db11t-1785 表C.1 | must be INSTRUMENT CLAUSE: the id of a text and one of its clauses');

const words = { zh: text, en: text };
const source = { status: z.enum(STATUSES).optional(), cite: cite.optional(), quote: text.optional(), reading: text.optional() };

const field = z.strictObject({
  name,
  ...words,
  type: z.enum(FIELD_TYPES),
  unit: text.optional(),
  options: z
    .array(z.strictObject({ value: text, ...words }))
    .min(1)
    .optional(),
  least: number.optional(),
  most: number.optional(),
  required: yesNo.default('yes'),
  'required-when': z.strictObject({ field: name, is: text }).optional(),
  help: z.strictObject(words).optional(),
  ...source,
});
export type FieldEntry = z.infer<typeof field>;

const table = z.strictObject({
  name,
  ...words,
  least: count.default('0'),
  most: count,
  columns: z.array(field).min(1),
  ...source,
});
export type TableEntry = z.infer<typeof table>;

const section = z.strictObject({
  name,
  ...words,
  fields: z.array(field).default([]),
  tables: z.array(table).default([]),
  ...source,
});
export type SectionEntry = z.infer<typeof section>;

const reference = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)?$/, '应为字段，或 表.列 | must be a field, or table.column');
const term = z.strictObject({ plus: z.array(reference).min(1), minus: z.array(reference).default([]) });
const totals = z.strictObject({
  rule: z.literal('emissions'),
  fuels: z
    .strictObject({
      table: name,
      fuel: name,
      consumption: name,
      ncv: name.optional(),
      carbonContent: name.optional(),
      oxidation: name.optional(),
      reported: name.optional(),
      explained: name.optional(),
    })
    .optional(),
  electricityMWh: term.optional(),
  greenElectricityMWh: term.optional(),
  heatGJ: term.optional(),
  process: term.optional(),
  stated: bySomeOf(z.enum(TOTALS), name).default({}),
  compared: bySomeOf(z.enum(SOURCES), z.strictObject({ reported: name, explained: name })).optional(),
  reported: z.strictObject({ electricityMWh: name.optional(), heatGJ: name.optional() }).optional(),
});

const is = z.literal('yes').transform(() => true as const);
const brought = z.strictObject({
  to: z.string().regex(/^[A-Za-z]+(\.[A-Za-z]+)?$/, '应为事项所带内容的字段 | must be a field of what the act brings'),
  field: name.optional(),
  total: z.enum(TOTALS).optional(),
  table: name.optional(),
  month: is.optional(),
  fuels: is.optional(),
  yes: is.optional(),
  compared: is.optional(),
  term: z.enum(['electricityMWh', 'greenElectricityMWh', 'heatGJ']).optional(),
});

const check = z.strictObject({
  check: z.enum(CHECKS),
  severity: z.enum(['error', 'warning', 'question']).default('warning'),
  field: name.optional(),
  than: name.optional(),
  table: name.optional(),
  column: name.optional(),
  zh: text.optional(),
  en: text.optional(),
});

/** `forms/YEAR/NAME.yaml`, and `NAME.vN.yaml` for what an annex changed. */
export const formShape = z.strictObject({
  form: z.string().regex(/^[a-z-]+$/),
  version: z.string().regex(/^[1-9]\d{0,2}$/),
  cycle: year,
  ...words,
  by: z.enum(['unit', 'verifier']).default('unit'),
  concerns: z.enum(['key', 'general']).default('key'),
  monthly: yesNo.default('no'),
  act: text.optional(),
  filing: text.optional(),
  files: z.enum(['needed', 'wished']).default('wished'),
  ...source,
  cite,
  status: z.enum(STATUSES),
  verified: z.string().refine(isDay, '应为实有的日期 YYYY-MM-DD | must be a day that exists, YYYY-MM-DD'),
  sections: z.array(section).min(1),
  totals: totals.optional(),
  brings: z.array(brought).default([]),
  checks: z.array(check).default([]),
});
export type FormFile = z.infer<typeof formShape>;
