import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { WishedLine } from '../../desk/wishes.js';
import { refuse, type Refusal } from '../../domain/model/refusal.js';

/** As many lines as one proposal has on a page; what is more goes by the command line or the API, in parts. */
const LINES_MAX = 2_000;
/** Of all lines together, unpacked. */
const UNPACKED_MAX = 4_194_304;

const line = z.strictObject({
  do: z.string().max(100),
  for: z.string().max(200).optional(),
  cycle: z.int().optional(),
  with: z.json().optional(),
});
const shape = z.array(line).min(1).max(LINES_MAX);

/** Lines that were looked over, as the form carries them on: what is proposed is what was shown. */
export const packed = (lines: readonly WishedLine[]): string => gzipSync(JSON.stringify(lines)).toString('base64url');

const BROKEN = refuse(
  'bad-input',
  '表单不完整：请返回重新选择或者上传',
  'the form is not whole: go back, and choose or send the file again',
);

/** The same again. */
export function unpacked(text: string): readonly WishedLine[] | Refusal {
  try {
    const read = shape.parse(
      JSON.parse(gunzipSync(Buffer.from(text, 'base64url'), { maxOutputLength: UNPACKED_MAX }).toString('utf8')),
    );
    return read.map(({ do: what, for: unit, cycle, with: brings }) => ({
      do: what,
      ...(unit === undefined ? {} : { for: unit }),
      ...(cycle === undefined ? {} : { cycle }),
      ...(brings === undefined ? {} : { with: brings }),
    }));
  } catch {
    return BROKEN;
  }
}

export const tooMany = (lines: readonly unknown[]): Refusal | undefined =>
  lines.length > LINES_MAX
    ? refuse(
        'too-large',
        `共 ${String(lines.length)} 项，一次至多 ${String(LINES_MAX)} 项：请分开提出`,
        `these are ${String(lines.length)} lines, and one proposal has ${String(LINES_MAX)} at most: propose them in parts`,
      )
    : undefined;
