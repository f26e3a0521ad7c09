create or replace function refuse_quantity() returns trigger language plpgsql as $$
begin
  raise exception 'lot %: its quantity changes by postings only', new.lot using errcode = 'integrity_constraint_violation';
end $$;
