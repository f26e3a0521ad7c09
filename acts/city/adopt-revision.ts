import { z } from 'zod';
import { define } from '../definition.js';
import { expressly } from '../shapes.js';

/** 调整: a revision on file becomes the law of every running case. */
export const adoptRevision = define({
  name: 'adopt-revision',
  words: { zh: '采纳修订', en: 'adopt a revision' },
  party: 'city',
  concerns: 'city',
  twoPeople: true,
  with: z.strictObject({ revision: z.number().int().positive(), expressly }),
});
