import type pg from 'pg';

/** So many answers are kept for one look: whoever reads a whole folder asks each thing once. */
const MOST = 100;

type Query = (asked: string | pg.QueryConfig, values?: unknown[]) => Promise<pg.QueryResult<object>>;

/**
 * The same pool for one look at one page, by whoever it is: a named statement that is asked again with the same values, by another part of
 * the page, is answered as it was the first time. For reading alone; nothing of it outlives the look.
 */
export function forOneLook(pool: pg.Pool): pg.Pool {
  const known = new Map<string, Promise<pg.QueryResult<object>>>();
  const query: Query = async (asked, values) => {
    if (typeof asked === 'string' || asked.name === undefined) return pool.query<object>(asked, values);
    const key = `${asked.name} ${JSON.stringify(asked.values ?? values)}`;
    const answer = known.get(key) ?? pool.query<object>(asked, values);
    if (known.size < MOST) known.set(key, answer);
    const { rows, ...rest } = await answer;
    return { ...rest, rows: [...rows] };
  };
  return new Proxy(pool, {
    get(of, name) {
      if (name === 'query') return query;
      const its: unknown = Reflect.get(of, name, of);
      return typeof its === 'function' ? (its.bind(of) as unknown) : its;
    },
  });
}
