import { z } from 'zod';
import { isDay, isInstant, isMonth } from '../domain/model/instant.js';
import { isMailAddress } from '../domain/model/mail-address.js';
import { isFurther } from '../domain/model/terms.js';
import { isLine, isSeen, saysSomething } from '../domain/model/text.js';

/** What every field of an act is made of. Sizes are bounded here, once; a message is `Chinese | English`. */

const TEXT_MAX = 500;
const LONG_TEXT_MAX = 4_000;
export const LIST_MAX = 200;
/** The largest whole number that the database numbers with. */
const INT_MAX = 2_147_483_647;
/** Years written with four digits. */
const FIRST_VINTAGE = 1_000;
const LAST_VINTAGE = 9_999;
const UNDATED_MONTH = '不是月份，应为 YYYY-MM | is no month: write YYYY-MM';

const matching = (pattern: RegExp, because: string) => z.string().regex(pattern, because);
/** The same of a number; one that is right but for too many digits (`endless`) is told so. */
const counted = (pattern: RegExp, endless: RegExp, because: string) =>
  z.string().regex(pattern, {
    error: ({ input }) =>
      endless.test(String(input))
        ? '位数过多：整数至多 18 位，小数至多 12 位 | has too many digits: at most 18 before the point and 12 after it'
        : because,
  });

/** Whole tonnes above zero, as text. */
export const wholeTonnes = counted(
  /^[1-9]\d{0,17}$/,
  /^[1-9]\d*$/,
  '应为大于零的整数（以字符串书写） | must be a positive whole number, written as a string',
);
/** A measured amount, not negative, as text. */
export const measured = counted(
  /^(0|[1-9]\d{0,17})(\.\d{1,12})?$/,
  /^(0|[1-9]\d*)(\.\d+)?$/,
  '应为不小于零的十进制数（以字符串书写） | must be a decimal number that is not negative, written as a string',
);
/** Yuan and fen, as text. */
export const money = matching(
  /^(0|[1-9]\d{0,17})(\.\d{1,2})?$/,
  '应为金额，至多两位小数（以字符串书写） | must be an amount of money with at most two decimal places, written as a string',
);
export const month = z.string().refine(isMonth, UNDATED_MONTH).meta({ format: 'month' });
export const day = z.string().refine(isDay, '不是日期，应为 YYYY-MM-DD | is no day: write YYYY-MM-DD').meta({ format: 'date' });
export const instant = z
  .string()
  .refine(isInstant, '应为带时区的 ISO 8601 时刻 | must be an ISO 8601 instant with its offset')
  .meta({ format: 'date-time' });
/** An id of a unit, a verifier, a lot, a ground: a name without line breaks. */
export const name = matching(/^[^\p{C}\p{Zl}\p{Zp}]{1,100}$/u, '不是有效的名称或编号 | is no valid name or id');
/** A verifier's id, which an address may be made of. */
export const verifierId = matching(
  /^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/,
  '应为字母、数字和连字符，至多 40 个 | must be up to 40 letters, digits and hyphens',
);
/** A unit's id, which cases and addresses are made of. */
export const unitId = matching(
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
  '应为字母、数字、点和横线，至多 64 个 | must be up to 64 letters, digits, dots and dashes',
);
export const mailAddress = z.string().refine(isMailAddress, '不是一个电子邮箱 | is not one mail address');
/** Text of one line. */
export const line = (most: number) => z.string().refine(isLine, '应为一行文字 | must be one line').max(most);
const said = (most: number) =>
  z.string().trim().min(1).max(most).refine(saysSomething, '应有看得见的文字 | must say something that is seen');
/** Text of one or several lines. */
export const text = said(TEXT_MAX);
/** The same, where people explain at length. */
export const longText = said(LONG_TEXT_MAX);
/** 依据: what a determination rests on. */
export const basis = text;
/** 另行报送的材料: by the name that the notice gives it. */
export const filing = z
  .string()
  .refine(
    (name) => isFurther(`further-filing/${name}`),
    '应为通知中的材料名称，汉字、字母或者数字 2 至 40 个 | must be the notice’s own name of it: 2 to 40 Chinese characters, letters or digits',
  );
