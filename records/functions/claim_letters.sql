-- Claims so many waiting letters for so many seconds, the longest due first, of each receiver one: a receiver that is slow occupies one
-- lane, of whatever worker, and holds up nobody else's.
create or replace function claim_letters(p_many int, p_lease int) returns setof outbox language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('letters', 0));
  return query update outbox o set claimed_until = clock_timestamp() + p_lease * interval '1 second', attempts = o.attempts + 1
    where o.id in (select first.id from (
      select distinct on (w.receiver) w.id, w.retry_at, w.at from outbox w
        where w.sent_at is null and w.refused_at is null and w.kind = 'mail' and w.retry_at <= clock_timestamp()
          and not exists (select from outbox b where b.receiver = w.receiver and b.claimed_until > clock_timestamp()
            and b.sent_at is null and b.refused_at is null)
        order by w.receiver, w.retry_at, w.at, w.id) first order by first.retry_at, first.at, first.id limit p_many)
    returning o.*;
end $$;
