import type pg from 'pg';
import { letter } from '../domain/letters/letter.js';
import { isoOf } from '../domain/model/instant.js';
import { noticesIn } from '../records/outbox.js';

/** A unit whose letter did not arrive: refused for good, or returned. It must not first learn of its duty by its collection. */
export interface Unreached {
  readonly unit: string;
  readonly name: string;
  readonly letter: string;
  readonly subject: string;
  /** What the server said. */
  readonly said: string;
  /** Where it can be called; null where nobody has said. */
  readonly telephone: string | null;
  readonly since: string;
}

interface Row extends Omit<Unreached, 'subject' | 'since'> {
  readonly since: Date;
}

/**
 * Of each unit the latest that failed, until a letter to the same address goes out again. What went out later is looked for once an address,
 * whatever has failed there before; letter by letter, since a plan that joins reads all that were ever sent.
 */
const READ = `with failed as (
    select distinct on (l.party, d.channel) l.party as unit, d.channel, d.letter, coalesce(d.returned_said, d.last_error, '') as said,
      coalesce(d.returned_at, d.refused_at) as since
    from deliveries d cross join lateral (select m.party_kind, m.party, m.at from letters m where m.letter = d.letter limit 1) l
    where (d.refused_at is not null or d.returned_at is not null) and l.party_kind = 'unit' and d.person is null
    order by l.party, d.channel, coalesce(d.returned_at, d.refused_at) desc, l.at desc, d.letter collate "C" desc)
  select * from (
    select distinct on (f.unit) f.unit, v.name, f.letter, f.said, c.telephone, f.since
    from failed f
    join lateral (select w.name, w.district from case_views w where w.unit = f.unit order by w.opened_at desc limit 1) v on true
    left join contacts c on c.kind = 'unit' and c.party = f.unit
    where ($1::text is null or v.district = $1) and not exists (
      select from letters m where m.party_kind = 'unit' and m.party = f.unit and exists (
        select from deliveries x where x.letter = m.letter and x.person is null and x.channel = f.channel and x.sent_at > f.since
          and x.returned_at is null offset 0))
    order by f.unit, f.since desc, f.letter collate "C" desc) u order by u.unit limit $2`;

const MOST = 200;

/** Units that letters do not reach, of a district or of all, so many at most. */
export async function unreached(pool: pg.Pool, district: string | undefined): Promise<Unreached[]> {
  const { rows } = await pool.query<Row>({ name: 'units-unreached', text: READ, values: [district ?? null, MOST] });
  const notices = await noticesIn(
    pool,
    rows.map((row) => row.letter),
  );
  return rows.map(({ since, ...row }) => {
    const first = notices.get(row.letter)?.[0];
    return { ...row, subject: first ? letter(first).subject : '', since: isoOf(since.getTime()) };
  });
}
