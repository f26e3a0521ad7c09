import { z } from 'zod';
import { define } from '../definition.js';
import { basis, day, line, mailAddress, measured, name, unitId } from '../shapes.js';

/** 列入名单 (policy): a unit of the register, whose cases are opened from a day on; a line of the register's import. */
export const listUnit = define({
  name: 'list-unit',
  words: { zh: '列入名单', en: 'list a unit' },
  party: 'city',
  concerns: 'register',
  district: 'district',
  twoPeople: true,
  with: z.strictObject({
    id: unitId,
    name: line(100).min(1),
    kind: z.enum(['key', 'general']),
    district: name,
    newlyListed: z.boolean(),
    mail: mailAddress,
    listedOn: day.optional(),
    mustReport: z.literal(false).optional(),
    mustBeVerified: z.literal(false).optional(),
    mustSettle: z.literal(false).optional(),
    lastCycle: z.strictObject({ approved: measured, settled: z.boolean() }).optional(),
    opensOn: day,
    basis,
  }),
});
