-- How a step meets accounts that other cases claim from, too. One order for all: first the cases, by id, then the accounts, by unit.

-- An account and its lots, in the shape in which the rules read them: quantities as text, days as `YYYY-MM-DD`.
create or replace function read_account(p_unit text) returns jsonb language plpgsql as $$
begin
  return (select jsonb_build_object('unit', a.unit, 'mail', a.mail, 'debt', a.debt::text, 'shortfall', a.shortfall::text, 'frozen', a.frozen,
      'lots', coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('lot', l.lot, 'n', l.n, 'product', l.product, 'vintage', l.vintage,
          'origin', l.origin, 'recordedOn', l.recorded_on, 'expiresOn', l.expires_on, 'quantity', l.quantity::text,
          'reserved', nullif(l.reserved, 0)::text)) order by l.n) from lots l where l.unit = a.unit), '[]'))
      || case when a.claims = '[]' then '{}' else jsonb_build_object('claims', a.claims) end
    from accounts a where a.unit = p_unit);
end $$;

-- The cases that p_other's account and the claims on both accounts would tell, without the one that acts.
create function cases_told(p_case text, p_unit text, p_other text) returns text[] language plpgsql as $$
begin
  return (select array_agg(distinct t.told) from (
      select a.case_id from accounts a where a.unit = p_other
      union all
      select x ->> 'case' from accounts a cross join lateral jsonb_array_elements(a.claims) x where a.unit in (p_unit, p_other) and a.claims <> '[]'
    ) t (told) where t.told <> p_case);
end $$;

-- What a step on p_unit's account meets: that account and p_other's, and the cases that may have to be told. With p_hold they stay as
-- they are until the transaction ends; without, carry_out finds out whether they did.
create or replace function meet_accounts(p_case text, p_seq int, p_head text, p_key text, p_at bigint, p_unit text, p_other text, p_hold boolean,
    out verdict text, out detail jsonb, out met jsonb, out versions jsonb, out told jsonb) language plpgsql as $$
#variable_conflict use_column
declare
  telling text[];
