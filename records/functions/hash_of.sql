-- The hash under which something is anchored. No zone and no setting of a session may change it: instants come in as numbers, bytes as their hash.
create or replace function hash_of(p jsonb) returns text language sql stable as $$
  select encode(sha256(convert_to(p::text, 'UTF8')), 'hex')
$$;
