import { isFurther, type FurtherDuty } from '../domain/model/terms.js';
import { z } from 'zod';
import { isAmount, isLess } from '../domain/model/amount.js';
import { isDay, isInstant, isMonth } from '../domain/model/instant.js';
import { isLine } from '../domain/model/text.js';
import { DEADLINE_DUTIES } from '../domain/rules/deadline.js';
import type { Rulebook } from '../domain/model/rulebook.js';
import { FUELS } from '../domain/model/fuel.js';
import { QuestionError } from '../domain/rules/working.js';
import { ask, type Answer, type Questions, type RuleName } from '../regulation/ask.js';

const MANY = 100_000;
const amount = z
  .string()
  .refine(
    isAmount,
    'must be a decimal number as text that is not negative, e.g. "98765.43", of at most 18 digits and 12 after the point',
  );
const share = amount.refine(
  (text) => isAmount(text) && !isLess('1', text),
  'must be a share from 0 to 1, e.g. "0.98", not per cent',
);
const day = z.string().refine(isDay, 'must be a day that exists, YYYY-MM-DD');
const reportYear = z.string().regex(/^\d{4}$/, 'must be a year, e.g. "2024"');
const month = z.string().refine(isMonth, 'must be a month, YYYY-MM');
const name = z
  .string()
  .min(1)
  .max(200)
  .refine(isLine, 'must be a text of one line, without control characters or half a character');
const instant = z.string().refine(isInstant, 'must be an ISO 8601 instant with its offset');
const amounts = z.array(amount).max(MANY);

const fuel = z.strictObject({
  fuel: z.enum(FUELS),
  consumption: amount,
  ncv: amount.optional(),
  carbonContent: amount.optional(),
  oxidation: share.optional(),
});

const part = z.discriminatedUnion('method', [
  z.strictObject({
    method: z.literal('historic-total'),
    baseEmissions: amounts.min(1),
    coefficient: amount.optional(),
    sector: name.optional(),
  }),
  z.strictObject({
    method: z.literal('benchmark'),
    products: z.array(z.strictObject({ activity: amount, benchmark: amount.optional(), product: name.optional() })).min(1),
    sector: name.optional(),
  }),
  z.strictObject({
    method: z.literal('historic-intensity'),
    products: z.array(z.strictObject({ activity: amount, baseIntensity: amount.optional(), product: name.optional() })).min(1),
    coefficient: amount.optional(),
    sector: name.optional(),
  }),
]);

const origin = z.enum(['beijing', 'outside']);
const allowance = z.strictObject({
  lot: name,
  product: z.literal('allowance'),
  vintage: z.int().min(1000).max(9999),
  expiresOn: day.optional(),
  quantity: amount,
});
const offset = z.strictObject({
  lot: name,
  product: z.enum(['ccer', 'carbon-inclusive']),
  origin,
  recordedOn: day,
  quantity: amount,
});
const holding = z.discriminatedUnion('product', [allowance, offset]);

const collection = z.strictObject({
  confirmed: amount,
  surrendered: z.strictObject({ allowances: amount, offsets: amount, offsetsOutside: amount }),
  on: day,
  holdings: z
    .array(holding)
    .max(MANY)
    .superRefine((lots, context) => {
      const seen = new Set<string>();
      lots.forEach(({ lot }, n) => {
        if (seen.has(lot))
          context.addIssue({ code: 'custom', path: [n, 'lot'], message: `${lot} is named twice: each lot stands once` });
        seen.add(lot);
      });
    }),
});

const bid = z.strictObject({ bidder: name, kind: z.enum(['key', 'voluntary']), price: amount, quantity: amount, at: instant });

const evidence = z.strictObject({
  month,
  electricityMWh: amount,
  greenElectricityMWh: amount.optional(),
  heatGJ: amount.optional(),
  fuels: z.array(fuel).max(MANY),
  files: z.array(z.strictObject({ name, sha256: name })).max(MANY),
  zeroBecause: z.record(name, z.string().min(1)).optional(),
});
const figures = z.record(name, amount);

