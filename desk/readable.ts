import type { Json } from '../domain/model/json.js';
import { refuse, type Refusal } from '../domain/model/refusal.js';
import { isLine } from '../domain/model/text.js';
import { badInput } from './parse.js';
import type { RawAct } from './raw-act.js';

/** The whole of what is asked, in bytes: below what Temporal and the database carry, however often it is carried. */
export const WHOLE_MAX = 128 * 1_024;
const NAME_MAX = 200;

/** A name as it can be kept and said, whatever it is made of. */
export const spelt = (text: string): string => (isLine(text) ? text : JSON.stringify(text.toWellFormed())).slice(0, NAME_MAX);

type Named = readonly [field: string, text: string];

/** What names there are in an act: its own, those of people, that of the unit. */
export const namesIn = ({ do: what, by, for: unit, approvedBy }: RawAct): Named[] => [
  ['do', what],
  ['by', by],
  ...(unit === undefined ? [] : [['for', unit] as const]),
  ...(approvedBy === undefined ? [] : [['approvedBy', approvedBy] as const]),
];

/** Why names cannot be kept, whoever they are of: too long, or no text that two programs read alike. */
export function unkeepable(names: readonly Named[]): Refusal | undefined {
  for (const [field, text] of names) {
    if (text.length > NAME_MAX)
      return {
        ...refuse(
          'too-large',
          `${field}：至多 ${String(NAME_MAX)} 个字符`,
          `${field} is longer than ${String(NAME_MAX)} characters`,
        ),
        path: [field],
      };
    if (!isLine(text)) return badInput([field], '含有控制字符或残缺字符', 'has control characters or half a character');
  }
  return undefined;
}

/** How many bytes something takes; no end of them where it is nested too deep to be written down. */
export const bytesOf = (value: unknown): number => {
  try {
    return Buffer.byteLength(JSON.stringify(value));
  } catch (error) {
    if (error instanceof RangeError) return Infinity;
    throw error;
  }
};

/** Why what an act brings cannot be carried. */
export function tooLarge(brings: Json | undefined, max = WHOLE_MAX): Refusal | undefined {
  const bytes = bytesOf(brings ?? {});
  return bytes > max
    ? refuse(
        'too-large',
        `内容共 ${String(bytes)} 字节，至多 ${String(max)} 字节；大的内容请作为文件提交`,
        `what it brings is ${String(bytes)} bytes, more than ${String(max)}: hand in large content as a file`,
      )
    : undefined;
}

/** Why an act cannot even be looked at, on whatever host. */
export const unreadableAct = (raw: RawAct): Refusal | undefined => unkeepable(namesIn(raw)) ?? tooLarge(raw.with);
