import type pg from 'pg';
import type { UnitConcerned } from '../../parties/whose.js';
import { lookedAtBy } from '../../records/engaged.js';

const UNIT = `select v.district, v.unit_kind as kind, array(select distinct c.cycle from case_views c where c.unit = $1 and c.unit_kind is not null order by 1) as cycles
  from case_views v where v.unit = $1 and v.unit_kind is not null order by v.cycle desc, v.opened_at desc limit 1`;

/** A unit that documents are about: whose it is, its kind, the cycles in which it has cases. */
export interface UnitKnown extends UnitConcerned {
  readonly kind: 'key' | 'general';
  readonly cycles: readonly number[];
}

/** What is read of a unit to know who may write and read documents about it; undefined where it has no case. */
export async function unitKnown(pool: pg.Pool, unit: string): Promise<UnitKnown | undefined> {
  interface Row {
    readonly district: string | null;
    readonly kind: 'key' | 'general';
    readonly cycles: readonly number[];
  }
  const [row] = (await pool.query<Row>({ name: 'unit-known', text: UNIT, values: [unit] })).rows;
  if (!row) return undefined;
  const { district, kind, cycles } = row;
  return {
    id: unit,
    district: district ?? '',
    kind,
    cycles,
    verifiers: (await lookedAtBy(pool, [unit])).get(unit)?.verifiers ?? [],
  };
}
