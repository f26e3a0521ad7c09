-- A step on an account that was met before is written in one round trip, and what keeps the book costs less: the same promises.

-- Led by the key of the step: led by the case it was taken for looks of an event by its number, and read all events of the case.
alter table events drop constraint events_case_id_step_key_k_key;
alter table events add constraint events_once unique (step_key, case_id, k);

-- What a column may hold is said by its type: a check of the table is read anew by every statement that writes another column.
create domain ledger_account as text constraint postings_account_check
  check (value in ('issuance', 'surrendered', 'taken-back', 'expired', 'cancelled') or value ~ '^surrendered/[0-9]{4}$' or value like 'unit/%');
create domain lot_product as text constraint lots_product_check check (value in ('allowance', 'ccer', 'carbon-inclusive'));
create domain lot_origin as text constraint lots_origin_check check (value in ('beijing', 'outside'));
create domain place as int check (value > 0);
create domain moved_tonnes as bigint constraint postings_quantity_check check (value <> 0);
create domain owed_tonnes as bigint constraint accounts_debt_check check (value >= 0);

drop trigger lots_keep on lots;
alter table lots drop constraint lots_product_check, drop constraint lots_origin_check, drop constraint lots_n_check,
  alter column product type lot_product, alter column origin type lot_origin, alter column n type place;
create trigger lots_keep before update of lot, unit, n, product, vintage, origin, recorded_on on lots
  for each statement execute function refuse_change();
alter table postings drop constraint postings_account_check, drop constraint postings_quantity_check, drop constraint postings_n_check,
  alter column account type ledger_account, alter column quantity type moved_tonnes, alter column n type place;
alter table accounts drop constraint accounts_debt_check, drop constraint accounts_shortfall_check, drop constraint accounts_with_claims,
  alter column debt type owed_tonnes, alter column shortfall type owed_tonnes;

-- Claims and what they come to go together.
create function accounts_with_claims() returns trigger language plpgsql as $$
begin
  raise exception 'account %: debt % and shortfall % without claims, or claims without them', new.unit, new.debt, new.shortfall
    using errcode = 'integrity_constraint_violation';
end $$;
create trigger accounts_with_claims after insert or update of debt, shortfall, claims on accounts
  for each row when ((new.claims = '[]') <> (new.debt = 0 and new.shortfall = 0)) execute function accounts_with_claims();

-- Carries what the postings of a transaction make of one lot; outside of them lots_by_postings refuses it.
create function move_lot(p_lot text, p_account text, p_product text, p_quantity bigint) returns boolean language plpgsql as $$
begin
  update lots set quantity = quantity + p_quantity where lot = p_lot and 'unit/' || unit = p_account and product = p_product;
  return found;
end $$;

-- The postings of a transaction come together, in one statement and alone in it: complete, balanced for each product, of a transaction
-- that is there, and carried to their lots. Whatever leaves or enters another side of the book is of a lot that the same transaction
-- moves on a unit's account.
create or replace function postings_move() returns trigger language plpgsql as $$
declare
  p record;
  tx text;
  many int := 0;
  last int := 0;
  off numeric := 0;
  uneven text;
  several boolean := false;
  -- the lot at hand, the unit's account that it is on, what it is moved by
  lot text;
  account text;
  product text;
  moved bigint;
  stray text;
begin
  for p in select w.tx, w.n, w.lot, w.account, w.account like 'unit/%' as held, w.product, w.quantity from written w
      order by w.lot, w.account like 'unit/%' desc loop
    many := many + 1;
    if many = 1 then
      tx := p.tx;
      uneven := p.product;
    elsif p.tx <> tx then
      raise exception 'transactions % and %: the postings of each come alone', tx, p.tx using errcode = 'integrity_constraint_violation';
    end if;
    last := greatest(last, p.n);
    off := off + p.quantity;
    several := several or p.product <> uneven;
    if p.lot = lot then
      if p.product <> product or p.held and p.account <> account then
        stray := format('a posting to %s names lot %s of %s', p.account, p.lot, p.product);
      elsif p.held then
        moved := moved + p.quantity;
      end if;
    else
      if lot is not null and not move_lot(lot, account, product, moved) then
        stray := format('a posting to %s names lot %s of %s', account, lot, product);
      end if;
      lot := p.lot;
      account := case when p.held then p.account else 'no unit' end;
      product := p.product;
      moved := p.quantity;
    end if;
  end loop;
  if many = 0 then
    return null;
  end if;
  if several then
    select w.product, sum(w.quantity) into uneven, off from written w group by w.product order by sum(w.quantity) = 0 limit 1;
  end if;
  if off <> 0 then
    raise exception 'transaction % is off balance by % in %', tx, off, uneven using errcode = 'integrity_constraint_violation';
  elsif last <> many then
    raise exception 'transaction %: its postings come together, numbered from 1', tx using errcode = 'integrity_constraint_violation';
  -- by its key, once for all its postings: this stands in for the reference of each of them
  elsif not exists (select from transactions t where t.id = tx) then
    raise exception 'a posting names transaction %, which is not there', tx using errcode = 'integrity_constraint_violation';
  end if;
  if stray is null and not move_lot(lot, account, product, moved) then
    stray := format('a posting to %s names lot %s of %s', account, lot, product);
  end if;
  if stray is not null then
    raise exception '%, which is not on it', stray using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;

-- As before, but an account of which only the version changes is not written as a whole.
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

-- Writes a step with its accounts, as carry_out; null where it is written, else {verdict, detail}. A step on one account that tells no
-- other case, most of them, takes the short way.
create function write_step(p_case text, p_seq int, p_head text, p_key text, p_at bigint, p_last int, p_new_head text, p_events jsonb, p_mails jsonb,
    p_ledger jsonb, p_told jsonb) returns jsonb language plpgsql as $$
declare
  held record;
begin
  if p_told is not null or jsonb_array_length(p_ledger -> 'accounts') > 1 then
    held := carry_out(p_case, p_seq, p_head, p_key, p_at, p_last, p_new_head, p_events, p_mails, p_ledger, p_told);
    return case when held.verdict <> 'written' then jsonb_build_object('verdict', held.verdict, 'detail', held.detail) end;
  end if;
  held := hold_case(p_case, p_seq, p_head, p_key, p_at);
  if held.verdict <> 'free' then
    return jsonb_build_object('verdict', held.verdict, 'detail', held.detail);
  end if;
  if not write_ledger(p_case, p_seq + 1, p_at, p_ledger) then
    return '{"verdict": "moved"}';
  end if;
  if not add_step(p_case, p_seq, p_head, p_key, p_at, p_last, p_new_head, p_events, p_mails) then
    raise exception 'case % is held and has moved', p_case using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
