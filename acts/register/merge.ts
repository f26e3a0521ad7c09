import { z } from 'zod';
import { define } from '../definition.js';
import { basis, name } from '../shapes.js';

/** 合并 (policy): a unit becomes part of another that is listed. */
export const merge = define({
  name: 'merge',
  words: { zh: '合并单位', en: 'merge a unit into another' },
  party: 'city',
  concerns: 'any',
  everyCase: true,
  listed: 'into',
  twoPeople: true,
  with: z.strictObject({ into: name, basis }),
});
