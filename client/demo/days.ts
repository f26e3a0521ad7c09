import { readFileSync } from 'node:fs';
import { byName } from '../../regulation/by-name.js';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readYaml } from '../../desk/written/yaml.js';

const day = z.string();
const month = z.string();
const thousandths = z.int().positive();
const words = z.array(z.string()).min(1);

/** A verification that goes on: whom a unit has engaged, whether it has accepted, what it asks. */
const engagement = z.strictObject({
  unit: z.string(),
  verifier: z.string(),
  note: z.string().optional(),
  accepts: z.string().optional(),
  asks: z.strictObject({ kind: z.string(), about: z.string(), text: z.string(), days: z.int() }).optional(),
});

const DAYS = z.strictObject({
  evidence: z.strictObject({
    months: z.array(z.strictObject({ month, share: thousandths, 'filed-in': month })).min(1),
    electricity: thousandths,
    gas: thousandths,
    late: z.array(month),
    last: month,
    returned: words,
  }),
  report: z.strictObject({ 'first-in': month, 'verified-in': month, 'plan-on': day, returned: words }),
  city: z.strictObject({
    'pre-allocation': z.strictObject({ on: day, share: thousandths, basis: z.string() }),
    'spot-check': z.strictObject({ on: day, share: thousandths }),
    'confirmed-in': month,
    'confirmed-late-on': day,
    'allocated-on': day,
    'allocated-late-on': day,
    allocated: byName(z.string(), thousandths),
  }),
  unit: z.strictObject({
    offsets: z.strictObject({ 'applied-on': day, 'decided-on': day, share: thousandths, 'recorded-on': day }),
    before: z.strictObject({ vintage: z.int(), share: thousandths }),
    adjustment: z.strictObject({
      'applied-on': day,
      'decided-on': day,
      ground: z.string(),
      basis: z.string(),
      asked: thousandths,
      given: thousandths,
    }),
    'surrendered-in': month,
    'traded-in': month,
    trade: z.strictObject({ at: z.string(), price: z.string(), share: thousandths }),
  }),
  general: z.strictObject({
    'filed-in': month,
    'filed-late-on': day,
    'checked-in': month,
    'returned-on': day,
    'filed-again-on': day,
    'passed-on': day,
    returned: words,
  }),
  morning: z.strictObject({
    alarm: z.strictObject({ subject: z.string(), reason: z.string() }),
    confirm: z.strictObject({ unit: z.string(), emissions: z.string(), basis: z.string() }),
    offsets: z.strictObject({ unit: z.string(), basis: z.string() }),
    claimed: z.strictObject({ by: z.string(), item: z.string() }),
    engaged: z.array(engagement).min(1),
  }),
});

/** The days of the demonstration's year, as the file that is shipped has them. Throws where it is not one. */
export const readDays = (): z.infer<typeof DAYS> =>
  DAYS.parse(readYaml(readFileSync(fileURLToPath(new URL('year.yaml', import.meta.url)), 'utf8')));
