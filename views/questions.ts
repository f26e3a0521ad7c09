import { isFurther, type FurtherDuty } from '../domain/model/terms.js';
import { z } from 'zod';
import { placeOf, sayIssue } from '../acts/say-issue.js';
import { isAmount, isLess } from '../domain/model/amount.js';
import { isDay, isInstant, isMonth } from '../domain/model/instant.js';
import { isLine } from '../domain/model/text.js';
import { DEADLINE_DUTIES } from '../domain/rules/deadline.js';
import type { Rulebook } from '../domain/model/rulebook.js';
import { FUELS } from '../domain/model/fuel.js';
import { QuestionError } from '../domain/rules/working.js';
import { byName } from '../regulation/by-name.js';
import { ask, type Answer, type Questions, type RuleName } from '../regulation/ask.js';

const MANY = 100_000;
const FOUR_DIGITS = '应为四位年份 | must be a year of four digits';
const amount = z
  .string()
  .refine(
    isAmount,
    '应为不小于零的十进制数（以字符串书写，如 "98765.43"），整数至多 18 位、小数至多 12 位 | must be a decimal number as text that is not negative, e.g. "98765.43", of at most 18 digits and 12 after the point',
  );
const share = amount.refine(
  (text) => isAmount(text) && !isLess('1', text),
  '应为 0 到 1 之间的比例，如 "0.98"，而非百分数 | must be a share from 0 to 1, e.g. "0.98", not per cent',
);
const day = z.string().refine(isDay, '应为实有的日期 YYYY-MM-DD | must be a day that exists, YYYY-MM-DD');
const reportYear = z.string().regex(/^\d{4}$/, '应为四位年份（以字符串书写） | must be a year of four digits, as text');
const month = z.string().refine(isMonth, '应为月份 YYYY-MM | must be a month, YYYY-MM');
const name = z
  .string()
  .min(1)
  .max(200)
  .refine(
    isLine,
    '应为一行文字，不含控制字符或残缺字符 | must be a text of one line, without control characters or half a character',
  );
const instant = z.string().refine(isInstant, '应为带时区的 ISO 8601 时刻 | must be an ISO 8601 instant with its offset');
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
  vintage: z.int().min(1000, FOUR_DIGITS).max(9999, FOUR_DIGITS),
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
          context.addIssue({
            code: 'custom',
            path: [n, 'lot'],
            message: `${lot} 重复，每一批次只写一次 | ${lot} is named twice: each lot stands once`,
          });
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
  zeroBecause: byName(name, z.string().min(1)).optional(),
});
const figures = byName(name, amount);

/** What each rule may be asked: nothing else, and every unknown key is an error. */
export const QUESTIONS: { readonly [R in RuleName]: z.ZodType } = {
  deadline: z.strictObject({
    duty: z.union(
      [z.enum(DEADLINE_DUTIES), z.custom<FurtherDuty>((name) => typeof name === 'string' && isFurther(name))],
      `应为以下之一：${DEADLINE_DUTIES.join(', ')} | must be one of: ${DEADLINE_DUTIES.join(', ')}`,
    ),
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

/** What is wrong with a question, and what to do, without the place; and where. */
export interface BadQuestion {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly path: readonly (string | number)[];
}

/** Reads a question strictly; answers what is wrong with it instead. */
function readQuestion<R extends RuleName>(rule: R, raw: unknown): { question: Questions[R] } | { bad: BadQuestion } {
  const parsed = QUESTIONS[rule].safeParse(raw, { reportInput: true });
  if (parsed.success) return { question: parsed.data as Questions[R] };
  const [issue] = parsed.error.issues;
  if (!issue) throw new Error('a parse that failed names no issue');
  const [zh, en] = sayIssue(issue);
  return { bad: { code: 'bad-input', path: placeOf(issue), zh, en } };
}

/** Asks one rule one question. What is wrong with it, or what the rulebook does not know, is the answer too. */
export function answerQuestion(book: Rulebook, rule: RuleName, raw: unknown): { answer: Answer } | { bad: BadQuestion } {
  const read = readQuestion(rule, raw);
  if ('bad' in read) return read;
  try {
    return { answer: ask(book, rule, read.question) };
  } catch (error) {
    if (!(error instanceof QuestionError)) throw error;
    const { code, path, zh, en } = error;
    return { bad: { code, path, zh, en } };
  }
}
