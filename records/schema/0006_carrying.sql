-- How a step meets accounts. One order for all: first the cases, by id, then the accounts, by unit: two trades in opposite
-- directions wait for each other and never lock each other out.

-- An account and its lots, in the shape in which the rules read them: quantities as text, days as `YYYY-MM-DD`.
create function read_account(p_unit text) returns jsonb language plpgsql as $$
begin
  return (select jsonb_build_object('unit', a.unit, 'mail', a.mail, 'debt', a.debt::text, 'shortfall', a.shortfall::text, 'frozen', a.frozen,
      'lots', coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('lot', l.lot, 'n', l.n, 'product', l.product, 'vintage', l.vintage,
          'origin', l.origin, 'recordedOn', l.recorded_on, 'expiresOn', l.expires_on, 'quantity', l.quantity::text)) order by l.n)
        from lots l where l.unit = a.unit), '[]'))
    from accounts a where a.unit = p_unit);
end $$;

-- Holds the case, the case that p_other's account tells, and the accounts of p_unit and p_other; answers what they hold.
create function hold_accounts(p_case text, p_seq int, p_head text, p_key text, p_at bigint, p_unit text, p_other text,
    out verdict text, out detail jsonb, out held jsonb, out told jsonb) language plpgsql as $$
#variable_conflict use_column
declare
  told_case text;
begin
  perform let_come(p_key, p_at);
  select a.case_id into told_case from accounts a where a.unit = p_other;
  perform from cases c where c.case_id in (p_case, told_case) order by c.case_id for no key update;
  select h.verdict, h.detail into hold_accounts.verdict, hold_accounts.detail from hold_case(p_case, p_seq, p_head, p_key, p_at) h;
  if hold_accounts.verdict <> 'free' then
    return;
  end if;
  perform from accounts a where a.unit in (p_unit, p_other) order by a.unit for no key update;
  if exists (select from accounts a where a.unit = p_other and a.case_id is distinct from told_case) then
    raise exception 'the account of % changed its case meanwhile', p_other using errcode = 'serialization_failure';
  end if;
  select jsonb_agg(read_account(a.unit)) into held from accounts a where a.unit in (p_unit, p_other);
  select jsonb_build_object('caseId', c.case_id, 'seq', c.seq, 'head', c.head,
      'district', c.opening #> '{unit,district}', 'mailboxes', c.opening -> 'mailboxes') into told from cases c where c.case_id = told_case;
end $$;

-- Writes what was decided of the accounts held: the lots that changed or are new, the transaction, its postings. What the postings
-- make of the lots must be what was decided.
create function write_ledger(p_tx text, p_case text, p_seq int, p_at bigint, p_by text, p_hash text, p_accounts jsonb, p_lots jsonb, p_postings jsonb)
    returns void language plpgsql as $$
declare
  x record;
  left_in bigint;
begin
  for x in select * from jsonb_to_recordset(p_accounts) j (unit text, debt bigint, shortfall bigint, frozen boolean) loop
    update accounts a set debt = x.debt, shortfall = x.shortfall, frozen = x.frozen
      where a.unit = x.unit and (a.debt, a.shortfall, a.frozen) is distinct from (x.debt, x.shortfall, x.frozen);
  end loop;
  for x in select * from jsonb_to_recordset(p_lots) j (lot text, unit text, n int, product text, vintage int, origin text,
      "recordedOn" date, "expiresOn" date, fresh boolean) loop
    if x.fresh then
      insert into lots (lot, unit, n, product, vintage, origin, recorded_on, expires_on)
        values (x.lot, x.unit, x.n, x.product, x.vintage, x.origin, x."recordedOn", x."expiresOn");
    else
      update lots l set expires_on = x."expiresOn" where l.lot = x.lot and l.expires_on is distinct from x."expiresOn";
    end if;
  end loop;
  if jsonb_array_length(p_postings) > 0 then
    insert into transactions (id, case_id, seq, at, by, hash) values (p_tx, p_case, p_seq, p_at, p_by, p_hash);
    insert into postings (tx, n, account, lot, product, quantity)
      select p_tx, j.n, j.p ->> 'account', j.p ->> 'lot', j.p ->> 'product', (j.p ->> 'quantity')::bigint
      from jsonb_array_elements(p_postings) with ordinality j (p, n);
  end if;
  for x in select * from jsonb_to_recordset(p_lots) j (lot text, quantity bigint) loop
    select quantity into left_in from lots where lot = x.lot;
    if left_in is distinct from x.quantity then
      raise exception 'transaction %: its postings leave % in lot %, decided were %', p_tx, left_in, x.lot, x.quantity
        using errcode = 'integrity_constraint_violation';
    end if;
  end loop;
end $$;
