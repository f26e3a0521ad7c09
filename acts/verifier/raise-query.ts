import { z } from 'zod';
import { QUERY_KINDS } from '../../domain/model/verification.js';
import { define } from '../definition.js';
import { line, longText } from '../shapes.js';

/** A year is more than any cycle gives. */
const DAYS_MAX = 366;

/** 疑问、不符合项: what the unit is to answer, and within how many natural days. */
export const raiseQuery = define({
  name: 'raise-query',
  words: { zh: '提出核查疑问或者不符合项', en: 'raise a query or a non-conformity' },
  party: 'verifier',
  concerns: 'key',
  case: 'verification',
  with: z.strictObject({
    kind: z.enum(QUERY_KINDS),
    about: line(200).min(1),
    text: longText,
    days: z.number().int().min(1).max(DAYS_MAX).optional(),
  }),
});
