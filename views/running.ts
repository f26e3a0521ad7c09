import { cityCaseIdOf } from '../domain/model/case-ids.js';
import { isoOf } from '../domain/model/instant.js';
import type { Book } from '../records/book.js';
import { broughtTo, cyclesInBook, readCity } from '../records/city-cycles.js';
import { packageVersion } from '../records/package-root.js';
import { platformKind } from '../records/platform.js';

/** A decision for all on its way to the running cases. */
export interface RollOut {
  readonly case: string;
  readonly act: string;
  readonly do: string;
  readonly applied: number;
  readonly waiting: number;
  readonly refused: number;
}

/** How the platform runs, beside what waits for somebody. */
export interface Running {
  /** Of the platform. */
  readonly version: string;
  /** `embedded`, `rehearsal`, `service`. */
  readonly kind: string;
  /** Letters that have not gone out, and since when the oldest waits. */
  readonly outbox: { readonly waiting: number; readonly since: string | null };
  readonly rollOuts: readonly RollOut[];
  /** Cases by the revision of the rules that they were opened under. */
  readonly cycles: readonly { readonly cycle: number; readonly revision: number }[];
}

const OUTBOX = `select count(*)::int as waiting, min(at)::float8 as since from deliveries where sent_at is null and refused_at is null`;

/** How the platform runs. */
export async function running({ pool }: Book): Promise<Running> {
  const [{ rows: letters }, cycles, kind] = await Promise.all([
    pool.query<{ waiting: number; since: number | null }>({ name: 'view-outbox', text: OUTBOX }),
    cyclesInBook(pool),
    platformKind(pool),
  ]);
  const rollOuts: RollOut[] = [];
  for (const { cycle } of cycles) {
    const caseId = cityCaseIdOf(cycle);
    for (const { act, do: what, rolledOut } of (await readCity(pool, caseId))?.decisions ?? []) {
      if (rolledOut !== undefined) continue;
      const brought = await broughtTo(pool, act, caseId);
      const count = (state: string): number => brought.filter((one) => one.state === state).length;
      rollOuts.push({
        case: caseId,
        act,
        do: what,
        applied: count('applied'),
        waiting: count('stored'),
        refused: count('refused'),
      });
    }
  }
  const [outbox] = letters;
  return {
    version: packageVersion(),
    kind: kind ?? '',
    outbox: { waiting: outbox?.waiting ?? 0, since: outbox?.since ? isoOf(outbox.since) : null },
    rollOuts,
    cycles,
  };
}