begin
  perform let_come(p_key, p_at);
  if p_hold then
    telling := cases_told(p_case, p_unit, p_other);
    perform from cases where case_id = any (telling || p_case) order by case_id for no key update;
    perform from accounts where unit in (p_unit, p_other) order by unit for no key update;
    select h.verdict, h.detail into meet_accounts.verdict, meet_accounts.detail from hold_case(p_case, p_seq, p_head, p_key, p_at) h;
    if meet_accounts.verdict <> 'free' then
      return;
    end if;
    if not coalesce(cases_told(p_case, p_unit, p_other), '{}') <@ coalesce(telling, '{}') then
      raise exception 'case %: a case claims from an account since it was looked at', p_case using errcode = 'serialization_failure';
    end if;
  elsif not exists (select from cases c where c.case_id = p_case and c.seq = p_seq and c.head = p_head) then
    meet_accounts.verdict := 'behind';
    return;
  end if;
  meet_accounts.verdict := 'free';
  select jsonb_agg(read_account(a.unit)), jsonb_object_agg(a.unit, a.version) into met, versions
    from accounts a where a.unit in (p_unit, p_other);
  if p_other is null and met #> '{0,claims}' is null then
    return;
  end if;
  telling := cases_told(p_case, p_unit, p_other);
  select jsonb_agg(jsonb_build_object('caseId', c.case_id, 'unit', c.unit, 'seq', c.seq, 'head', c.head, 'holds', a.case_id = c.case_id,
      'mail', a.mail, 'district', c.opening #> '{unit,district}', 'mailboxes', c.opening -> 'mailboxes')) into told
    from cases c join accounts a on a.unit = c.unit where c.case_id = any (telling);
end $$;

-- Writes what was decided of the accounts held: the lots that changed or are new, the transaction, its postings. What the postings
-- make of the lots must be what was decided.
create or replace function write_ledger(p_tx text, p_case text, p_seq int, p_at bigint, p_by text, p_hash text, p_accounts jsonb, p_lots jsonb, p_postings jsonb)
    returns void language plpgsql as $$
declare
  x record;
begin
  for x in select * from jsonb_to_recordset(p_accounts) j (unit text, debt bigint, shortfall bigint, frozen boolean, claims jsonb) loop
    update accounts a set debt = x.debt, shortfall = x.shortfall, frozen = x.frozen, claims = coalesce(x.claims, '[]'), version = version + 1
      where a.unit = x.unit;
  end loop;
  for x in select * from jsonb_to_recordset(p_lots) j (lot text, unit text, n int, product text, vintage int, origin text,
      "recordedOn" date, "expiresOn" date, reserved bigint, fresh boolean, "keeps" boolean) where j.fresh or not j.keeps loop
    if x.fresh then
      insert into lots (lot, unit, n, product, vintage, origin, recorded_on, expires_on)
        values (x.lot, x.unit, x.n, x.product, x.vintage, x.origin, x."recordedOn", x."expiresOn");
    else
      update lots l set expires_on = x."expiresOn", reserved = coalesce(x.reserved, 0) where l.lot = x.lot;
    end if;
  end loop;
  if jsonb_array_length(p_postings) > 0 then
    insert into transactions (id, case_id, seq, at, by, hash) values (p_tx, p_case, p_seq, p_at, p_by, p_hash);
    insert into postings (tx, n, account, lot, product, quantity)
      select p_tx, j.n, j.p ->> 'account', j.p ->> 'lot', j.p ->> 'product', (j.p ->> 'quantity')::bigint
      from jsonb_array_elements(p_postings) with ordinality j (p, n);
  end if;
  for x in select j.lot, j.quantity, l.quantity as left_in
      from jsonb_to_recordset(p_lots) j (lot text, quantity bigint) left join lots l on l.lot = j.lot loop
    if x.left_in is distinct from x.quantity then
      raise exception 'transaction %: its postings leave % in lot %, decided were %', p_tx, x.left_in, x.lot, x.quantity
        using errcode = 'integrity_constraint_violation';
    end if;
  end loop;
end $$;

-- Writes a step with its accounts, whole, where everything is still as it was met. Verdicts: `written`; those of hold_case; or `moved`:
-- an account or a case told of it is not what the decision was made on, and nothing is written.
-- p_ledger: {tx, by, hash, versions, accounts, lots, postings}; p_told, where other cases are told:
-- [{caseId, seq, head, last, newHead, events, mails}].
create or replace function carry_out(p_case text, p_seq int, p_head text, p_key text, p_at bigint, p_last int, p_new_head text, p_events jsonb, p_mails jsonb,
    p_ledger jsonb, p_told jsonb, out verdict text, out detail jsonb) language plpgsql as $$
declare
  x record;
begin
  if p_told is not null then
    perform from cases where case_id in (select p_case union all select t ->> 'caseId' from jsonb_array_elements(p_told) t)
      order by case_id for no key update;
  end if;
  select h.verdict, h.detail into carry_out.verdict, carry_out.detail from hold_case(p_case, p_seq, p_head, p_key, p_at) h;
  if verdict <> 'free' then
    return;
  end if;
  for x in select a.unit, a.version from accounts a where a.unit in (select jsonb_object_keys(p_ledger -> 'versions'))
      order by a.unit for no key update loop
    if x.version <> (p_ledger -> 'versions' ->> x.unit)::bigint then
      verdict := 'moved';
      return;
    end if;
  end loop;
  for x in select t.t from jsonb_array_elements(p_told) t (t) loop
    if not exists (select from cases where case_id = x.t ->> 'caseId' and seq = (x.t ->> 'seq')::int and head = x.t ->> 'head') then
      verdict := 'moved';
      return;
    end if;
  end loop;
  perform write_ledger(p_ledger ->> 'tx', p_case, p_seq + 1, p_at, p_ledger ->> 'by', p_ledger ->> 'hash',
    p_ledger -> 'accounts', p_ledger -> 'lots', p_ledger -> 'postings');
  for x in select t.t from jsonb_array_elements(p_told) t (t) loop
    perform add_step(x.t ->> 'caseId', (x.t ->> 'seq')::int, x.t ->> 'head', p_key, p_at, (x.t ->> 'last')::int,
      x.t ->> 'newHead', x.t -> 'events', x.t -> 'mails');
  end loop;
  perform add_step(p_case, p_seq, p_head, p_key, p_at, p_last, p_new_head, p_events, p_mails);
  verdict := 'written';
end $$;

drop function hold_in_order(text[], text[]);
