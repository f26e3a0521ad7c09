import type pg from 'pg';
import { PROJECTION_VERSION } from '../domain/projection/projection.js';
import { patchOf } from '../domain/projection/patch.js';
import { SHOWN_KINDS } from '../domain/projection/watch.js';
import { inTransaction, withRetries, type Outcome } from './connection.js';
import { stepsSince } from './history.js';
import { watched } from './watched.js';

/** What came of making anew what is shown: how many cases, and those of which nothing can be told, with why. */
export interface Rebuilt {
  readonly cases: number;
  readonly untold: readonly { readonly caseId: string; readonly why: string }[];
}

const HOLD = 'select kind, opening from cases where case_id = $1 for no key update';
const WRITE = 'select write_views($1, $2)';

const viewsOf = (kind: string, opening: unknown, steps: Awaited<ReturnType<typeof stepsSince>>): object => {
  const made = watched({ kind, opening, steps });
  if (!made) throw new Error(`nothing is shown of a case of kind ${kind}`);
  return { made: PROJECTION_VERSION, whole: true, ...patchOf(undefined, made.shown()) };
};

/** With the case held: no step is written meanwhile, and none is lost. Answers why nothing can be told, where it cannot. */
const rebuildOne = (pool: pg.Pool, caseId: string): Promise<string | undefined> =>
  inTransaction(pool, async (db): Promise<Outcome<string | undefined>> => {
    const { rows } = await db.query<{ kind: string; opening: unknown }>({ name: 'views-hold', text: HOLD, values: [caseId] });
    const steps = await stepsSince(db, caseId, 0);
    const [row] = rows;
    if (!row || steps.length === 0) return { undo: undefined };
    let views: object = {};
    let why: string | undefined;
    try {
      views = viewsOf(row.kind, row.opening, steps);
    } catch (error) {
      why = error instanceof Error ? error.message : String(error);
    }
    await db.query({ name: 'views-write', text: WRITE, values: [caseId, views] });
    return { keep: why };
  });

/** How many cases are named at once, and how many are made side by side. */
const PAGE = 500;
const AT_A_TIME = 4;
const NAMES = `select c.case_id from cases c left join case_views v using (case_id)
  where c.case_id > $1 and c.kind = any ($2) and c.seq > 0 and ($3 or v.made is distinct from $4) order by c.case_id limit ${String(PAGE)}`;

/**
 * Makes anew from the events what is shown of every case, one case a transaction, while steps go on; `missing`: only of those of which
 * nothing is shown, or what an older version of it said.
 */
export async function rebuildViews(pool: pg.Pool, which: 'all' | 'missing' = 'all'): Promise<Rebuilt> {
  const untold: { caseId: string; why: string }[] = [];
  let cases = 0;
  for (let last: string | undefined = ''; last !== undefined;) {
    const values: unknown[] = [last, SHOWN_KINDS, which === 'all', PROJECTION_VERSION];
    const { rows }: pg.QueryResult<{ case_id: string }> = await pool.query({ name: 'views-names', text: NAMES, values });
    const names = rows.map((row) => row.case_id);
    let next = 0;
    const lane = async (): Promise<void> => {
      for (let caseId = names[next++]; caseId !== undefined; caseId = names[next++]) {
        const id = caseId;
        const why = await withRetries(() => rebuildOne(pool, id));
        cases += 1;
        if (why !== undefined) untold.push({ caseId: id, why });
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, lane));
    last = names.at(-1);
  }
  return { cases, untold };
}
