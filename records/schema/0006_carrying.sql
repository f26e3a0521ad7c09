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

-- Holds cases and accounts in the one order.
create function hold_in_order(p_cases text[], p_units text[]) returns void language plpgsql as $$
begin
  perform from cases where case_id = any (p_cases) order by case_id for no key update;
  perform from accounts where unit = any (p_units) order by unit for no key update;
end $$;

-- What a step on p_unit's account meets: that account and p_other's, and the case that p_other's account tells. With p_hold they
-- stay as they are until the transaction ends; without, carry_out finds out whether they did.
create function meet_accounts(p_case text, p_seq int, p_head text, p_key text, p_at bigint, p_unit text, p_other text, p_hold boolean,
    out verdict text, out detail jsonb, out met jsonb, out versions jsonb, out told jsonb) language plpgsql as $$
#variable_conflict use_column
declare
  told_case text;
begin
  perform let_come(p_key, p_at);
  select a.case_id into told_case from accounts a where a.unit = p_other;
  if p_hold then
    perform hold_in_order(array[p_case, told_case], array[p_unit, p_other]);
    select h.verdict, h.detail into meet_accounts.verdict, meet_accounts.detail from hold_case(p_case, p_seq, p_head, p_key, p_at) h;
    if meet_accounts.verdict <> 'free' then
      return;
    end if;
  elsif not exists (select from cases c where c.case_id = p_case and c.seq = p_seq and c.head = p_head) then
    meet_accounts.verdict := 'behind';
    return;
  end if;
  meet_accounts.verdict := 'free';
  select jsonb_agg(read_account(a.unit)), jsonb_object_agg(a.unit, a.version) into met, versions
    from accounts a where a.unit in (p_unit, p_other);
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
    update accounts a set debt = x.debt, shortfall = x.shortfall, frozen = x.frozen, version = version + 1 where a.unit = x.unit;
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

-- Writes a step with its accounts, whole, where everything is still as it was met. Verdicts: `written`; those of hold_case; or `moved`:
-- an account or the case told of it is not what the decision was made on, and nothing is written.
-- p_ledger: {tx, by, hash, versions, accounts, lots, postings}; p_told, where another case is told: {caseId, seq, head, last, newHead, events, mails}.
create function carry_out(p_case text, p_seq int, p_head text, p_key text, p_at bigint, p_last int, p_new_head text, p_events jsonb, p_mails jsonb,
    p_ledger jsonb, p_told jsonb, out verdict text, out detail jsonb) language plpgsql as $$
declare
  units text[] := array(select jsonb_object_keys(p_ledger -> 'versions'));
begin
  perform hold_in_order(array[p_case, p_told ->> 'caseId'], units);
  select h.verdict, h.detail into carry_out.verdict, carry_out.detail from hold_case(p_case, p_seq, p_head, p_key, p_at) h;
  if verdict <> 'free' then
    return;
  end if;
  if exists (select from accounts where unit = any (units) and version <> (p_ledger -> 'versions' ->> unit)::bigint)
     or not exists (select where p_told is null union all
       select from cases where case_id = p_told ->> 'caseId' and seq = (p_told ->> 'seq')::int and head = p_told ->> 'head') then
    verdict := 'moved';
    return;
  end if;
  perform write_ledger(p_ledger ->> 'tx', p_case, p_seq + 1, p_at, p_ledger ->> 'by', p_ledger ->> 'hash',
    p_ledger -> 'accounts', p_ledger -> 'lots', p_ledger -> 'postings');
  if p_told is not null then
    perform add_step(p_told ->> 'caseId', (p_told ->> 'seq')::int, p_told ->> 'head', p_key, p_at, (p_told ->> 'last')::int,
      p_told ->> 'newHead', p_told -> 'events', p_told -> 'mails');
  end if;
  perform add_step(p_case, p_seq, p_head, p_key, p_at, p_last, p_new_head, p_events, p_mails);
  verdict := 'written';
end $$;
