/** One place where an outcome is not what the expectation says: path in the document, both values. */
export interface Difference {
  readonly path: string;
  readonly expected: string;
  readonly got: string;
}

type Keys = Readonly<Record<string, unknown>>;

/** Written in an expectation for a key that the outcome must not have. */
const ABSENT = '(absent)';

const isKeys = (value: unknown): value is Keys => typeof value === 'object' && value !== null && !Array.isArray(value);
const show = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));
const differs = (path: string, expected: unknown, got: unknown): Difference => ({
  path,
  expected: show(expected),
  got: show(got),
});

/** Whether `got` has every key of `wanted`, with the same values. */
const matches = (wanted: unknown, got: unknown): boolean => compare('', wanted, got).length === 0;

/** `{contains: […]}`: each wanted element is somewhere in the array, each time another one. */
const compareContains = (path: string, wanted: readonly unknown[], got: readonly unknown[]): Difference[] => {
  const left = [...got];
  return wanted.flatMap((one, index) => {
    const at = left.findIndex((candidate) => matches(one, candidate));
    if (at < 0)
      return [{ path: `${path}{contains ${String(index)}}`, expected: show(one), got: `none such among ${String(got.length)}` }];
    left.splice(at, 1);
    return [];
  });
};

const compareAbsent = (path: string, unwanted: readonly unknown[], got: readonly unknown[]): Difference[] =>
  unwanted.flatMap((one, index) =>
    got
      .filter((candidate) => matches(one, candidate))
      .map((found) => ({ path: `${path}{absent ${String(index)}}`, expected: `none like ${show(one)}`, got: show(found) })),
  );

/** `{exactly: [{where, at}]}`: the elements like `where` stand at these instants and no others, in this order. */
const compareExactly = (path: string, lists: readonly unknown[], got: readonly unknown[]): Difference[] =>
  lists.flatMap((list) => {
    if (!isKeys(list)) throw new Error(`${path}: an element of "exactly" is {where, at}, got ${show(list)}`);
    const instants = got.filter((one) => matches(list['where'], one)).map((one) => (isKeys(one) ? one['at'] : undefined));
    const same = JSON.stringify(instants) === JSON.stringify(list['at']);
    return same ? [] : [differs(`${path}{where ${show(list['where'])}}.at`, list['at'], instants)];
  });

const compareList = (path: string, wanted: Keys, got: readonly unknown[]): Difference[] =>
  Object.entries(wanted).flatMap(([how, list]) => {
    if (!Array.isArray(list)) throw new Error(`${path}.${how}: a list was expected, got ${show(list)}`);
    if (how === 'contains') return compareContains(path, list, got);
    if (how === 'absent') return compareAbsent(path, list, got);
    if (how === 'exactly') return compareExactly(path, list, got);
    throw new Error(`${path}.${how}: an array is compared by contains, absent or exactly`);
  });

const compareWhole = (path: string, wanted: readonly unknown[], got: readonly unknown[]): Difference[] => [
  ...(wanted.length === got.length ? [] : [differs(`${path}.length`, wanted.length, got.length)]),
  ...wanted.flatMap((one, index) => compare(`${path}[${String(index)}]`, one, got[index])),
  ...got.slice(wanted.length).map((one, index) => differs(`${path}[${String(wanted.length + index)}]`, undefined, one)),
];

/**
 * Compares an outcome with an expectation that says a part of it: objects by the keys present, arrays whole unless
 * written as `{contains, absent, exactly}`, `(absent)` for a key that must not be there.
 */
export const compare = (path: string, wanted: unknown, got: unknown): Difference[] => {
  if (wanted === ABSENT) return got === undefined ? [] : [differs(path, undefined, got)];
  if (Array.isArray(wanted)) return Array.isArray(got) ? compareWhole(path, wanted, got) : [differs(path, wanted, got)];
  if (isKeys(wanted)) {
    if (Array.isArray(got)) return compareList(path, wanted, got);
    if (!isKeys(got)) return [differs(path, wanted, got)];
    return Object.entries(wanted).flatMap(([key, value]) => compare(path === '' ? key : `${path}.${key}`, value, got[key]));
  }
  return Object.is(wanted, got) ? [] : [differs(path, wanted, got)];
};
