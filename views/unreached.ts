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

/** Of each unit the latest that failed, until a letter to the same address goes out again. */
const READ = `select * from (
    select distinct on (l.party) l.party as unit, v.name, d.letter, coalesce(d.returned_said, d.last_error, '') as said, c.telephone,
      coalesce(d.returned_at, d.refused_at) as since
    from deliveries d join letters l using (letter)
    join lateral (select w.name, w.district from case_views w where w.unit = l.party order by w.opened_at desc limit 1) v on true
    left join contacts c on c.kind = 'unit' and c.party = l.party
    where (d.refused_at is not null or d.returned_at is not null) and l.party_kind = 'unit' and d.person is null and ($1::text is null or v.district = $1)
      and not exists (select from deliveries x join letters m using (letter) where m.party_kind = 'unit' and m.party = l.party and x.person is null
        and x.channel = d.channel and x.sent_at > coalesce(d.returned_at, d.refused_at) and x.returned_at is null)
    order by l.party, coalesce(d.returned_at, d.refused_at) desc) u order by u.unit limit $2`;

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
