/** A place in a list from which it goes on, as it is handed out: not to be read by anybody else. */
export type Cursor = string;

const cursorOf = (key: readonly unknown[]): Cursor => Buffer.from(JSON.stringify(key)).toString('base64url');

/** The key of a cursor of so many parts; undefined for what no list handed out. */
function keyIn(cursor: Cursor, parts: number): readonly (string | number | boolean)[] | undefined {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const isKey =
      Array.isArray(key) && key.length === parts && key.every((part) => /^(string|number|boolean)$/.test(typeof part));
    return isKey ? (key as (string | number | boolean)[]) : undefined;
  } catch {
    return undefined;
  }
}

/** Which part of a list is wanted. */
export interface Paging {
  /** From after this place on. */
  readonly after?: Cursor;
  /** So many; all of them where nothing is said. */
  readonly limit?: number;
}

/** Thrown for a cursor that no list handed out. */
export class BadCursor extends Error {
  constructor(cursor: Cursor) {
    super(`${cursor.slice(0, 80)} is no place in this list`);
    this.name = 'BadCursor';
  }
}

/** The key after which a page begins, null where it is the first. Throws BadCursor. */
export function afterKey({ after }: Paging, parts: number): readonly (string | number | boolean)[] | null {
  if (after === undefined) return null;
  const key = keyIn(after, parts);
  if (!key) throw new BadCursor(after);
  return key;
}

/** A page of rows that were read with one more than wanted: whether there is more is told by that one. */
export function pageOf<T>(
  rows: readonly T[],
  { limit }: Paging,
  keyOf: (row: T) => readonly unknown[],
): { page: readonly T[]; after?: Cursor } {
  if (limit === undefined || rows.length <= limit) return { page: rows };
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return last === undefined ? { page } : { page, after: cursorOf(keyOf(last)) };
}
