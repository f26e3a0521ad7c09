/** Which page of a list is asked for. */
export interface Paging {
  readonly after?: string;
  readonly limit: number;
}

/** One page, and where the next begins. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly after?: string;
}

/** The first so many of what was found; there is a next page where more was found. */
export function pageOf<T>(found: readonly T[], limit: number, keyOf: (item: T) => string): Page<T> {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return last !== undefined && found.length > limit ? { items, after: keyOf(last) } : { items };
}
