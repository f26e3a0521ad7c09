import { z } from 'zod';
import { define } from '../definition.js';
import { line, longText } from '../shapes.js';

/** 独立性声明: who accepts declares that nothing ties it to the unit, and who will work on it. */
const PEOPLE_MAX = 50;

export const acceptEngagement = define({
  name: 'accept-engagement',
  words: { zh: '作出独立性声明并接受委托', en: 'accept an engagement with a declaration of independence' },
  party: 'verifier',
  concerns: 'key',
  case: 'verification',
  with: z.strictObject({
    independence: longText,
    team: z.array(line(100).min(1)).max(PEOPLE_MAX).optional(),
  }),
});
