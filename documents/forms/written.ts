import { compare, isAmount, over } from '../../domain/model/amount.js';
import { isDay, isMonth } from '../../domain/model/instant.js';
import { firstUnseen, isLine, isText } from '../../domain/model/text.js';
import type { Field, FieldType } from '../../regulation/forms/form.js';
import { isCreditCode } from './credit-code.js';
import { wrongIndustryCode } from './industry-code.js';
import type { Wrong } from './wrong.js';

const TEXT_MAX = 500;
const LONG_TEXT_MAX = 4_000;

/** How a number that is written another way is written here: with wide digits, or in per cent; none where that is not clear. */
function plainly(text: string): string | undefined {
  if (!/^[\d.,%\s０-９．，％]+$/.test(text)) return undefined;
  const narrow = text.normalize('NFKC').replaceAll(/(?<=\d),(?=\d{3}(\D|$))/g, '');
  const [, share] = /^(\d{1,15}(?:\.\d{1,15})?)\s*%$/.exec(narrow) ?? [];
  const plain = share === undefined ? narrow : over(share, '100');
  return plain !== text && isAmount(plain) ? plain : undefined;
}

const comma = (text: string): Wrong | undefined => {
  if (/^\d{1,3}([,，]\d{3})+(\.\d+)?$/.test(text)) {
    const without = text.replaceAll(/[,，]/g, '');
    return [`数字中不用逗号，请写成 ${without}`, `has separators: write ${without}`];
  }
  return /^\d+[,，]\d+$/.test(text)
    ? [`小数点请用“.”，请写成 ${text.replace(/[,，]/, '.')}`, `has a decimal comma: write ${text.replace(/[,，]/, '.')}`]
    : undefined;
};

const bounded = (text: string, { least, most, unit = '' }: Field): Wrong | undefined => {
  if (least !== undefined && compare(text, least) < 0) return [`不能小于 ${least} ${unit}`, `must be at least ${least} ${unit}`];
  return most !== undefined && compare(text, most) > 0
    ? [`不能大于 ${most} ${unit}`, `must be at most ${most} ${unit}`]
    : undefined;
};

function amount(text: string, field: Field): Wrong | undefined {
  const wrong = comma(text);
  if (wrong) return wrong;
  if (/^[-−]\s*\d/.test(text)) return ['不能为负数', 'must not be negative'];
  if (isAmount(text)) return bounded(text, field);
  const plain = plainly(text);
  return plain === undefined
    ? ['应为十进制数，如 1234.5', 'must be a decimal number such as 1234.5']
    : [`应为十进制数，请写成 ${plain}`, `must be a decimal number: write ${plain}`];
}

const matching =
  (is: (text: string) => boolean, zh: string, en: string) =>
  (text: string): Wrong | undefined =>
    is(text) ? undefined : [zh, en];

/** What every reader shows otherwise, or not at all. */
const UNKNOWN = /[\p{Co}\p{Cn}]/u;

const written = (isIt: (text: string) => boolean, otherwise: number, zh: string, en: string) => {
  return (text: string, { most = String(otherwise) }: Field): Wrong | undefined => {
    if (!isIt(text) || UNKNOWN.test(text) || firstUnseen(text) !== undefined) return [zh, en];
    return Array.from(text).length > Number(most) ? [`至多 ${most} 个字符`, `has at most ${most} characters`] : undefined;
  };
};

/** 2015/6/1, 2015.6.1, 2015年6月1日: the day that is meant, in the one spelling. */
function dayMeant(text: string): string | undefined {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})\s*[年/.-]\s*(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*日?$/.exec(text.normalize('NFKC')) ?? [];
  const meant = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(meant) ? meant : undefined;
}

function day(text: string): Wrong | undefined {
  if (isDay(text)) return undefined;
  const meant = dayMeant(text);
  return meant === undefined
    ? ['应为日期 YYYY-MM-DD', 'must be a day that exists, YYYY-MM-DD']
    : [`日期请写成 ${meant}`, `must be a day, YYYY-MM-DD: write ${meant}`];
}

const chosen = (text: string, { options = [] }: Field): Wrong | undefined =>
  options.some(({ value }) => value === text)
    ? undefined
    : [`应选择：${options.map(({ zh }) => zh).join('、')}`, `must be one of ${options.map(({ value }) => value).join(', ')}`];

/** Why a text cannot stand in a field of each type. */
const WRONG: Readonly<Record<FieldType, (text: string, field: Field) => Wrong | undefined>> = {
  text: written(isLine, TEXT_MAX, '应为一行文字，不含看不见的字符', 'must be one line of text without unseen characters'),
  'long-text': written(isText, LONG_TEXT_MAX, '含有看不见的字符', 'has unseen characters'),
  amount,
  whole: (text, field) =>
    comma(text) ??
    (/^(0|[1-9]\d{0,17})$/.test(text)
      ? bounded(text, field)
      : ['应为不小于零的整数', 'must be a whole number that is not negative']),
  day,
  month: matching(isMonth, '应为月份 YYYY-MM', 'must be a month, YYYY-MM'),
  year: matching((text) => /^[12]\d{3}$/.test(text), '应为年份 YYYY', 'must be a year, YYYY'),
  'yes-no': chosen,
  choice: chosen,
  fuel: chosen,
  'credit-code': (text) => {
    if (isCreditCode(text)) return undefined;
    const capital = text.normalize('NFKC').toUpperCase();
    return isCreditCode(capital)
      ? [`统一社会信用代码请写成 ${capital}`, `must be in capitals and plain digits: write ${capital}`]
      : [
          '不是有效的统一社会信用代码（18 位，校验码不符或含有 I、O、S、V、Z）',
          'is no unified social credit code: 18 characters, the last of which checks the others',
        ];
  },
  'industry-code': wrongIndustryCode,
  telephone: matching((text) => /^\+?[\d][\d -]{4,24}$/.test(text), '应为电话号码', 'must be a telephone number'),
  verifier: matching(
    (text) => /^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/.test(text),
    '应为核查机构编号：字母、数字和连字符',
    'must be the id of a verifier: letters, digits and hyphens',
  ),
};

/** Why a text cannot stand in a field; nothing where it can. */
export const wrongIn = (text: string, field: Field): Wrong | undefined => WRONG[field.type](text, field);
