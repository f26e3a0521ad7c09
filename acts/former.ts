import { z } from 'zod';
import type { Before } from '../domain/duties/before.js';
import { FORMER } from '../domain/duties/every.js';
import type { Former, SaidOfFormer } from '../domain/model/first-day.js';
import { checkResult, day, decision, document, filing, lots, measured, month, verifierId, wholeTonnes } from './shapes.js';

const tonnes = z.union([z.literal('0'), wholeTonnes]);
const SAID = {
  month,
  emissions: measured,
  tonnes: wholeTonnes,
  amount: wholeTonnes,
  takenBack: tonnes,
  verifier: verifierId,
  filing,
  lots,
  allowances: tonnes,
  offsets: tonnes,
  outside: tonnes,
};
type Mask = { readonly [F in keyof SaidOfFormer]?: true };
const mask = (fields: readonly (keyof SaidOfFormer)[]): Mask => Object.fromEntries(fields.map((field) => [field, true]));

const shapeOf = (what: string, { says = [], may = [] }: Before) =>
  z
    .strictObject({
      do: z.literal(what),
      on: day,
      document,
      ...SAID,
      result: what.startsWith('decide-') ? decision : checkResult,
    })
    .pick({ do: true, on: true, document: true, ...mask([...says, ...may]) })
    .partial(mask(may));

/** What can be taken over (接收), of a unit's monthly evidence or of its cycle: one shape an act of before, as its duty tells it. */
export function formerOf(what: 'evidence' | 'cycle'): z.ZodType<Former> {
  const [first, ...others] = [...FORMER].flatMap(([name, before]) =>
    (before.says?.includes('month') === true) === (what === 'evidence') ? [shapeOf(name, before)] : [],
  );
  if (!first) throw new Error(`no duty tells what of a unit's ${what} can be taken over`);
  return z.discriminatedUnion('do', [first, ...others]);
}
