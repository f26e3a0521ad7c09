import { z } from 'zod';
import { isDay } from '../domain/model/instant.js';
import { STATUSES } from '../domain/model/rulebook.js';

const text = z.string().min(1);
const day = z.string().refine(isDay, '应为实有的日期 YYYY-MM-DD | must be a day that exists, YYYY-MM-DD');
const year = z.string().regex(/^\d{4}$/, '应为四位年份 | must be a year, YYYY');
const yesNo = z.enum(['yes', 'no']);

const adoption = z.strictObject({ by: text, 'approved-by': text, on: day, basis: text });

const parameter = z.strictObject({
  name: text,
  value: z.union([text, z.array(text).min(1)]),
  unit: text,
  of: text.optional(),
  status: z.enum(STATUSES),
  cite: z
    .string()
    .regex(
      /^\S+ \S+$/,
      '应为 文件 条款，例如 jhf-2024-8 三(四) | must be INSTRUMENT CLAUSE: the id of a text and one of its clauses',
    ),
  quote: text.optional(),
  reading: text.optional(),
  verified: day,
  adopted: adoption.optional(),
});
export type ParameterEntry = z.infer<typeof parameter>;

const unknown = z.strictObject({ name: text, because: text });
const takesOver = z.strictObject({ from: year, because: text, names: z.array(text).min(1) });

/** `cycles/YEAR.yaml`: a cycle as its notice was issued. */
export const cycleShape = z.strictObject({
  cycle: year,
  revision: z.literal('1'),
  'emission-year': year,
  'evidence-year': year,
  notice: text,
  parameters: z.array(parameter),
  'takes-over': takesOver.optional(),
  /** Dates of duties that this notice asks no more, and how we know. */
  dropped: z.array(unknown).optional(),
  unknown: z.array(unknown).optional(),
});
export type CycleFile = z.infer<typeof cycleShape>;

/** `cycles/YEAR.rN.yaml`: what an amendment or an adoption changes; everything else stays. */
export const revisionShape = z.strictObject({
  cycle: year,
  revision: z.string().regex(/^([2-9]|[1-9]\d+)$/, '应为 2 以上的整数 | must be a whole number from 2'),
  notice: text,
  basis: text,
  parameters: z.array(parameter).min(1),
});

/** `policies.yaml`: what the platform itself holds in every cycle. */
export const policiesShape = z.strictObject({ parameters: z.array(parameter) });

/** `annexes/YEAR.yaml`: the authority's own numbers. */
export const annexShape = z.strictObject({ cycle: year, parameters: z.array(parameter) });

export const calendarShape = z.strictObject({ year, number: text, 'issued-on': day, free: z.array(day), worked: z.array(day) });

const clause = z.strictObject({
  clause: text,
  title: text.optional(),
  'in-hand': yesNo.optional(),
  duties: z.array(text).optional(),
  rules: z.array(text).optional(),
  modelled: z.literal('no').optional(),
  because: text.optional(),
});
const instrument = z.strictObject({
  id: text,
  title: text,
  number: text.optional(),
  'issued-by': text,
  'issued-on': day.optional(),
  'in-force-from': day.optional(),
  for: text,
  'in-hand': yesNo,
  clauses: z.array(clause).min(1),
});
export const instrumentsShape = z.strictObject({ instruments: z.array(instrument) });
export type Instrument = z.infer<typeof instrument>;
export type Clause = z.infer<typeof clause>;

/** `rulebooks.lock`: the digests of the revisions that are in force and must not change. */
export const lockShape = z.strictObject({
  adopted: z.array(z.strictObject({ rulebook: z.string().regex(/^\d{4}(\.r\d+)?$/), digest: text, on: day, basis: text })),
});
export type LockEntry = z.infer<typeof lockShape>['adopted'][number];

/** `coverage.yaml`: emission years without a cycle, and why. */
export const coverageShape = z.strictObject({ gaps: z.array(z.strictObject({ 'emission-year': year, because: text })) });

/** `current.yaml`: the cycle that is meant where none is named. */
export const currentShape = z.strictObject({ cycle: year });

/** `readings.yaml`: how readings are said in Chinese. */
export const readingsShape = z.strictObject({ readings: z.array(z.strictObject({ en: text, zh: text })) });
