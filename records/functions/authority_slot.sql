-- The instant at which an authority gets the letter that a notice of that instant stands in: the next midnight of Beijing, or the morning
-- where that comes first. p_morning: milliseconds after midnight.
create or replace function authority_slot(p_at bigint, p_morning int) returns bigint language sql immutable as $$
  select d.day + case when p_at <= d.day then 0 when p_at <= d.day + p_morning then p_morning else 86400000 end
  from (select p_at - (p_at + 28800000) % 86400000 as day) d
$$;
