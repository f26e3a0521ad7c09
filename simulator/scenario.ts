import { z } from 'zod';
import { own } from '../domain/model/own.js';
import { byName, bySomeOf } from '../regulation/by-name.js';
import { placeOf, sayIssue } from '../acts/say-issue.js';
import type { RawAct } from '../desk/admit.js';
import { bytesIn } from '../desk/written/file.js';
import { textOf } from '../desk/written/text.js';
import { WrittenError } from '../desk/written/written-error.js';
import { readYaml } from '../desk/written/yaml.js';
import { isAmount, isPositiveWhole } from '../domain/model/amount.js';
import { isMailAddress } from '../domain/model/mail-address.js';
import { addDays, instantOf, isDay, isMonth, startOf, type Instant } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import { isLine } from '../domain/model/text.js';
import { DATED, isFurther, type Deadlines, type FurtherDuty } from '../domain/model/terms.js';
import { copies } from './copies.js';
import type { Scenario, ScenarioAct, ScenarioUnit } from './play.js';
import { ScenarioError } from './scenario-error.js';

export type { Amendment, Scenario, ScenarioAct, ScenarioUnit } from './play.js';
export { ScenarioError };

const day = z.string().refine(isDay, '应为实有的日期 YYYY-MM-DD | must be a day that exists, YYYY-MM-DD');
const year = z
  .int()
  .min(1_000, '应为四位年份 | must be a year of four digits')
  .max(9_999, '应为四位年份 | must be a year of four digits');
const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/, '应为一天中的时刻 "HH:MM:SS" | must be a time of day, "HH:MM:SS"');
const amount = z
  .union([z.string(), z.number().transform(String)])
  .refine(isAmount, '应为十进制数，并加引号 | must be a decimal number, in quotes');
const tonnes = z
  .union([z.string(), z.number().transform(String)])
  .refine(isPositiveWhole, '应为大于零的整数吨，并加引号 | must be whole tonnes above zero, in quotes');
const address = z.string().refine(isMailAddress, '应为一个邮箱地址 | must be one plain mail address');
const line = z.string().refine(isLine, '应为一行文字，不含控制字符 | must be one line, without control characters');
const id = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
    '应为由字母、数字、点和连字符组成的编号 | must be an id of letters, digits, dots and dashes',
  );

const holding = z.discriminatedUnion('product', [
  z.strictObject({ product: z.literal('allowance'), vintage: year, expiresOn: day.optional(), quantity: tonnes }),
  z.strictObject({
    product: z.enum(['ccer', 'carbon-inclusive']),
    origin: z.enum(['beijing', 'outside']),
    recordedOn: day,
    quantity: tonnes,
  }),
]);
const unit = z.strictObject({
  id,
  name: line.default(''),
  kind: z.enum(['key', 'general']),
  district: id,
  newlyListed: z.boolean().default(false),
  listedOn: day.optional(),
  mustReport: z.boolean().optional(),
  mustBeVerified: z.boolean().optional(),
  mustSettle: z.boolean().optional(),
  mail: address.optional(),
  lastCycle: z.strictObject({ approved: amount, settled: z.boolean() }).optional(),
  holdings: z.array(holding).default([]),
});
const act = z.strictObject({
  on: day,
  at: clock.default('10:00:00'),
  by: z.string(),
  approvedBy: z.string().optional(),
  do: z.string(),
  for: z.string().optional(),
  with: z.unknown().optional(),
});
const further = z.custom<FurtherDuty>((name) => typeof name === 'string' && isFurther(name));
const revision = z.strictObject({
  revision: z.int().min(2),
  basis: line.min(1),
  deadlines: bySomeOf(z.union([z.enum(DATED), further]), day).transform((days) => days as Deadlines),
});
const cell = z.union([z.string(), z.number().transform(String)]);
const scenarioDocument = z.strictObject({
  form: line,
  month: z.string().refine(isMonth, '应为月份 YYYY-MM | must be a month, YYYY-MM').optional(),
  values: byName(z.string(), z.union([cell, z.array(byName(z.string(), cell))])),
  files: z
    .array(
      z.strictObject({
        name: line.min(1),
        sha256: z.string().regex(/^[0-9a-f]{64}$/, '应为 64 位十六进制数 | must be 64 hexadecimal digits'),
        size: z.int().min(1),
      }),
    )
    .default([]),
  corrects: line.optional(),
});
const FRAME = z.strictObject({
  name: line,
  cycle: year,
  from: day,
  until: day,
  units: z.array(unit).min(1),
  acts: z.array(act).default([]),
  rehearsal: z.strictObject({ allowProvisional: z.boolean().default(false) }).default({ allowProvisional: false }),
  revisions: z.array(revision).default([]),
  mail: byName(z.string(), address).default({}),
  documents: byName(z.string(), scenarioDocument).default({}),
});

