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
