import type { Refusal } from '../domain/model/refusal.js';

/** A no about a number, with what a comma in it may mean: `1,23` is neither thousands nor a number of ours. */
export const withComma = (no: Refusal, entered: ReadonlyMap<string, string>, at = no.path?.join('.') ?? ''): Refusal => {
  const text = entered.get(at)?.trim() ?? '';
  if (no.refused !== 'bad-input' || !/^\d[\d,，]*[,，][\d.]*$/.test(text)) return no;
  return {
    ...no,
    zh: `${no.zh}：“${text}”中的逗号意思不明，小数点请用“.”，千位分隔须三位一组，如 1,234`,
    en: `${no.en}; the comma in “${text}” may mean either: write a decimal point as “.”, and thousands in groups of three, such as 1,234`,
  };
};
