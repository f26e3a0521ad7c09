import type pg from 'pg';
import type { Difference, Finding, SubjectKind } from './check.js';

/** A case of the city, an auction, the case of the alarms is of no unit: nobody knows how far it reaches. */
const OF_A_UNIT = `c.kind in ('compliance-cycle', 'monthly-evidence', 'general-report', 'verification')`;
const OF_CASE = (id: string): string => `select c.unit from cases c where c.case_id = ${id} and ${OF_A_UNIT}`;
const OF_LOT = (lot: string): string => `select l.unit from lots l where l.lot = ${lot}
  union select substr(p.account, 6) from postings p where p.lot = ${lot} and p.account like 'unit/%'`;
/** The lot at the end of the subject: a step's key may stand before it. */
const LOT = `(regexp_match(d.subject, '[^ ]+$'))[1]`;

/** The units that a subject concerns, by what it is. */
const UNITS_OF: Readonly<Record<SubjectKind, string>> = {
  unit: `select a.unit from accounts a where a.unit = d.subject union ${OF_CASE('d.subject')}`,
  case: OF_CASE('d.subject'),
  event: OF_CASE(`regexp_replace(d.subject, '/[0-9]+$', '')`),
  lot: OF_LOT(LOT),
  transaction: `select substr(p.account, 6) from postings p where p.tx = d.subject and p.account like 'unit/%'
    union select l.unit from postings p join lots l using (lot) where p.tx = d.subject
    union select c.unit from transactions t join cases c using (case_id) where t.id = d.subject and ${OF_A_UNIT}`,
  // where the postings of a product balance, all that its total is off by lies in lots that are not their postings
  product: `select l.unit from lots l
    where l.product = d.subject and (select sum(p.quantity) from postings p where p.product = d.subject) = 0
      and l.quantity <> coalesce((select sum(p.quantity) from postings p where p.lot = l.lot and p.account like 'unit/%'), 0)`,
};

const concerning = (of: SubjectKind): string => `select d.n, array(select u.unit from (${UNITS_OF[of]}) u (unit)
    order by u.unit collate "C") as units
  from jsonb_to_recordset($1) d (n int, subject text)`;

/** Tells of each finding which units it concerns: by name where that is known, else the ledger as a whole. */
export const concerned = async (
  db: pg.Pool | pg.ClientBase,
  findings: readonly (Finding & { readonly of: SubjectKind })[],
): Promise<Difference[]> => {
  const units = new Map<number, string[]>();
  for (const of of new Set(findings.map((each) => each.of))) {
    const asked = findings.flatMap((each, n) => (each.of === of ? [{ n, subject: each.subject }] : []));
    const { rows } = await db.query<{ n: number; units: string[] }>(concerning(of), [JSON.stringify(asked)]);
    for (const row of rows) units.set(row.n, row.units);
  }
  return findings.map(({ check, subject, found }, n) => {
    const named = units.get(n) ?? [];
    return { check, subject, found, units: named.length > 0 ? named : null };
  });
};
