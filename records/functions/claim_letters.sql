-- Claims so many waiting deliveries for so many seconds, the longest due first, of each receiver one: a receiver that is slow occupies one
-- lane, of whatever worker, and holds up nobody else's. A party's own system is told in order: nothing passes what it has not taken yet.
create or replace function claim_letters(p_many int, p_lease int) returns setof deliveries language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('letters', 0));
  return query update deliveries o set claimed_until = clock_timestamp() + p_lease * interval '1 second', attempts = o.attempts + 1
    where o.id in (select first.id from (
      select distinct on (w.receiver) w.id, w.retry_at, w.at from deliveries w
        where w.sent_at is null and w.refused_at is null and w.retry_at <= clock_timestamp()
          and not exists (select from deliveries b where b.receiver = w.receiver and b.claimed_until > clock_timestamp()
            and b.sent_at is null and b.refused_at is null)
          and not (w.channel = 'webhook' and exists (select from deliveries b where b.receiver = w.receiver
            and b.sent_at is null and b.refused_at is null and (b.at, b.id) < (w.at, w.id)))
        order by w.receiver, w.retry_at, w.at, w.id) first order by first.retry_at, first.at, first.id limit p_many)
    returning o.*;
end $$;
