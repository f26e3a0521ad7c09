-- How a step with accounts is written, with as few statements as it takes: each costs as much as the work that it does. Functions are
-- called by assignment, which plpgsql evaluates without a query; what is looked up is looked up by its key.

-- Writes what was decided of the accounts: the accounts, the lots that are new or not what they were but for their quantity, the
-- transaction, its postings. What the postings make of the lots must be what was decided. False, and nothing written, where the one
-- account is not what was met; of two that are held no version has moved.
-- p_ledger: {tx, by, hash, accounts: [{unit, debt, shortfall, frozen, claims, version}], lots: [{lot, …, fresh}], left: {lot: quantity}, postings}.
drop function write_ledger(text, text, int, bigint, text, text, jsonb, jsonb, jsonb);
create function write_ledger(p_case text, p_seq int, p_at bigint, p_ledger jsonb) returns boolean language plpgsql as $$
declare
  x record;
  wrong text;
begin
  for x in select a from jsonb_array_elements(p_ledger -> 'accounts') j (a) loop
    update accounts set debt = (x.a ->> 'debt')::bigint, shortfall = (x.a ->> 'shortfall')::bigint, frozen = (x.a ->> 'frozen')::boolean,
        claims = x.a -> 'claims', version = version + 1
      where unit = x.a ->> 'unit' and version = (x.a ->> 'version')::bigint;
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

-- Writes a step with its accounts, whole, where everything is still as it was met. Verdicts: `written`; those of hold_case; or `moved`:
-- an account or a case told of it is not what the decision was made on, and nothing is written.
-- p_ledger: as for write_ledger; p_told, where other cases are told: [{caseId, key, seq, head, last, newHead, events, mails}];
-- the key is the step's own for the other side of a trade, `of:TRANSACTION` for a case whose claim was settled.
create or replace function carry_out(p_case text, p_seq int, p_head text, p_key text, p_at bigint, p_last int, p_new_head text, p_events jsonb, p_mails jsonb,
    p_ledger jsonb, p_told jsonb, out verdict text, out detail jsonb) language plpgsql as $$
declare
  x record;
  held record;
  done boolean;
begin
  if p_told is not null then
    perform from cases where case_id in (select p_case union all select t ->> 'caseId' from jsonb_array_elements(p_told) t)
      order by case_id for no key update;
  end if;
  held := hold_case(p_case, p_seq, p_head, p_key, p_at);
  if held.verdict <> 'free' then
    verdict := held.verdict;
    detail := held.detail;
    return;
  end if;
  verdict := 'moved';
  if jsonb_array_length(p_ledger -> 'accounts') > 1 or p_told is not null then
    for x in select a.version, j.a as asked from jsonb_array_elements(p_ledger -> 'accounts') j (a) join accounts a on a.unit = j.a ->> 'unit'
        order by a.unit for no key update of a loop
      if x.version <> (x.asked ->> 'version')::bigint then
        return;
      end if;
    end loop;
    for x in select t.t from jsonb_array_elements(p_told) t (t) loop
      if not exists (select from cases where case_id = x.t ->> 'caseId' and seq = (x.t ->> 'seq')::int and head = x.t ->> 'head') then
        return;
      end if;
    end loop;
  end if;
  done := write_ledger(p_case, p_seq + 1, p_at, p_ledger);
  if not done then
    return;
  end if;
  if p_told is not null then
    for x in select t.t from jsonb_array_elements(p_told) t (t) loop
      done := add_step(x.t ->> 'caseId', (x.t ->> 'seq')::int, x.t ->> 'head', x.t ->> 'key', p_at, (x.t ->> 'last')::int,
        x.t ->> 'newHead', x.t -> 'events', x.t -> 'mails');
    end loop;
  end if;
  done := add_step(p_case, p_seq, p_head, p_key, p_at, p_last, p_new_head, p_events, p_mails);
  verdict := 'written';
end $$;

drop function hold_in_order(text[], text[]);

-- The postings of a transaction come together, in one statement: complete, balanced for each product, of a transaction that is there,
-- and carried to their lots.
create or replace function postings_move() returns trigger language plpgsql as $$
declare
  tx record;
  moved record;
begin
  for tx in select p.tx as id, max(p.product) filter (where p.off <> 0) as product, max(p.off) filter (where p.off <> 0) as off,
      min(p.low) = 1 and max(p.high) = sum(p.many) as whole
      from (select w.tx, w.product, sum(w.quantity) as off, min(w.n) as low, max(w.n) as high, count(*) as many from written w group by 1, 2) p
      group by p.tx loop
    if tx.off is not null then
      raise exception 'transaction % is off balance by % in %', tx.id, tx.off, tx.product using errcode = 'integrity_constraint_violation';
    elsif not tx.whole then
      raise exception 'transaction %: its postings come together, numbered from 1', tx.id using errcode = 'integrity_constraint_violation';
    -- by its key, once for all its postings: this stands in for the reference of each of them
    elsif not exists (select from transactions t where t.id = tx.id) then
      raise exception 'a posting names transaction %, which is not there', tx.id using errcode = 'integrity_constraint_violation';
    end if;
  end loop;
  -- Whatever leaves or enters another side of the book is of a lot that the same transaction moves on a unit's account.
  for moved in select w.lot, min(w.product) as product, min(w.product) = max(w.product) as one,
      min(w.account) filter (where w.account like 'unit/%') as account, max(w.account) filter (where w.account like 'unit/%') as last,
      (sum(w.quantity) filter (where w.account like 'unit/%'))::bigint as quantity
      from written w group by w.lot loop
    if moved.one and moved.account = moved.last then
      update lots set quantity = quantity + moved.quantity
        where lot = moved.lot and 'unit/' || unit = moved.account and product = moved.product;
      continue when found;
    end if;
    raise exception 'a posting to % names lot % of %, which is not on it', coalesce(moved.account, 'no unit'), moved.lot, moved.product
      using errcode = 'integrity_constraint_violation';
  end loop;
  return null;
end $$;
-- Both references are kept by the above.
alter table postings drop constraint postings_lot_fkey;
alter table postings drop constraint postings_tx_fkey;