/** 公章: whether the document carries the seal. */
export const sealed = z.boolean();

/** An auction by its name, which an address may be made of. */
export const auction = matching(
  /^[A-Za-z0-9-]{1,40}$/,
  '应为字母、数字和连字符，至多 40 个 | must be up to 40 letters, digits and hyphens',
);
/** A hash, or as many bytes of chance. */
export const hex64 = matching(/^[0-9a-f]{64}$/, '应为 64 位小写十六进制 | must be 64 lower-case hexadecimal digits');
/** So many tonnes at so much a tonne. */
export const bidLine = z.strictObject({ price: money, quantity: wholeTonnes });

/** What a verifier asked, by its number. */
export const queryNumber = z.number().int().positive().max(INT_MAX);

/** An alarm by its number. */
export const alarmNumber = z.number().int().positive().max(INT_MAX);

const file = z.strictObject({
  name: line(255)
    .min(1)
    .refine(
      (name) => isSeen(name) && saysSomething(name),
      '应为看得见的文件名，不含零宽或者变向字符 | must be a name that is seen, without characters of no width or that turn others around',
    ),
  sha256: matching(/^[0-9a-fA-F]{64}$/, '应为 64 位十六进制 SHA-256 | must be a SHA-256 in 64 hexadecimal digits'),
});
export const files = z.array(file).max(LIST_MAX);
export const findings = z.array(longText).max(LIST_MAX);
/** What a check says to what was found in a document, one by one: it may stand, or has to be corrected. */
export const answers = z
  .array(
    z.strictObject({
      finding: line(200).min(1),
      answer: z.enum(['accepted', 'to-correct']),
      remark: text.optional(),
    }),
  )
  .max(LIST_MAX);
export const checkResult = z.enum(['pass', 'return']);
/** A decision that says that it may take time away. */
export const expressly = z.literal(true, '只能为 true，或不填 | must be true, or left out').optional();
export const decision = z.enum(['accept', 'reject']);

/** Lots with what is to be taken of each; none named twice. */
export const lots = z
  .array(z.strictObject({ lot: name, quantity: wholeTonnes }))
  .min(1)
  .max(LIST_MAX)
  .superRefine((list, context) => {
    const seen = new Set<string>();
    list.forEach(({ lot }, index) => {
      if (seen.has(lot))
        context.addIssue({ code: 'custom', path: [index, 'lot'], message: '同一批次重复 | names the same lot twice' });
      seen.add(lot);
    });
  });

/** The document that shows what took place before the platform was taken into service. */
export const document = line(255).min(1);

/** The lots of an account with where each is read. */
export const balanceLots = z
  .array(
    z.discriminatedUnion('product', [
      z.strictObject({
        product: z.literal('allowance'),
        vintage: z.int().min(FIRST_VINTAGE).max(LAST_VINTAGE),
        expiresOn: day.optional(),
        quantity: wholeTonnes,
        source: document,
      }),
      z.strictObject({
        product: z.enum(['ccer', 'carbon-inclusive']),
        origin: z.enum(['beijing', 'outside']),
        recordedOn: day,
        quantity: wholeTonnes,
        source: document,
      }),
    ]),
  )
  .max(LIST_MAX);

/** Refuses an object that has one of two fields without the other. */
export const together = (one: string, other: string) => (value: Record<string, unknown>, context: z.RefinementCtx) => {
  for (const [has, lacks] of [
    [one, other],
    [other, one],
  ] as const)
    if (value[has] !== undefined && value[lacks] === undefined)
      context.addIssue({
        code: 'custom',
        path: [lacks],
        message: `缺少，须与 ${has} 一并填写 | is missing: it goes with ${has}`,
      });
};

/** Refuses an object that has none or more than one of some fields. */
export const exactlyOne =
  (...fields: string[]) =>
  (value: Record<string, unknown>, context: z.RefinementCtx) => {
    if (fields.filter((field) => value[field] !== undefined).length !== 1)
      context.addIssue({
        code: 'custom',
        message: `${fields.join('、')} 须填且仅填一项 | needs exactly one of ${fields.join(', ')}`,
      });
  };
