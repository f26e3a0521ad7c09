import { notListedAnyMore } from '../domain/auction/coming-in.js';
import type { Instant } from '../domain/model/instant.js';
import type { Refusal } from '../domain/model/refusal.js';
import type { Database } from '../ledger/one-row.js';

/** Held, so that nothing is being stored about the unit meanwhile under an earlier stamp. */
const HOLD = `select c.case_id from cases c join cases a on a.cycle = c.cycle
  where a.case_id = $1 and c.unit = $2 and c.kind in ('compliance-cycle', 'general-report') for share of c`;
const LEAVING = `select x.act_id as act from acts x join requests r on r.act_id = x.act_id
    where x.case_id = any ($1) and x.role = 'decides' and x.state in ('stored', 'ready') and x.stamp < $2 and r.do_what in ('leave', 'merge')
  union all
  select null from events e where e.case_id = any ($1) and e.type in ('unit-left', 'unit-merged') and e.at < $2`;

/**
 * What stands against a unit that comes into an auction at an instant, whenever that is decided: a leave or a merger stamped before it that
 * its case has taken, or has yet to decide. In a transaction that goes on.
 */
export async function standsAgainst(
  db: Database,
  auction: string,
  unit: string,
  at: Instant,
): Promise<Refusal | { waitFor: string[] } | undefined> {
  const held = await db.query<{ case_id: string }>({ name: 'bidder-hold', text: HOLD, values: [auction, unit] });
  const cases = held.rows.map((row) => row.case_id);
  const { rows } = await db.query<{ act: string | null }>({ name: 'bidder-leaving', text: LEAVING, values: [cases, at] });
  if (rows.some(({ act }) => act === null)) return notListedAnyMore(unit);
  const open = rows.flatMap(({ act }) => act ?? []);
  return open.length > 0 ? { waitFor: open } : undefined;
}