/** What each rule may be asked: nothing else, and every unknown key is an error. */
export const QUESTIONS: { readonly [R in RuleName]: z.ZodType } = {
  deadline: z.strictObject({
    duty: z.union([z.enum(DEADLINE_DUTIES), z.custom<FurtherDuty>((name) => typeof name === 'string' && isFurther(name))]),
    month: month.optional(),
    filedOn: day.optional(),
    confirmedOn: day.optional(),
    shortOn: day.optional(),
  }),
  emissions: z.strictObject({
    fuels: z.array(fuel).max(MANY).default([]),
    electricityMWh: amount.default('0'),
    greenElectricityMWh: amount.default('0'),
    heatGJ: amount.default('0'),
    process: amount.default('0'),
  }),
  allocation: z.strictObject({
    parts: z.array(part).max(MANY),
    newFacilities: amounts.optional(),
    deductions: amounts.optional(),
    confirmed: amount.optional(),
  }),
  'pre-allocation': z.strictObject({
    lastApproved: amount.optional(),
    settledLastCycle: z.boolean().optional(),
    newlyListed: z.boolean(),
  }),
  'true-up': z.strictObject({ preAllocated: amount, final: amount }),
  obligation: z.strictObject({ confirmed: amount }),
  'offset-limit': z.strictObject({ confirmed: amount }),
  'offset-eligibility': z.strictObject({ product: z.enum(['ccer', 'carbon-inclusive']), origin, recordedOn: day, usedOn: day }),
  'spot-check': z.strictObject({ verified: amount, spotChecked: amount }),
  collection,
  auction: z.strictObject({ lot: amount, floor: amount, bids: z.array(bid).max(MANY) }),
  penalty: z.strictObject({ shortfall: amount, averagePrice: amount }),
  plausibility: z.strictObject({
    data: evidence,
    previous: evidence.optional(),
    lastYear: evidence.optional(),
    annual: z.strictObject({ year: reportYear, figures }).optional(),
    seen: z
      .array(z.strictObject({ sha256: name, month }))
      .max(MANY)
      .optional(),
  }),
  'annual-match': z.strictObject({
    year: reportYear,
    months: z.array(z.strictObject({ month, figures })).max(MANY),
    annual: figures,
  }),
};

/** What is wrong with a question: where, and what to do. */
export interface BadQuestion {
  readonly code: string;
  readonly message: string;
  readonly path: readonly (string | number)[];
}

const sayIssue = (rule: RuleName, issue: z.core.$ZodIssue): BadQuestion => {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const where = path.length > 0 ? path.join('.') : `the question to ${rule}`;
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return {
      code: 'bad-input',
      path: [...path, key],
      message: `${[...path, key].join('.')}: no such key; remove it or correct its name`,
    };
  }
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  return { code: 'bad-input', path, message: `${where}: ${missing ? `is missing; add it (${issue.message})` : issue.message}` };
};

/** Reads a question strictly; answers what is wrong with it instead. */
function readQuestion<R extends RuleName>(rule: R, raw: unknown): { question: Questions[R] } | { bad: BadQuestion } {
  const parsed = QUESTIONS[rule].safeParse(raw, { reportInput: true });
  if (parsed.success) return { question: parsed.data as Questions[R] };
  const [issue] = parsed.error.issues;
  return {
    bad: issue ? sayIssue(rule, issue) : { code: 'bad-input', path: [], message: 'the question has not the shape it must have' },
  };
}

/** Asks one rule one question. What is wrong with it, or what the rulebook does not know, is the answer too. */
export function answerQuestion(book: Rulebook, rule: RuleName, raw: unknown): { answer: Answer } | { bad: BadQuestion } {
  const read = readQuestion(rule, raw);
  if ('bad' in read) return read;
  try {
    return { answer: ask(book, rule, read.question) };
  } catch (error) {
    if (!(error instanceof QuestionError)) throw error;
    const where = error.path.length > 0 ? `${error.path.join('.')}: ` : '';
    return { bad: { code: error.code, message: `${where}${error.message}`, path: error.path } };
  }
}