/** Leaves out what is undefined: an absent member is absent. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Reads a scenario file. Throws a ScenarioError naming the place of what is wrong. */
export function readScenario(file: string, options: { readonly units?: number } = {}): Scenario {
  let bytes: Uint8Array;
  try {
    bytes = asWritten(file, () => bytesIn(file));
  } catch (error) {
    if (error instanceof ScenarioError) throw error;
    throw new ScenarioError(file, [], '没有此文件，或无法读取 / there is no such file, or it cannot be read');
  }
  return parseScenario(
    asWritten(file, () => textOf(bytes)),
    file,
    options,
  );
}

/** Reads something written. Throws a ScenarioError where it cannot be read as it stands. */
function asWritten<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof WrittenError) throw new ScenarioError(file, error.path, error.message);
    throw error;
  }
}

/** The same from text; `file` is what errors call it. */
export function parseScenario(source: string, file: string, options: { readonly units?: number } = {}): Scenario {
  const read = FRAME.safeParse(
    asWritten(file, () => readYaml(source)),
    { reportInput: true },
  );
  if (!read.success) {
    const [issue] = read.error.issues;
    if (!issue) throw new Error('a parse that failed names no issue');
    throw new ScenarioError(file, placeOf(issue), sayIssue(issue).join(' / '));
  }
  const { rehearsal, mail, units, acts, ...rest } = plain(read.data);
  if (rest.until < rest.from) throw new ScenarioError(file, ['until'], `早于 from / lies before "from" (${rest.from})`);
  const numbers = rest.revisions.map((one) => one.revision);
  numbers.forEach((number, at) => {
    if (numbers.indexOf(number) !== at)
      throw new ScenarioError(file, ['revisions', at, 'revision'], `${String(number)} 重复 / is there twice`);
  });
  for (const [name, { corrects }] of Object.entries(rest.documents))
    if (corrects !== undefined && own(rest.documents, corrects)?.form !== rest.documents[name]?.form)
      throw new ScenarioError(
        file,
        ['documents', name, 'corrects'],
        `${corrects} 不是同一表单的材料 / is no document of the same form`,
      );
  const ids = new Set<string>();
  units.forEach((one, at) => {
    // the same letters in another case would be another unit that nobody can tell apart
    if (ids.has(one.id.toLowerCase())) throw new ScenarioError(file, ['units', at, 'id'], `${one.id} 重复 / is there twice`);
    ids.add(one.id.toLowerCase());
    if (one.listedOn !== undefined && one.listedOn > rest.until)
      throw new ScenarioError(
        file,
        ['units', at, 'listedOn'],
        `晚于 until，单位始终不会纳入 / lies after "until" (${rest.until}): the unit would never be listed`,
      );
  });
  const scenario: Scenario = {
    ...rest,
    units: units.map((one) => ({ ...one, mail: one.mail ?? `${one.id}@unit.example` }) as ScenarioUnit),
    acts: acts.map((one, index) => ({ index, at: instantOf(one.on, one.at), raw: rawOf(one) })),
    allowProvisional: rehearsal.allowProvisional,
    mailboxes: mail,
  };
  return options.units === undefined ? scenario : copies(scenario, options.units, file);
}

const rawOf = (one: z.infer<typeof act>): RawAct => ({
  by: one.by,
  do: one.do,
  ...(one.for === undefined ? {} : { for: one.for }),
  ...(one.approvedBy === undefined ? {} : { approvedBy: one.approvedBy }),
  ...(one.with === undefined ? {} : { with: one.with as Json }),
});

/** The first instant that is not played any more: 24:00 of the last day belongs to the next. */
export const endOf = (scenario: Scenario): Instant => startOf(addDays(scenario.until, 1));

/** The acts that are played, in order: by instant, then as the file has them, then by unit. */
export const playedActs = (scenario: Scenario): ScenarioAct[] => {
  const [from, end] = [startOf(scenario.from), endOf(scenario)];
  return scenario.acts.filter(({ at }) => at >= from && at < end).sort((a, b) => a.at - b.at || a.index - b.index);
};
