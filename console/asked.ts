import type { Said } from './said.js';
import type { Visit } from './visit.js';

type Asked = Pick<Visit, 'c'>;

/** An address asks for something in words that it does not have: nothing is shown in its stead. */
export class BadAddress extends Error {
  readonly no: Said;

  constructor(zh: string, en: string) {
    super(en);
    this.name = 'BadAddress';
    this.no = {
      code: 'bad-input',
      zh: `${zh}。请从页面上的链接或表单进入。`,
      en: `${en}: come here by a link or a form of a page.`,
    };
  }
}

/** As much of what was written as a page repeats. */
const SHOWN = 40;

const bad = (name: string, text: string, zh: string, en: string): never => {
  const written = text.slice(0, SHOWN);
  throw new BadAddress(
    `地址中的 ${name} 应为${zh}，而不是“${written}”`,
    `${name} in the address should be ${en}, not “${written}”`,
  );
};

/** A whole number up to a million; `least` where the address does not name it. */
export function wholeIn({ c }: Asked, name: string, least = 0): number {
  const text = c.req.query(name);
  if (text === undefined) return least;
  if (!/^(0|[1-9]\d{0,5})$/.test(text) || Number(text) < least)
    return bad(name, text, `不小于 ${String(least)} 的整数`, `a whole number from ${String(least)}`);
  return Number(text);
}

/** One of these words; undefined where the address does not name it. */
export function oneIn<const T extends string>({ c }: Asked, name: string, words: readonly T[]): T | undefined {
  const text = c.req.query(name);
  if (text === undefined) return undefined;
  return words.find((word) => word === text) ?? bad(name, text, words.join('、'), words.join(', '));
}

/** What is on where the address names it: `?all`, `?mine=1`. */
export const isIn = (visit: Asked, name: string): boolean => oneIn(visit, name, ['', '1']) !== undefined;

/** What was written, where it has this shape; undefined where nothing was. */
export function shaped(
  name: string,
  text: string | undefined,
  is: (text: string) => boolean,
  words: readonly [zh: string, en: string],
): string | undefined {
  if (text === undefined || text === '') return undefined;
  return is(text) ? text : bad(name, text, ...words);
}

/** What an address or a form names twice can be meant in two ways: its first word would be taken in silence. */
export function namedOnce(names: Iterable<string>): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) {
      const shown = name.slice(0, SHOWN);
      throw new BadAddress(`“${shown}”出现了不止一次`, `“${shown}” is named more than once`);
    }
    seen.add(name);
  }
}

/** A form that nobody can read: cut on its way, or made by no browser. */
export const unreadForm = (): BadAddress =>
  new BadAddress('没有完整收到表单，未办理任何事项', 'The form did not arrive whole, and nothing was done');
