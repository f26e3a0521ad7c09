-- Whether a day is over, and not so long ago that its sign-ins may have been forgotten (see forget_sign_ins).
create or replace function sign_ins_stand(p_day date) returns boolean language sql stable as $$
  select p_day < sign_in_day((extract(epoch from now()) * 1000)::bigint - 3600000)
    and p_day > sign_in_day((extract(epoch from now()) * 1000)::bigint - 184 * 86400000::bigint)
$$;
