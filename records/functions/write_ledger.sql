-- Writes what was decided of the accounts held: the lots that changed or are new, the transaction, its postings. What the postings
-- make of the lots must be what was decided.
-- False, and nothing written, where the one account is not what was met; one of which only the version changes is not written as a whole.
-- p_ledger: {tx, by, hash, accounts: [{unit, debt, shortfall, frozen, claims, version}], lots: [{lot, …, fresh}], left: {lot: quantity}, postings}.
create or replace function write_ledger(p_case text, p_seq int, p_at bigint, p_ledger jsonb) returns boolean language plpgsql as $$
declare
  a jsonb;
  x record;
  wrong text;
begin
  for k in 0 .. jsonb_array_length(p_ledger -> 'accounts') - 1 loop
    a := p_ledger -> 'accounts' -> k;
    if a ? 'debt' then
      update accounts set debt = (a ->> 'debt')::bigint, shortfall = (a ->> 'shortfall')::bigint, frozen = (a ->> 'frozen')::boolean,
          claims = a -> 'claims', version = version + 1
        where unit = a ->> 'unit' and version = (a ->> 'version')::bigint;
    else
      update accounts set version = version + 1 where unit = a ->> 'unit' and version = (a ->> 'version')::bigint;
    end if;
    if not found then
      return false;
    end if;
  end loop;
  if p_ledger -> 'lots' <> '[]' then
    for x in select * from jsonb_to_recordset(p_ledger -> 'lots') j (lot text, unit text, n int, product text, vintage int, origin text,
        "recordedOn" date, "expiresOn" date, reserved bigint, fresh boolean) loop
      if x.fresh then
        insert into lots (lot, unit, n, product, vintage, origin, recorded_on, expires_on)
          values (x.lot, x.unit, x.n, x.product, x.vintage, x.origin, x."recordedOn", x."expiresOn");
      else
        update lots l set expires_on = x."expiresOn", reserved = coalesce(x.reserved, 0) where l.lot = x.lot;
      end if;
    end loop;
  end if;
  if p_ledger -> 'postings' = '[]' then
    return true;
  end if;
  insert into transactions (id, case_id, seq, at, by, hash)
    values (p_ledger ->> 'tx', p_case, p_seq, p_at, p_ledger ->> 'by', p_ledger ->> 'hash');
  insert into postings (tx, n, account, lot, product, quantity)
    select p_ledger ->> 'tx', j.n, j.p ->> 'account', j.p ->> 'lot', j.p ->> 'product', (j.p ->> 'quantity')::bigint
    from jsonb_array_elements(p_ledger -> 'postings') with ordinality j (p, n);
  select j.key into wrong from jsonb_each_text(p_ledger -> 'left') j
    where (select l.quantity from lots l where l.lot = j.key) is distinct from j.value::bigint limit 1;
  if found then
    raise exception 'transaction %: its postings leave in lot % another quantity than was decided', p_ledger ->> 'tx', wrong
      using errcode = 'integrity_constraint_violation';
  end if;
  return true;
end $$;
