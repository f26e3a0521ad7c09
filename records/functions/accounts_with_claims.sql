-- Claims and what they come to go together.
create or replace function accounts_with_claims() returns trigger language plpgsql as $$
begin
  raise exception 'account %: debt % and shortfall % without claims, or claims without them', new.unit, new.debt, new.shortfall
    using errcode = 'integrity_constraint_violation';
end $$;
