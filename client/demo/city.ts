import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readYaml } from '../../desk/written/yaml.js';
import { instantOf, type Instant } from '../../domain/model/instant.js';

const unit = { name: z.string(), district: z.string(), emissions: z.int().positive() };
const KEY_STORIES = [
  ...['plain', 'settled', 'short', 'bought', 'seller', 'offsets', 'offset-waiting', 'adjustment', 'spot-checked'],
  ...['late-report', 'late-months', 'missing-month', 'month-returned', 'returned', 'never', 'newly-listed'],
  ...['unconfirmed', 'late-confirmed'],
] as const;
const CITY = z.strictObject({
  name: z.string(),
  cycle: z.int(),
  from: z.string(),
  until: z.string(),
  opens: z.strictObject({ on: z.string(), at: z.string() }),
  verifiers: z.array(z.string()).min(1),
  asleep: z.strictObject({ district: z.string(), since: z.string() }),
  key: z.array(z.strictObject({ ...unit, sector: z.string(), story: z.enum(KEY_STORIES) })),
  general: z.array(z.strictObject({ ...unit, story: z.enum(['plain', 'late', 'never', 'returned']) })),
});

/** A city that nobody lives in: its units, and what each has made of the year. */
export type DemoCity = z.infer<typeof CITY>;
export type KeyUnit = DemoCity['key'][number];
export type GeneralUnit = DemoCity['general'][number];

/** The city that is shipped. Throws where the file is not one. */
export const readDemoCity = (): DemoCity =>
  CITY.parse(readYaml(readFileSync(fileURLToPath(new URL('city.yaml', import.meta.url)), 'utf8')));

/** The morning on which the demonstration begins. */
export const opensAt = ({ opens }: DemoCity): Instant => instantOf(opens.on, opens.at);
