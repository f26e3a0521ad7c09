import { z } from 'zod';
import { define } from '../definition.js';
import { basis } from '../shapes.js';

/** 撤销 (policy): a movement is undone by a new one, named by the event that made it. */
export const reverseMovement = define({
  name: 'reverse-movement',
  words: { zh: '撤销账户变动', en: 'reverse a movement' },
  party: 'city',
  concerns: 'any',
  twoPeople: true,
  with: z.strictObject({ event: z.number().int().positive(), basis }),
});
