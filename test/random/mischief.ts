import fc from 'fast-check';
import type { Json } from '../../domain/model/json.js';
import type { Made } from './acting.js';

const STRANGERS = ['BJ-0001', 'BJ-0003', 'chaoyang', 'haidian/x', 'exchange', 'city', 'city/a', 'V-01', 'nobody', 'toString', ''];
const NO_UNITS = ['BJ-9999', 'city', 'constructor', ''];
const NO_ACTS = ['fly', 'constructor', 'confirm', '', 'SURRENDER'];

const isObject = (brings: Json | undefined): brings is Record<string, Json> =>
  typeof brings === 'object' && brings !== null && !Array.isArray(brings);

/** What an act brings, spoiled: something else, something more, something less, something of another kind. */
const spoiled = (brings: Json | undefined): fc.Arbitrary<Json> => {
  const nonsense = fc.jsonValue({ maxDepth: 2 }).map((value) => value as Json);
  if (!isObject(brings)) return nonsense;
  const keys = Object.keys(brings);
  if (keys.length === 0) return fc.oneof(nonsense, fc.constant({ more: 1 }));
  const key = fc.constantFrom(...keys);
  return fc.oneof(
    nonsense,
    fc.constant({ ...brings, more: 'than there is' }),
    key.map((one) => Object.fromEntries(Object.entries(brings).filter(([name]) => name !== one))),
    fc.tuple(key, nonsense).map(([one, value]) => ({ ...brings, [one]: value })),
    key.map((one) => ({ ...brings, [one]: '-1' })),
  );
};

/** The same act as nobody may do it: by another party, approved by itself, about nobody, of another name, with nonsense. */
export const mischief = (made: fc.Arbitrary<Made>): fc.Arbitrary<Made> =>
  made.chain((honest) =>
    fc.oneof(
      fc.constantFrom(...STRANGERS).map((by) => ({ ...honest, by })),
      fc.constantFrom(...STRANGERS).map((approvedBy) => ({ ...honest, approvedBy })),
      fc.constant({ ...honest, approvedBy: honest.by }),
      fc.constantFrom(...NO_UNITS).map((whom) => ({ ...honest, for: whom })),
      fc.constantFrom(...NO_ACTS).map((name) => ({ ...honest, do: name })),
      spoiled(honest.with).map((brings) => ({ ...honest, with: brings })),
    ),
  );
