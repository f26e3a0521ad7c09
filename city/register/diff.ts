import type { Unit } from '../../domain/model/case.js';
import type { Listed } from './read-register.js';

/** A unit in both lists, and what the new one says otherwise. */
export interface Stays {
  readonly id: string;
  readonly name: string;
  readonly changed: readonly { readonly field: Compared; readonly was: string; readonly is: string }[];
}

/** Somebody of the old list who may be the same as somebody of the new one: of one name, under another id. */
export interface Same {
  readonly name: string;
  readonly was: string;
  readonly is: string;
}

/** How a list of units differs from the one before. */
export interface RegisterDiff {
  readonly stay: readonly Stays[];
  readonly come: readonly Unit[];
  readonly leave: readonly Unit[];
  readonly perhapsSame: readonly Same[];
}

const COMPARED = [
  'name',
  'kind',
  'district',
  'mustReport',
  'mustBeVerified',
  'mustSettle',
] as const satisfies readonly (keyof Unit)[];
type Compared = (typeof COMPARED)[number] | 'mail';

type OfList = Pick<Listed, 'unit' | 'contact'>;

/** Names are compared without width, spaces and brackets of either kind. */
const plain = (name: string): string => name.normalize('NFKC').replace(/[\s()]/gu, '');

const said = (value: Unit[(typeof COMPARED)[number]]): string => (value === undefined ? '' : String(value));

/** Compares two lists by id, whatever its case, and by name: who stays, comes, leaves, and who of both may be one. Pure. */
export function diffRegisters(before: readonly OfList[], after: readonly OfList[]): RegisterDiff {
  const was = new Map(before.map((one) => [one.unit.id.toLowerCase(), one]));
  const is = new Set(after.map(({ unit: { id } }) => id.toLowerCase()));
  const stay = after.flatMap(({ unit, contact }): Stays[] => {
    const old = was.get(unit.id.toLowerCase());
    if (!old) return [];
    const compared: readonly (readonly [Compared, string, string])[] = [
      ...COMPARED.map((field) => [field, said(old.unit[field]), said(unit[field])] as const),
      ['mail', old.contact.mail, contact.mail],
    ];
    const changed = compared.flatMap(([field, then, now]) => (then === now ? [] : [{ field, was: then, is: now }]));
    return [{ id: unit.id, name: unit.name, changed }];
  });
  const come = after.map(({ unit }) => unit).filter(({ id }) => !was.has(id.toLowerCase()));
  const leave = before.map(({ unit }) => unit).filter(({ id }) => !is.has(id.toLowerCase()));
  const perhapsSame = come.flatMap(({ id, name }) =>
    leave.filter((old) => plain(old.name) === plain(name)).map((old): Same => ({ name, was: old.id, is: id })),
  );
  return { stay, come, leave, perhapsSame };
}
