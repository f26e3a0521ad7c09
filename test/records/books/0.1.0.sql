
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE DOMAIN public.ledger_account AS text
	CONSTRAINT postings_account_check CHECK (((VALUE = ANY (ARRAY['issuance'::text, 'surrendered'::text, 'taken-back'::text, 'expired'::text, 'cancelled'::text])) OR (VALUE ~ '^surrendered/[0-9]{4}$'::text) OR (VALUE ~~ 'unit/%'::text)));

CREATE DOMAIN public.lot_origin AS text
	CONSTRAINT lots_origin_check CHECK ((VALUE = ANY (ARRAY['beijing'::text, 'outside'::text])));

CREATE DOMAIN public.lot_product AS text
	CONSTRAINT lots_product_check CHECK ((VALUE = ANY (ARRAY['allowance'::text, 'ccer'::text, 'carbon-inclusive'::text])));

CREATE DOMAIN public.moved_tonnes AS bigint
	CONSTRAINT postings_quantity_check CHECK ((VALUE <> 0));

CREATE DOMAIN public.owed_tonnes AS bigint
	CONSTRAINT accounts_debt_check CHECK ((VALUE >= 0));

CREATE DOMAIN public.place AS integer
	CONSTRAINT place_check CHECK ((VALUE > 0));

CREATE DOMAIN public.place_or_none AS integer
	CONSTRAINT cases_seq_check CHECK ((VALUE >= 0));

CREATE FUNCTION public.accounts_with_claims() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception 'account %: debt % and shortfall % without claims, or claims without them', new.unit, new.debt, new.shortfall
    using errcode = 'integrity_constraint_violation';
end $$;

CREATE FUNCTION public.add_step(p_case text, p_seq integer, p_head text, p_key text, p_at bigint, p_last integer, p_new_head text, p_events jsonb, p_mails jsonb) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
begin
  update cases set seq = p_last, head = p_new_head, played_to = greatest(played_to, p_at)
    where case_id = p_case and seq = p_seq and head = p_head;
  if not found then
    return false;
  end if;
  insert into events (case_id, seq, step_key, k, body, hash, seal)
    select p_case, p_seq + x.k, p_key, x.k, x.e -> 'body', x.e ->> 'hash', x.e ->> 'seal'
    from jsonb_array_elements(p_events) with ordinality x (e, k);
  if jsonb_array_length(p_mails) > 0 then
    insert into outbox (id, case_id, unit, recipient, template, duty, at, say)
      select p_case || '/' || (p_seq + 1) || '/' || m.k, p_case, m.unit, m.recipient, m.template, m.duty, p_at, coalesce(m.say, '{}')
      from jsonb_to_recordset(p_mails) m (k int, unit text, recipient text, template text, duty text, say jsonb);
  end if;
  if p_key like 'act:%' then
    update acts set state = 'applied', refusal = null where act_id = substr(p_key, 5) and case_id = p_case and state <> 'applied';
  end if;
  return true;
end $$;

CREATE FUNCTION public.anchor_follows() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
  last record;
begin
  select day, hash into last from anchors where day <> new.day order by day desc limit 1;
  if new.before <> coalesce(last.hash, '') or new.day < last.day then
    raise exception 'the anchor of % does not follow that of %', new.day, last.day using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;

CREATE FUNCTION public.apply_announcement(p_act text) RETURNS void
    LANGUAGE sql
    AS $$
  update acts set state = 'applied' where act_id = p_act and case_id = '' and state = 'stored';
$$;

CREATE FUNCTION public.auction_adds_up() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  case new.type
    when 'auction-cleared' then perform clearing_adds_up(new.case_id, new.body -> 'with');
    when 'auction-settled' then perform payment_adds_up(new.case_id, new.body -> 'with');
    when 'result-published' then perform result_adds_up(new.case_id, new.body -> 'with');
    else perform delivery_adds_up(new.case_id, new.type, new.body -> 'with');
  end case;
  return null;
end $$;

CREATE FUNCTION public.carry_out(p_case text, p_seq integer, p_head text, p_key text, p_at bigint, p_last integer, p_new_head text, p_events jsonb, p_mails jsonb, p_ledger jsonb, p_told jsonb, OUT verdict text, OUT detail jsonb) RETURNS record
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION public.case_stands() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if new.seq < old.seq or (new.seq > old.seq or new.head <> old.head)
      and not exists (select from events where case_id = new.case_id and seq = new.seq and hash = new.head) then
    raise exception 'case % says event %, its chain does not', new.case_id, new.seq using errcode = 'integrity_constraint_violation';
  end if;
  for between in old.seq + 1 .. new.seq - 1 loop
    if not exists (select from events where case_id = new.case_id and seq = between) then
      raise exception 'case % says event %, its chain does not', new.case_id, new.seq using errcode = 'integrity_constraint_violation';
    end if;
  end loop;
  return null;
end $$;

CREATE FUNCTION public.cases_told(p_case text, p_unit text, p_other text) RETURNS text[]
    LANGUAGE plpgsql
    AS $$
begin
  return (select array_agg(distinct t.told) from (
      select a.case_id from accounts a where a.unit = p_other
      union all
      select x ->> 'case' from accounts a cross join lateral jsonb_array_elements(a.claims) x where a.unit in (p_unit, p_other) and a.claims <> '[]'
    ) t (told) where t.told <> p_case);
end $$;

CREATE FUNCTION public.clearing_adds_up(p_case text, p_with jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  offered numeric;
  awarded numeric;
  beyond text;
begin
  select (body #>> '{with,lot}')::numeric into offered from events where case_id = p_case and type = 'auction-announced';
  select coalesce(sum((x ->> 'quantity')::numeric), 0) into awarded from jsonb_array_elements(p_with -> 'awards') x;
  if offered is null or awarded > offered or awarded <> (p_with ->> 'sold')::numeric then
    raise exception 'auction %: awarded are %, sold %, offered %', p_case, awarded, p_with ->> 'sold', offered
      using errcode = 'integrity_constraint_violation';
  end if;
  select x ->> 'bidder' into beyond from jsonb_array_elements(p_with -> 'awards') x
    where (x ->> 'due')::numeric <> round((x ->> 'quantity')::numeric * (p_with ->> 'price')::numeric, 2)
      or coalesce(cover_of(p_case, x ->> 'bidder'), -1) < (x ->> 'due')::numeric limit 1;
  if found then
    raise exception 'auction %: what % is to pay is not quantity times price, or is beyond its cover', p_case, beyond
      using errcode = 'integrity_constraint_violation';
  end if;
end $$;

CREATE FUNCTION public.cover_of(p_case text, p_bidder text) RETURNS numeric
    LANGUAGE sql STABLE
    AS $$
  select (body #>> '{with,cover}')::numeric from events
    where case_id = p_case and type = 'cover-recorded' and body #>> '{with,bidder}' = p_bidder order by seq desc limit 1;
$$;

CREATE FUNCTION public.delivery_adds_up(p_case text, p_type text, p_with jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  if not exists (select from events e cross join lateral jsonb_array_elements(e.body #> '{with,awards}') x
      where e.case_id = p_case and e.type = 'auction-cleared'
        and x ->> 'bidder' = p_with ->> 'bidder' and x ->> 'quantity' = p_with ->> 'quantity')
      or (select count(*) from events where case_id = p_case and type in ('award-delivered', 'award-refused')
        and body #>> '{with,bidder}' = p_with ->> 'bidder') > 1 then
    raise exception 'auction %: % was not awarded to %, or was delivered before', p_case, p_with ->> 'quantity', p_with ->> 'bidder'
      using errcode = 'integrity_constraint_violation';
  end if;
  if p_type = 'award-delivered' and not exists (select from events e cross join lateral jsonb_array_elements(e.body #> '{with,paid}') x
      where e.case_id = p_case and e.type = 'auction-settled'
        and x ->> 'bidder' = p_with ->> 'bidder' and x ->> 'due' = p_with ->> 'due') then
    raise exception 'auction %: what % has to pay is not taken from its cover', p_case, p_with ->> 'bidder'
      using errcode = 'integrity_constraint_violation';
  end if;
end $$;

CREATE FUNCTION public.event_follows() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if not exists (select from cases where case_id = new.case_id and (seq > new.seq or (seq = new.seq and head = new.hash))) then
    raise exception 'event % of case % does not follow the chain', new.seq, new.case_id using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;

CREATE FUNCTION public.hold_case(p_case text, p_seq integer, p_head text, p_key text, p_at bigint, OUT verdict text, OUT detail jsonb) RETURNS record
    LANGUAGE plpgsql
    AS $$
begin
  perform from cases where case_id = p_case and seq = p_seq and head = p_head for no key update;
  if not found then
    verdict := 'behind';
    return;
  end if;
  if p_key like 'at:%' then
    select jsonb_agg(act_id order by stamp, act_id) into detail from acts where case_id = p_case and state = 'stored' and stamp < p_at;
    verdict := case when detail is null then 'free' else 'waits' end;
  elsif p_key like 'act:%' then
    select refusal into detail from acts where act_id = substr(p_key, 5) and case_id = p_case and state = 'refused';
    verdict := case when detail is null then 'free' else 'refused' end;
  else
    verdict := 'free';
  end if;
end $$;

CREATE FUNCTION public.keep_bids_sealed() RETURNS trigger
    LANGUAGE plpgsql
    AS $_$
begin
  if new.do_what = 'file-bid' then
    if new.body - 'auction' - 'commitment' <> '{}'::jsonb
        or (new.case_id <> '' and coalesce(new.body ->> 'commitment', '') !~ '^[0-9a-f]{64}$') then
      raise exception 'act %: a sealed bid is a commitment and nothing else', new.act_id using errcode = 'check_violation';
    end if;
  elsif new.body ?| array['nonce', 'lines'] and not exists (
      select from events where case_id = new.case_id and type = 'bidding-closed') then
    raise exception 'act %: the bidding of % is not closed, nothing of a bid may be stored', new.act_id, new.case_id
      using errcode = 'check_violation';
  end if;
  return null;
end $_$;

CREATE FUNCTION public.let_come(p_key text, p_at bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  early double precision := p_at / 1000.0 - extract(epoch from clock_timestamp());
begin
  if p_key like 'at:%' and early > 0 and early < 2 then
    perform pg_sleep(early);
  end if;
end $$;

CREATE FUNCTION public.meet_accounts(p_case text, p_seq integer, p_head text, p_key text, p_at bigint, p_unit text, p_other text, p_hold boolean, OUT verdict text, OUT detail jsonb, OUT met jsonb, OUT versions jsonb, OUT told jsonb) RETURNS record
    LANGUAGE plpgsql
    AS $$
#variable_conflict use_column
declare
  telling text[];
begin
  if p_key like 'at:%' then
    perform let_come(p_key, p_at);
  end if;
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
  if p_other is null then
    -- the version is read before the account: what changes between the two is found out when it is written
    select jsonb_build_object(p_unit, a.version) into versions from accounts a where a.unit = p_unit;
    met := jsonb_build_array(read_account(p_unit));
    if not coalesce(met -> 0 ? 'claims', false) then
      return;
    end if;
  else
    select jsonb_agg(read_account(a.unit)), jsonb_object_agg(a.unit, a.version) into met, versions
      from accounts a where a.unit in (p_unit, p_other);
  end if;
  telling := cases_told(p_case, p_unit, p_other);
  select jsonb_agg(jsonb_build_object('caseId', c.case_id, 'unit', c.unit, 'seq', c.seq, 'head', c.head, 'holds', a.case_id = c.case_id,
      'mail', a.mail, 'district', c.opening #> '{unit,district}', 'mailboxes', c.opening -> 'mailboxes')) into told
    from cases c join accounts a on a.unit = c.unit where c.case_id = any (telling);
end $$;

CREATE FUNCTION public.move_lot(p_lot text, p_account text, p_product text, p_quantity bigint) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
begin
  update lots set quantity = quantity + p_quantity where lot = p_lot and 'unit/' || unit = p_account and product = p_product;
  return found;
end $$;

CREATE FUNCTION public.open_case(p_case text, p_kind text, p_unit text, p_cycle integer, p_opening jsonb, p_at bigint, p_mail text) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
begin
  insert into cases (case_id, kind, unit, cycle, opening, played_to, opened_at)
    values (p_case, p_kind, p_unit, p_cycle, p_opening, p_at, p_at) on conflict do nothing;
  if not found then
    return false;
  end if;
  if p_mail is not null then
    insert into accounts (unit, mail, case_id) values (p_unit, p_mail, p_case)
      on conflict (unit) do update set mail = excluded.mail, case_id = excluded.case_id, version = accounts.version + 1
      where p_cycle >= (select c.cycle from cases c where c.case_id = accounts.case_id);
  end if;
  return true;
end $$;

CREATE FUNCTION public.payment_adds_up(p_case text, p_with jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  if (select jsonb_agg(jsonb_build_array(x ->> 'bidder', x ->> 'due') order by x ->> 'bidder') from jsonb_array_elements(p_with -> 'paid') x)
      is distinct from (select jsonb_agg(jsonb_build_array(x ->> 'bidder', x ->> 'due') order by x ->> 'bidder')
        from events e cross join lateral jsonb_array_elements(e.body #> '{with,awards}') x
        where e.case_id = p_case and e.type = 'auction-cleared') then
    raise exception 'auction %: what is paid is not what was awarded', p_case using errcode = 'integrity_constraint_violation';
  end if;
end $$;

CREATE FUNCTION public.postings_move() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION public.read_account(p_unit text) RETURNS jsonb
    LANGUAGE plpgsql
    AS $$
begin
  return (select jsonb_build_object('unit', a.unit, 'mail', a.mail, 'debt', a.debt::text, 'shortfall', a.shortfall::text, 'frozen', a.frozen,
      'lots', coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('lot', l.lot, 'n', l.n, 'product', l.product, 'vintage', l.vintage,
          'origin', l.origin, 'recordedOn', l.recorded_on, 'expiresOn', l.expires_on, 'quantity', l.quantity::text,
          'reserved', nullif(l.reserved, 0)::text)) order by l.n) from lots l where l.unit = a.unit), '[]'))
      || case when a.claims = '[]' then '{}' else jsonb_build_object('claims', a.claims) end
    from accounts a where a.unit = p_unit);
end $$;

CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception '% of % refused: history is only ever added to', lower(tg_op), tg_table_name
    using errcode = 'restrict_violation', hint = 'Record a correction as a further event or posting.';
end $$;

CREATE FUNCTION public.refuse_quantity() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception 'lot %: its quantity changes by postings only', new.lot using errcode = 'integrity_constraint_violation';
end $$;

CREATE FUNCTION public.result_adds_up(p_case text, p_with jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  delivered numeric;
  paid numeric;
begin
  select coalesce(sum((body #>> '{with,quantity}')::numeric), 0), coalesce(sum((body #>> '{with,due}')::numeric), 0)
    into delivered, paid from events where case_id = p_case and type = 'award-delivered';
  if delivered <> (p_with ->> 'sold')::numeric or paid <> (p_with ->> 'proceeds')::numeric
      or (p_with ->> 'offered')::numeric <> delivered + (p_with ->> 'unsold')::numeric then
    raise exception 'auction %: delivered are % for % yuan, published %', p_case, delivered, paid, p_with
      using errcode = 'integrity_constraint_violation';
  end if;
end $$;

CREATE FUNCTION public.store_act(p_act text, p_cases text[], p_stamp bigint, p_do text, p_by text, p_approved text, p_body jsonb, OUT stamp bigint, OUT known boolean) RETURNS record
    LANGUAGE plpgsql
    AS $$
#variable_conflict use_column
declare
  played bigint;
  waiting bigint;
begin
  -- one door at a time for each case: the next one sees what this one stored
  perform from cases where case_id = any (p_cases) order by case_id for no key update;
  select max(c.played_to) into played from cases c where c.case_id = any (p_cases) having count(*) = cardinality(p_cases);
  if played is null and cardinality(p_cases) > 0 then
    raise exception 'act %: not every case of % is in the book', p_act, p_cases using errcode = 'foreign_key_violation';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(p_act, 0));
  select a.stamp into store_act.stamp from acts a where a.act_id = p_act limit 1;
  known := found;
  if p_stamp is null and not known then
    select max(a.stamp) + 1 into waiting from acts a where a.case_id = any (p_cases) and a.state = 'stored';
  end if;
  store_act.stamp := coalesce(store_act.stamp, p_stamp, greatest(floor(extract(epoch from clock_timestamp()) * 1000)::bigint, played, waiting));
  insert into acts (act_id, case_id, stamp, do_what, by, approved_by, body)
    select p_act, c, store_act.stamp, p_do, p_by, p_approved, p_body
    from unnest(case when cardinality(p_cases) = 0 then array[''] else p_cases end) c
    on conflict do nothing;
end $$;

CREATE FUNCTION public.take_step(p_case text, p_seq integer, p_head text, p_key text, p_at bigint, p_last integer, p_new_head text, p_events jsonb, p_mails jsonb, OUT verdict text, OUT detail jsonb) RETURNS record
    LANGUAGE plpgsql
    AS $$
begin
  perform let_come(p_key, p_at);
  select h.verdict, h.detail into take_step.verdict, take_step.detail from hold_case(p_case, p_seq, p_head, p_key, p_at) h;
  if verdict = 'free' then
    perform add_step(p_case, p_seq, p_head, p_key, p_at, p_last, p_new_head, p_events, p_mails);
    verdict := 'written';
  end if;
end $$;

CREATE FUNCTION public.write_ledger(p_case text, p_seq integer, p_at bigint, p_ledger jsonb) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION public.write_movement(p_case text, p_seq integer, p_head text, p_key text, p_at bigint, p_last integer, p_new_head text, p_events jsonb, p_mails jsonb, p_ledger jsonb, p_account jsonb) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
declare
  stands int;
  wrong text;
begin
  with moved as (
    update cases c set seq = p_last, head = p_new_head, played_to = greatest(c.played_to, p_at)
      where c.case_id = p_case and c.seq = p_seq and c.head = p_head
        and exists (select from accounts a where a.unit = p_account ->> 'unit' and a.version = (p_account ->> 'version')::bigint)
      returning 1
  ), same as (
    update accounts set version = version + 1 from moved
      where unit = p_account ->> 'unit' and version = (p_account ->> 'version')::bigint returning 1 as one
  ), cause as (
    insert into transactions (id, case_id, seq, at, by, hash)
      select p_ledger ->> 'tx', p_case, p_seq + 1, p_at, p_ledger ->> 'by', p_ledger ->> 'hash' from same
  ), told as (
    insert into events (case_id, seq, step_key, k, body, hash, seal)
      select p_case, p_seq + x.k, p_key, x.k, x.e -> 'body', x.e ->> 'hash', x.e ->> 'seal'
      from moved, jsonb_array_elements(p_events) with ordinality x (e, k)
  ), posted as (
    insert into postings (tx, n, account, lot, product, quantity)
      select p_ledger ->> 'tx', j.n, j.p ->> 'account', j.p ->> 'lot', j.p ->> 'product', (j.p ->> 'quantity')::bigint
      from same, jsonb_array_elements(p_ledger -> 'postings') with ordinality j (p, n)
  )
  select s.one into stands from moved left join same s on true;
  if not found then
    return false;
  elsif stands is null then
    raise exception 'case %: its account moved while it was written', p_case using errcode = 'serialization_failure';
  end if;
  if p_mails <> '[]' then
    insert into outbox (id, case_id, unit, recipient, template, duty, at, say)
      select p_case || '/' || (p_seq + 1) || '/' || m.k, p_case, m.unit, m.recipient, m.template, m.duty, p_at, coalesce(m.say, '{}')
      from jsonb_to_recordset(p_mails) m (k int, unit text, recipient text, template text, duty text, say jsonb);
  end if;
  select j.key into wrong from jsonb_each_text(p_ledger -> 'left') j
    where (select l.quantity from lots l where l.lot = j.key) is distinct from j.value::bigint limit 1;
  if found then
    raise exception 'transaction %: its postings leave in lot % another quantity than was decided', p_ledger ->> 'tx', wrong
      using errcode = 'integrity_constraint_violation';
  end if;
  return true;
end $$;

CREATE FUNCTION public.write_step(p_case text, p_seq integer, p_head text, p_key text, p_at bigint, p_last integer, p_new_head text, p_events jsonb, p_mails jsonb, p_ledger jsonb, p_told jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    AS $$
declare
  account jsonb := p_ledger #> '{accounts,0}';
  held record;
begin
  if p_told is null and p_ledger -> 'lots' = '[]' and p_ledger -> 'postings' <> '[]' and not account ? 'debt'
      and p_ledger #> '{accounts,1}' is null and p_key like 'act:%'
      and not exists (select from acts where act_id = substr(p_key, 5) and case_id = p_case and state = 'refused') then
    if write_movement(p_case, p_seq, p_head, p_key, p_at, p_last, p_new_head, p_events, p_mails, p_ledger, account) then
      update acts set state = 'applied' where act_id = substr(p_key, 5) and case_id = p_case and state = 'stored';
      return null;
    end if;
  end if;
  held := carry_out(p_case, p_seq, p_head, p_key, p_at, p_last, p_new_head, p_events, p_mails, p_ledger, p_told);
  return case when held.verdict <> 'written' then jsonb_build_object('verdict', held.verdict, 'detail', held.detail) end;
end $$;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE public.accounts (
    unit text NOT NULL,
    mail text NOT NULL,
    case_id text NOT NULL,
    debt public.owed_tonnes DEFAULT 0 NOT NULL,
    shortfall public.owed_tonnes DEFAULT 0 NOT NULL,
    frozen boolean DEFAULT false NOT NULL,
    version bigint DEFAULT 0 NOT NULL,
    claims jsonb DEFAULT '[]'::jsonb NOT NULL
);

CREATE TABLE public.acts (
    act_id text NOT NULL,
    case_id text NOT NULL,
    stamp bigint NOT NULL,
    do_what text NOT NULL,
    by text NOT NULL,
    approved_by text,
    body jsonb NOT NULL,
    state text DEFAULT 'stored'::text NOT NULL,
    refusal jsonb,
    recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT acts_check CHECK (((refusal IS NOT NULL) = (state = 'refused'::text))),
    CONSTRAINT acts_state_check CHECK ((state = ANY (ARRAY['stored'::text, 'applied'::text, 'refused'::text])))
);

CREATE TABLE public.alarms (
    id integer NOT NULL,
    check_name text NOT NULL,
    subject text NOT NULL,
    found text NOT NULL,
    raised_at bigint NOT NULL,
    recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    released_at timestamp with time zone,
    released_by text,
    released_approved_by text,
    released_reason text,
    CONSTRAINT alarms_check CHECK ((((released_at IS NULL) = (released_by IS NULL)) AND ((released_at IS NULL) = (released_approved_by IS NULL)) AND ((released_at IS NULL) = (released_reason IS NULL)))),
    CONSTRAINT alarms_check1 CHECK ((released_by <> released_approved_by))
);

ALTER TABLE public.alarms ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.alarms_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.anchored_heads (
    day date NOT NULL,
    case_id text NOT NULL,
    seq integer NOT NULL,
    head text NOT NULL,
    moved text NOT NULL,
    CONSTRAINT anchored_heads_seq_check CHECK ((seq > 0))
);

CREATE TABLE public.anchors (
    day date NOT NULL,
    cases integer NOT NULL,
    events bigint NOT NULL,
    transactions bigint NOT NULL,
    heads text NOT NULL,
    before text NOT NULL,
    hash text NOT NULL,
    recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT anchors_cases_check CHECK ((cases >= 0)),
    CONSTRAINT anchors_events_check CHECK ((events >= 0)),
    CONSTRAINT anchors_transactions_check CHECK ((transactions >= 0))
);

CREATE TABLE public.cases (
    case_id text NOT NULL,
    kind text NOT NULL,
    unit text NOT NULL,
    cycle integer NOT NULL,
    opening jsonb NOT NULL,
    seq public.place_or_none DEFAULT 0 NOT NULL,
    head text DEFAULT ''::text NOT NULL,
    played_to bigint NOT NULL,
    opened_at bigint NOT NULL,
    recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
)
WITH (fillfactor='60', toast_tuple_target='128');
ALTER TABLE ONLY public.cases ALTER COLUMN opening SET STORAGE EXTERNAL;

CREATE TABLE public.events (
    case_id text NOT NULL,
    seq integer NOT NULL,
    step_key text NOT NULL,
    k public.place NOT NULL,
    type text GENERATED ALWAYS AS ((body ->> 'type'::text)) STORED NOT NULL,
    at bigint GENERATED ALWAYS AS (((body ->> 'at'::text))::bigint) STORED NOT NULL,
    by text GENERATED ALWAYS AS ((body ->> 'by'::text)) STORED NOT NULL,
    body jsonb NOT NULL,
    hash text NOT NULL,
    seal text NOT NULL,
    recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT events_check CHECK ((((body ->> 'seq'::text))::integer = seq)),
    CONSTRAINT events_seq_check CHECK ((seq > 0))
);

CREATE TABLE public.lots (
    lot text NOT NULL,
    unit text NOT NULL,
    n public.place NOT NULL,
    product public.lot_product NOT NULL,
    vintage integer,
    origin public.lot_origin,
    recorded_on date,
    expires_on date,
    quantity bigint DEFAULT 0 NOT NULL,
    reserved bigint DEFAULT 0 NOT NULL,
    CONSTRAINT lots_quantity_check CHECK (((quantity >= reserved) AND (reserved >= 0)))
)
WITH (fillfactor='80');

CREATE TABLE public.outbox (
    id text NOT NULL,
    kind text DEFAULT 'mail'::text NOT NULL,
    case_id text,
    unit text NOT NULL,
    recipient text NOT NULL,
    template text NOT NULL,
    duty text,
    at bigint NOT NULL,
    say jsonb DEFAULT '{}'::jsonb NOT NULL,
    sent_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    last_error text,
    retry_at timestamp with time zone DEFAULT '-infinity'::timestamp with time zone NOT NULL,
    CONSTRAINT outbox_kind_check CHECK ((kind = ANY (ARRAY['mail'::text, 'message'::text]))),
    CONSTRAINT outbox_of_case_or_book CHECK (((case_id IS NOT NULL) OR (template = 'alarm'::text)))
);

CREATE TABLE public.postings (
    tx text NOT NULL,
    n public.place NOT NULL,
    account public.ledger_account NOT NULL,
    lot text NOT NULL,
    product text NOT NULL,
    quantity public.moved_tonnes NOT NULL
);

CREATE TABLE public.schema_changes (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    run_on timestamp without time zone NOT NULL
);

CREATE SEQUENCE public.schema_changes_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.schema_changes_id_seq OWNED BY public.schema_changes.id;

CREATE TABLE public.transactions (
    id text NOT NULL,
    case_id text NOT NULL,
    seq integer NOT NULL,
    at bigint NOT NULL,
    by text NOT NULL,
    hash text NOT NULL,
    recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

ALTER TABLE ONLY public.schema_changes ALTER COLUMN id SET DEFAULT nextval('public.schema_changes_id_seq'::regclass);

INSERT INTO public.accounts VALUES
	('BJ-0009', 'ops@bj-0009.example', '2024/BJ-0009/general-report', 0, 0, false, 1, '[]'),
	('BJ-0003', 'ops@bj-0003.example', '2024/BJ-0003/compliance-cycle', 0, 0, true, 4, '[]'),
	('BJ-0002', 'ops@bj-0002.example', '2024/BJ-0002/compliance-cycle', 0, 0, false, 5, '[]'),
	('BJ-0001', 'ops@bj-0001.example', '2024/BJ-0001/compliance-cycle', 0, 0, false, 7, '[]');

INSERT INTO public.acts VALUES
	('act-8-door-8', '', 1718935200000, 'submit-first-report', 'BJ-0404', NULL, '{"sealed": true, "emissions": "1"}', 'refused', '{"en": "no unit BJ-0404 in the register; name the unit concerned with \"for\"", "zh": "名单中没有单位 BJ-0404", "refused": "unknown-unit"}', '2026-11-28 11:57:39.265469+00'),
	('act-14-door-14', '', 1720922400000, 'pre-allocate', 'city/a', 'city/a', '{"basis": "预发方案", "amount": "5600"}', 'refused', '{"en": "pre-allocate needs two different officers", "zh": "pre-allocate 的经办人与批准人不能是同一人", "refused": "same-officer"}', '2026-11-28 11:57:39.27058+00'),
	('act-9-BJ-0009/general-report', '2024/BJ-0009/general-report', 1719280800000, 'adopt-revision', 'city/a', 'city/b', '{"basis": "通告", "digest": "sha256:a4b47fb18ba25f6709f26618d436144a4830bba66cf0a70d12a3d2d85e5e9458", "revision": 2, "deadlines": {"surrender": "2024-11-30", "offset-application": "2024-10-31"}}', 'applied', NULL, '2026-11-28 11:57:39.475336+00'),
	('act-11-BJ-0009', '2024/BJ-0009/general-report', 1719799200000, 'submit-general-report', 'BJ-0009', NULL, '{"sealed": true, "emissions": "2500"}', 'applied', NULL, '2026-11-28 11:57:39.716713+00'),
	('act-0-BJ-0001', '2024/BJ-0001/monthly-evidence', 1710036000000, 'submit-monthly-evidence', 'BJ-0001', NULL, '{"files": [], "fuels": [], "month": "2024-02", "electricityMWh": "100"}', 'applied', NULL, '2026-11-28 11:57:39.484288+00'),
	('act-4-BJ-0001', '2024/BJ-0001/compliance-cycle', 1717984800000, 'submit-first-report', 'BJ-0001', NULL, '{"sealed": true, "emissions": "98000"}', 'applied', NULL, '2026-11-28 11:57:39.647242+00'),
	('act-1-BJ-0001', '2024/BJ-0001/monthly-evidence', 1710900000000, 'check-monthly-evidence', 'chaoyang', NULL, '{"month": "2024-02", "result": "return", "findings": ["电量单位有误"]}', 'applied', NULL, '2026-11-28 11:57:39.834243+00'),
	('act-2-BJ-0001', '2024/BJ-0001/monthly-evidence', 1711072800000, 'submit-monthly-evidence', 'BJ-0001', NULL, '{"files": [], "fuels": [], "month": "2024-02", "electricityMWh": "10"}', 'applied', NULL, '2026-11-28 11:57:39.978188+00'),
	('act-5-BJ-0002', '2024/BJ-0002/compliance-cycle', 1717984800000, 'submit-first-report', 'BJ-0002', NULL, '{"sealed": false, "emissions": "4000"}', 'refused', '{"en": "the submission does not carry the unit''s seal", "zh": "初次碳排放报告未加盖本单位公章", "clause": "四(一)", "refused": "not-sealed"}', '2026-11-28 11:57:39.651098+00'),
	('act-3-BJ-0001', '2024/BJ-0001/monthly-evidence', 1711332000000, 'check-monthly-evidence', 'chaoyang/x', NULL, '{"month": "2024-02", "result": "pass"}', 'applied', NULL, '2026-11-28 11:57:40.161132+00'),
	('act-6-BJ-0001', '2024/BJ-0001/compliance-cycle', 1718157600000, 'appoint-verifier', 'BJ-0001', NULL, '{"verifier": "V-01"}', 'applied', NULL, '2026-11-28 11:57:40.195458+00'),
	('act-7-BJ-0002', '2024/BJ-0002/compliance-cycle', 1718848800000, 'submit-first-report', 'BJ-0002', NULL, '{"sealed": true, "emissions": "4000"}', 'applied', NULL, '2026-11-28 11:57:40.275704+00'),
	('act-9-BJ-0001/compliance-cycle', '2024/BJ-0001/compliance-cycle', 1719280800000, 'adopt-revision', 'city/a', 'city/b', '{"basis": "通告", "digest": "sha256:a4b47fb18ba25f6709f26618d436144a4830bba66cf0a70d12a3d2d85e5e9458", "revision": 2, "deadlines": {"surrender": "2024-11-30", "offset-application": "2024-10-31"}}', 'applied', NULL, '2026-11-28 11:57:40.48703+00'),
	('act-9-BJ-0002/compliance-cycle', '2024/BJ-0002/compliance-cycle', 1719280800000, 'adopt-revision', 'city/a', 'city/b', '{"basis": "通告", "digest": "sha256:a4b47fb18ba25f6709f26618d436144a4830bba66cf0a70d12a3d2d85e5e9458", "revision": 2, "deadlines": {"surrender": "2024-11-30", "offset-application": "2024-10-31"}}', 'applied', NULL, '2026-11-28 11:57:40.4881+00'),
	('act-9-BJ-0003/monthly-evidence', '2024/BJ-0003/monthly-evidence', 1719280800000, 'adopt-revision', 'city/a', 'city/b', '{"basis": "通告", "digest": "sha256:a4b47fb18ba25f6709f26618d436144a4830bba66cf0a70d12a3d2d85e5e9458", "revision": 2, "deadlines": {"surrender": "2024-11-30", "offset-application": "2024-10-31"}}', 'applied', NULL, '2026-11-28 11:57:39.478041+00'),
	('act-9-BJ-0002/monthly-evidence', '2024/BJ-0002/monthly-evidence', 1719280800000, 'adopt-revision', 'city/a', 'city/b', '{"basis": "通告", "digest": "sha256:a4b47fb18ba25f6709f26618d436144a4830bba66cf0a70d12a3d2d85e5e9458", "revision": 2, "deadlines": {"surrender": "2024-11-30", "offset-application": "2024-10-31"}}', 'applied', NULL, '2026-11-28 11:57:39.49804+00'),
	('act-9-BJ-0001/monthly-evidence', '2024/BJ-0001/monthly-evidence', 1719280800000, 'adopt-revision', 'city/a', 'city/b', '{"basis": "通告", "digest": "sha256:a4b47fb18ba25f6709f26618d436144a4830bba66cf0a70d12a3d2d85e5e9458", "revision": 2, "deadlines": {"surrender": "2024-11-30", "offset-application": "2024-10-31"}}', 'applied', NULL, '2026-11-28 11:57:40.240041+00'),
	('act-9-BJ-0003/compliance-cycle', '2024/BJ-0003/compliance-cycle', 1719280800000, 'adopt-revision', 'city/a', 'city/b', '{"basis": "通告", "digest": "sha256:a4b47fb18ba25f6709f26618d436144a4830bba66cf0a70d12a3d2d85e5e9458", "revision": 2, "deadlines": {"surrender": "2024-11-30", "offset-application": "2024-10-31"}}', 'applied', NULL, '2026-11-28 11:57:40.488973+00'),
	('act-10-BJ-0002', '2024/BJ-0002/compliance-cycle', 1719367200000, 'surrender', 'BJ-0002', NULL, '{"quantity": "1"}', 'refused', '{"en": "the emissions are not confirmed yet", "zh": "碳排放量尚未核定", "clause": "三(四)", "refused": "too-early"}', '2026-11-28 11:57:41.179293+00'),
	('act-12-BJ-0001', '2024/BJ-0001/compliance-cycle', 1720749600000, 'submit-verified-report', 'BJ-0001', NULL, '{"sealed": true, "emissions": "98200", "verifierReport": {"sealed": true, "verifier": "V-01"}}', 'applied', NULL, '2026-11-28 11:57:41.230949+00'),
	('act-25-BJ-0003/monthly-evidence', '2024/BJ-0003/monthly-evidence', 1726797600000, 'leave', 'city/a', 'city/b', '{"to": "national-market", "basis": "转入全国市场"}', 'applied', NULL, '2026-11-28 11:57:40.737127+00'),
	('act-29-BJ-0002/monthly-evidence', '2024/BJ-0002/monthly-evidence', 1728698400000, 'close-case', 'city/a', 'city/b', '{"basis": "已履约"}', 'refused', '{"en": "2024/BJ-0002/monthly-evidence cannot be closed yet: monthly-evidence/2024-09 (2024-10-20); monthly-evidence/2024-10 (2024-11-20); monthly-evidence/2024-11 (2024-12-20); monthly-evidence/2024-12 (2025-01-20)", "zh": "2024/BJ-0002/monthly-evidence 尚有未了事项：2024-09 月度信息化存证（2024-10-20）; 2024-10 月度信息化存证（2024-11-20）; 2024-11 月度信息化存证（2024-12-20）; 2024-12 月度信息化存证（2025-01-20）", "refused": "still-running"}', '2026-11-28 11:57:40.807025+00'),
	('act-13-BJ-0001', '2024/BJ-0001/compliance-cycle', 1720922400000, 'pre-allocate', 'city/a', 'city/b', '{"basis": "预发方案", "amount": "70000"}', 'applied', NULL, '2026-11-28 11:57:41.496992+00'),
	('act-15-BJ-0003', '2024/BJ-0003/compliance-cycle', 1721008800000, 'pre-allocate', 'city/a', 'city/b', '{"basis": "预发方案", "amount": "5600"}', 'applied', NULL, '2026-11-28 11:57:41.674915+00'),
	('act-16-BJ-0001', '2024/BJ-0001/compliance-cycle', 1721440800000, 'first-check', 'chaoyang', NULL, '{"result": "pass"}', 'applied', NULL, '2026-11-28 11:57:41.895265+00'),
	('act-17-BJ-0001', '2024/BJ-0002/compliance-cycle', 1722477600000, 'settle-trade', 'exchange', NULL, '{"to": "BJ-0002", "from": "BJ-0001", "price": "98.50", "quantity": "1000"}', 'applied', NULL, '2026-11-28 11:57:42.015265+00'),
	('act-17-BJ-0001', '2024/BJ-0001/compliance-cycle', 1722477600000, 'settle-trade', 'exchange', NULL, '{"to": "BJ-0002", "from": "BJ-0001", "price": "98.50", "quantity": "1000"}', 'applied', NULL, '2026-11-28 11:57:42.015217+00'),
	('act-18-BJ-0003', '2024/BJ-0001/compliance-cycle', 1722564000000, 'settle-trade', 'exchange', NULL, '{"to": "BJ-0001", "from": "BJ-0003", "price": "98.50", "quantity": "99999"}', 'refused', '{"en": "5600 t can be traded, 99999 t are asked", "zh": "可交易配额 5600 吨，不足 99999 吨", "check": "not-tradable", "refused": "insufficient-holdings"}', '2026-11-28 11:57:42.252191+00'),
	('act-18-BJ-0003', '2024/BJ-0003/compliance-cycle', 1722564000000, 'settle-trade', 'exchange', NULL, '{"to": "BJ-0001", "from": "BJ-0003", "price": "98.50", "quantity": "99999"}', 'refused', '{"en": "5600 t can be traded, 99999 t are asked", "zh": "可交易配额 5600 吨，不足 99999 吨", "check": "not-tradable", "refused": "insufficient-holdings"}', '2026-11-28 11:57:42.251977+00'),
	('act-19-BJ-0003', '2024/BJ-0003/compliance-cycle', 1722823200000, 'freeze-account', 'city/a', 'city/b', '{"basis": "司法协助"}', 'applied', NULL, '2026-11-28 11:57:42.32783+00'),
	('act-20-BJ-0001/compliance-cycle', '2024/BJ-0001/compliance-cycle', 1724119200000, 'strike-off-verifier', 'city/a', 'city/b', '{"basis": "弄虚作假", "verifier": "V-07"}', 'applied', NULL, '2026-11-28 11:57:42.364053+00'),
	('act-20-BJ-0002/compliance-cycle', '2024/BJ-0002/compliance-cycle', 1724119200000, 'strike-off-verifier', 'city/a', 'city/b', '{"basis": "弄虚作假", "verifier": "V-07"}', 'applied', NULL, '2026-11-28 11:57:42.367026+00'),
	('act-20-BJ-0003/compliance-cycle', '2024/BJ-0003/compliance-cycle', 1724119200000, 'strike-off-verifier', 'city/a', 'city/b', '{"basis": "弄虚作假", "verifier": "V-07"}', 'applied', NULL, '2026-11-28 11:57:42.368399+00'),
	('act-21-BJ-0001', '2024/BJ-0001/compliance-cycle', 1725933600000, 'confirm-emissions', 'city/a', 'city/b', '{"basis": "核查报告", "emissions": "98200"}', 'applied', NULL, '2026-11-28 11:57:42.472292+00'),
	('act-22-BJ-0002', '2024/BJ-0002/compliance-cycle', 1726020000000, 'confirm-emissions', 'city/a', 'city/b', '{"basis": "核查报告", "emissions": "4000"}', 'applied', NULL, '2026-11-28 11:57:42.509874+00'),
	('act-23-BJ-0001', '2024/BJ-0001/compliance-cycle', 1726106400000, 'allocate', 'city/a', 'city/b', '{"basis": "核定意见", "amount": "97000"}', 'applied', NULL, '2026-11-28 11:57:42.557548+00'),
	('act-24-BJ-0002', '2024/BJ-0002/compliance-cycle', 1726192800000, 'allocate', 'city/a', 'city/b', '{"basis": "核定意见", "amount": "3900"}', 'applied', NULL, '2026-11-28 11:57:42.61056+00'),
	('act-25-BJ-0003/compliance-cycle', '2024/BJ-0003/compliance-cycle', 1726797600000, 'leave', 'city/a', 'city/b', '{"to": "national-market", "basis": "转入全国市场"}', 'applied', NULL, '2026-11-28 11:57:42.6546+00'),
	('act-26-BJ-0001', '2024/BJ-0001/compliance-cycle', 1727229600000, 'apply-for-offsets', 'BJ-0001', NULL, '{"lots": [{"lot": "BJ-0001/L2", "quantity": "500"}]}', 'applied', NULL, '2026-11-28 11:57:42.764802+00'),
	('act-27-BJ-0001', '2024/BJ-0001/compliance-cycle', 1727748000000, 'decide-offsets', 'city/a', 'city/b', '{"result": "accept"}', 'applied', NULL, '2026-11-28 11:57:42.82054+00'),
	('act-28-BJ-0002', '2024/BJ-0002/compliance-cycle', 1728525600000, 'surrender', 'BJ-0002', NULL, '{"quantity": "4000"}', 'applied', NULL, '2026-11-28 11:57:42.857484+00'),
	('act-29-BJ-0002/compliance-cycle', '2024/BJ-0002/compliance-cycle', 1728698400000, 'close-case', 'city/a', 'city/b', '{"basis": "已履约"}', 'refused', '{"en": "2024/BJ-0002/compliance-cycle cannot be closed yet: offset-application (2024-10-31); collection (2024-12-01)", "zh": "2024/BJ-0002/compliance-cycle 尚有未了事项：抵销申请（2024-10-31）; 自动收缴（2024-12-01）", "refused": "still-running"}', '2026-11-28 11:57:42.920219+00'),
	('act-30-BJ-0001', '2024/BJ-0001/compliance-cycle', 1728957600000, 'cancel', 'BJ-0001', NULL, '{"reason": "自愿注销", "quantity": "10"}', 'applied', NULL, '2026-11-28 11:57:42.941466+00'),
	('key-later', '2024/BJ-0001/compliance-cycle', 1729216800000, 'surrender', 'BJ-0001', NULL, '{"quantity": "100"}', 'stored', NULL, '2026-11-28 11:57:57.945689+00');

INSERT INTO public.cases VALUES
	('2024/BJ-0002/monthly-evidence', 'monthly-evidence', 'BJ-0002', 2024, '{"id": "2024/BJ-0002/monthly-evidence", "kind": "monthly-evidence", "unit": {"id": "BJ-0002", "kind": "key", "mail": "ops@bj-0002.example", "name": "示例数据中心", "district": "haidian", "newlyListed": true}, "terms": {"cycle": 2024, "dates": {"surrender": "2024-11-15", "confirmation": "2024-09-15", "first-report": "2024-06-15", "general-report": "2024-07-15", "pre-allocation": "2024-07-15", "verified-report": "2024-07-15", "final-allocation": "2024-09-15", "offset-application": "2024-10-15", "adjustment-application": "2024-07-15"}, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "offsets": {"share": "0.05", "oldUsableTo": "2024-12-31", "outsideShare": "0.025", "oldRecordedUpTo": "2017-03-14"}, "windows": {"firstCheck": 10, "generalCheck": 30, "monthlyCheck": 10, "rectification": 10, "monthlyEvidence": 20, "surrenderAfterConfirmation": 10}, "calendar": {"free": ["2024-01-01", "2024-02-12", "2024-02-13", "2024-02-14", "2024-02-15", "2024-02-16", "2024-04-04", "2024-04-05", "2024-05-01", "2024-05-02", "2024-05-03", "2024-06-10", "2024-09-16", "2024-09-17", "2024-10-01", "2024-10-02", "2024-10-03", "2024-10-04", "2024-10-07", "2025-01-01", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31", "2025-02-03", "2025-02-04", "2025-04-04", "2025-05-01", "2025-05-02", "2025-05-05", "2025-06-02", "2025-10-01", "2025-10-02", "2025-10-03", "2025-10-06", "2025-10-07", "2025-10-08"], "worked": ["2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12", "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"]}, "revision": 1, "reminders": {"at": "09:00:00", "annual": [30, 7, 1], "monthly": [5, 1], "authority": [3, 1]}, "spotCheck": {"share": "0.10", "tonnes": "1000"}, "provisional": ["windows.rectification", "offsets.outsideShare", "preAllocationShare", "binding", "allocation", "adjustment"], "emissionYear": 2023, "evidenceYear": 2024, "surplusLimit": "0.20", "missingReport": {"maxFine": "50000", "provisional": true}, "preAllocationShare": "0.70"}, "opensAt": 1707926400000, "holdings": [], "mailboxes": {}, "allowProvisional": false}', 28, '2fc31187b4f71c26e73d40813119fa813251f10cca1b892461292a68392e1b11', 1729299600000, 1707926400000, '2026-11-28 11:57:39.401239+00'),
	('2024/BJ-0009/general-report', 'general-report', 'BJ-0009', 2024, '{"id": "2024/BJ-0009/general-report", "kind": "general-report", "unit": {"id": "BJ-0009", "kind": "general", "mail": "ops@bj-0009.example", "name": "示例一般单位", "district": "haidian", "newlyListed": false}, "terms": {"cycle": 2024, "dates": {"surrender": "2024-11-15", "confirmation": "2024-09-15", "first-report": "2024-06-15", "general-report": "2024-07-15", "pre-allocation": "2024-07-15", "verified-report": "2024-07-15", "final-allocation": "2024-09-15", "offset-application": "2024-10-15", "adjustment-application": "2024-07-15"}, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "offsets": {"share": "0.05", "oldUsableTo": "2024-12-31", "outsideShare": "0.025", "oldRecordedUpTo": "2017-03-14"}, "windows": {"firstCheck": 10, "generalCheck": 30, "monthlyCheck": 10, "rectification": 10, "monthlyEvidence": 20, "surrenderAfterConfirmation": 10}, "calendar": {"free": ["2024-01-01", "2024-02-12", "2024-02-13", "2024-02-14", "2024-02-15", "2024-02-16", "2024-04-04", "2024-04-05", "2024-05-01", "2024-05-02", "2024-05-03", "2024-06-10", "2024-09-16", "2024-09-17", "2024-10-01", "2024-10-02", "2024-10-03", "2024-10-04", "2024-10-07", "2025-01-01", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31", "2025-02-03", "2025-02-04", "2025-04-04", "2025-05-01", "2025-05-02", "2025-05-05", "2025-06-02", "2025-10-01", "2025-10-02", "2025-10-03", "2025-10-06", "2025-10-07", "2025-10-08"], "worked": ["2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12", "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"]}, "revision": 1, "reminders": {"at": "09:00:00", "annual": [30, 7, 1], "monthly": [5, 1], "authority": [3, 1]}, "spotCheck": {"share": "0.10", "tonnes": "1000"}, "provisional": ["windows.rectification", "offsets.outsideShare", "preAllocationShare", "binding", "allocation", "adjustment"], "emissionYear": 2023, "evidenceYear": 2024, "surplusLimit": "0.20", "missingReport": {"maxFine": "50000", "provisional": true}, "preAllocationShare": "0.70"}, "opensAt": 1707926400000, "holdings": [], "mailboxes": {}, "allowProvisional": false}', 7, 'e05e6269fef82232b1a995aea4d6f2ec8e1de7811f1c79d99589d8c5a8c7353e', 1723651200000, 1707926400000, '2026-11-28 11:57:39.394713+00'),
	('2024/BJ-0001/monthly-evidence', 'monthly-evidence', 'BJ-0001', 2024, '{"id": "2024/BJ-0001/monthly-evidence", "kind": "monthly-evidence", "unit": {"id": "BJ-0001", "kind": "key", "mail": "ops@bj-0001.example", "name": "示例热力有限公司", "district": "chaoyang", "lastCycle": {"settled": true, "approved": "100000"}, "newlyListed": false}, "terms": {"cycle": 2024, "dates": {"surrender": "2024-11-15", "confirmation": "2024-09-15", "first-report": "2024-06-15", "general-report": "2024-07-15", "pre-allocation": "2024-07-15", "verified-report": "2024-07-15", "final-allocation": "2024-09-15", "offset-application": "2024-10-15", "adjustment-application": "2024-07-15"}, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "offsets": {"share": "0.05", "oldUsableTo": "2024-12-31", "outsideShare": "0.025", "oldRecordedUpTo": "2017-03-14"}, "windows": {"firstCheck": 10, "generalCheck": 30, "monthlyCheck": 10, "rectification": 10, "monthlyEvidence": 20, "surrenderAfterConfirmation": 10}, "calendar": {"free": ["2024-01-01", "2024-02-12", "2024-02-13", "2024-02-14", "2024-02-15", "2024-02-16", "2024-04-04", "2024-04-05", "2024-05-01", "2024-05-02", "2024-05-03", "2024-06-10", "2024-09-16", "2024-09-17", "2024-10-01", "2024-10-02", "2024-10-03", "2024-10-04", "2024-10-07", "2025-01-01", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31", "2025-02-03", "2025-02-04", "2025-04-04", "2025-05-01", "2025-05-02", "2025-05-05", "2025-06-02", "2025-10-01", "2025-10-02", "2025-10-03", "2025-10-06", "2025-10-07", "2025-10-08"], "worked": ["2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12", "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"]}, "revision": 1, "reminders": {"at": "09:00:00", "annual": [30, 7, 1], "monthly": [5, 1], "authority": [3, 1]}, "spotCheck": {"share": "0.10", "tonnes": "1000"}, "provisional": ["windows.rectification", "offsets.outsideShare", "preAllocationShare", "binding", "allocation", "adjustment"], "emissionYear": 2023, "evidenceYear": 2024, "surplusLimit": "0.20", "missingReport": {"maxFine": "50000", "provisional": true}, "preAllocationShare": "0.70"}, "opensAt": 1707926400000, "holdings": [], "mailboxes": {}, "allowProvisional": false}', 32, 'f7487a1cf7a0deccfaf17eaa06f33f715fd653d6fbe00cfd2ca024e2aa8d00c3', 1729299600000, 1707926400000, '2026-11-28 11:57:39.40776+00'),
	('2024/BJ-0003/compliance-cycle', 'compliance-cycle', 'BJ-0003', 2024, '{"id": "2024/BJ-0003/compliance-cycle", "kind": "compliance-cycle", "unit": {"id": "BJ-0003", "kind": "key", "mail": "ops@bj-0003.example", "name": "示例商业有限公司", "district": "chaoyang", "lastCycle": {"settled": true, "approved": "8000"}, "newlyListed": false}, "terms": {"cycle": 2024, "dates": {"surrender": "2024-11-15", "confirmation": "2024-09-15", "first-report": "2024-06-15", "general-report": "2024-07-15", "pre-allocation": "2024-07-15", "verified-report": "2024-07-15", "final-allocation": "2024-09-15", "offset-application": "2024-10-15", "adjustment-application": "2024-07-15"}, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "offsets": {"share": "0.05", "oldUsableTo": "2024-12-31", "outsideShare": "0.025", "oldRecordedUpTo": "2017-03-14"}, "windows": {"firstCheck": 10, "generalCheck": 30, "monthlyCheck": 10, "rectification": 10, "monthlyEvidence": 20, "surrenderAfterConfirmation": 10}, "calendar": {"free": ["2024-01-01", "2024-02-12", "2024-02-13", "2024-02-14", "2024-02-15", "2024-02-16", "2024-04-04", "2024-04-05", "2024-05-01", "2024-05-02", "2024-05-03", "2024-06-10", "2024-09-16", "2024-09-17", "2024-10-01", "2024-10-02", "2024-10-03", "2024-10-04", "2024-10-07", "2025-01-01", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31", "2025-02-03", "2025-02-04", "2025-04-04", "2025-05-01", "2025-05-02", "2025-05-05", "2025-06-02", "2025-10-01", "2025-10-02", "2025-10-03", "2025-10-06", "2025-10-07", "2025-10-08"], "worked": ["2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12", "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"]}, "revision": 1, "reminders": {"at": "09:00:00", "annual": [30, 7, 1], "monthly": [5, 1], "authority": [3, 1]}, "spotCheck": {"share": "0.10", "tonnes": "1000"}, "provisional": ["windows.rectification", "offsets.outsideShare", "preAllocationShare", "binding", "allocation", "adjustment"], "emissionYear": 2023, "evidenceYear": 2024, "surplusLimit": "0.20", "missingReport": {"maxFine": "50000", "provisional": true}, "preAllocationShare": "0.70"}, "opensAt": 1707926400000, "holdings": [], "mailboxes": {}, "allowProvisional": false}', 40, 'f11559e3180aa370ccd11e51800dc03206c214fef06d8f79dd384e4dd5c56cb4', 1726797600000, 1707926400000, '2026-11-28 11:57:39.594465+00'),
	('2024/BJ-0002/compliance-cycle', 'compliance-cycle', 'BJ-0002', 2024, '{"id": "2024/BJ-0002/compliance-cycle", "kind": "compliance-cycle", "unit": {"id": "BJ-0002", "kind": "key", "mail": "ops@bj-0002.example", "name": "示例数据中心", "district": "haidian", "newlyListed": true}, "terms": {"cycle": 2024, "dates": {"surrender": "2024-11-15", "confirmation": "2024-09-15", "first-report": "2024-06-15", "general-report": "2024-07-15", "pre-allocation": "2024-07-15", "verified-report": "2024-07-15", "final-allocation": "2024-09-15", "offset-application": "2024-10-15", "adjustment-application": "2024-07-15"}, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "offsets": {"share": "0.05", "oldUsableTo": "2024-12-31", "outsideShare": "0.025", "oldRecordedUpTo": "2017-03-14"}, "windows": {"firstCheck": 10, "generalCheck": 30, "monthlyCheck": 10, "rectification": 10, "monthlyEvidence": 20, "surrenderAfterConfirmation": 10}, "calendar": {"free": ["2024-01-01", "2024-02-12", "2024-02-13", "2024-02-14", "2024-02-15", "2024-02-16", "2024-04-04", "2024-04-05", "2024-05-01", "2024-05-02", "2024-05-03", "2024-06-10", "2024-09-16", "2024-09-17", "2024-10-01", "2024-10-02", "2024-10-03", "2024-10-04", "2024-10-07", "2025-01-01", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31", "2025-02-03", "2025-02-04", "2025-04-04", "2025-05-01", "2025-05-02", "2025-05-05", "2025-06-02", "2025-10-01", "2025-10-02", "2025-10-03", "2025-10-06", "2025-10-07", "2025-10-08"], "worked": ["2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12", "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"]}, "revision": 1, "reminders": {"at": "09:00:00", "annual": [30, 7, 1], "monthly": [5, 1], "authority": [3, 1]}, "spotCheck": {"share": "0.10", "tonnes": "1000"}, "provisional": ["windows.rectification", "offsets.outsideShare", "preAllocationShare", "binding", "allocation", "adjustment"], "emissionYear": 2023, "evidenceYear": 2024, "surplusLimit": "0.20", "missingReport": {"maxFine": "50000", "provisional": true}, "preAllocationShare": "0.70"}, "opensAt": 1707926400000, "holdings": [{"product": "allowance", "vintage": 2022, "quantity": "3000"}], "mailboxes": {}, "allowProvisional": false}', 37, '5423433844188989277e21f9ec7a4942c5e862c2e4cf15658d7565972c08f11b', 1728525600000, 1707926400000, '2026-11-28 11:57:39.496483+00'),
	('2024/BJ-0001/compliance-cycle', 'compliance-cycle', 'BJ-0001', 2024, '{"id": "2024/BJ-0001/compliance-cycle", "kind": "compliance-cycle", "unit": {"id": "BJ-0001", "kind": "key", "mail": "ops@bj-0001.example", "name": "示例热力有限公司", "district": "chaoyang", "lastCycle": {"settled": true, "approved": "100000"}, "newlyListed": false}, "terms": {"cycle": 2024, "dates": {"surrender": "2024-11-15", "confirmation": "2024-09-15", "first-report": "2024-06-15", "general-report": "2024-07-15", "pre-allocation": "2024-07-15", "verified-report": "2024-07-15", "final-allocation": "2024-09-15", "offset-application": "2024-10-15", "adjustment-application": "2024-07-15"}, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "offsets": {"share": "0.05", "oldUsableTo": "2024-12-31", "outsideShare": "0.025", "oldRecordedUpTo": "2017-03-14"}, "windows": {"firstCheck": 10, "generalCheck": 30, "monthlyCheck": 10, "rectification": 10, "monthlyEvidence": 20, "surrenderAfterConfirmation": 10}, "calendar": {"free": ["2024-01-01", "2024-02-12", "2024-02-13", "2024-02-14", "2024-02-15", "2024-02-16", "2024-04-04", "2024-04-05", "2024-05-01", "2024-05-02", "2024-05-03", "2024-06-10", "2024-09-16", "2024-09-17", "2024-10-01", "2024-10-02", "2024-10-03", "2024-10-04", "2024-10-07", "2025-01-01", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31", "2025-02-03", "2025-02-04", "2025-04-04", "2025-05-01", "2025-05-02", "2025-05-05", "2025-06-02", "2025-10-01", "2025-10-02", "2025-10-03", "2025-10-06", "2025-10-07", "2025-10-08"], "worked": ["2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12", "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"]}, "revision": 1, "reminders": {"at": "09:00:00", "annual": [30, 7, 1], "monthly": [5, 1], "authority": [3, 1]}, "spotCheck": {"share": "0.10", "tonnes": "1000"}, "provisional": ["windows.rectification", "offsets.outsideShare", "preAllocationShare", "binding", "allocation", "adjustment"], "emissionYear": 2023, "evidenceYear": 2024, "surplusLimit": "0.20", "missingReport": {"maxFine": "50000", "provisional": true}, "preAllocationShare": "0.70"}, "opensAt": 1707926400000, "holdings": [{"product": "allowance", "vintage": 2022, "quantity": "5000"}, {"origin": "outside", "product": "ccer", "quantity": "900", "recordedOn": "2016-05-01"}], "mailboxes": {}, "allowProvisional": false}', 32, 'f51407869f1b78111ab8b5c69f0fce353ff343162651fc25fd9b4a0133266057', 1728957600000, 1707926400000, '2026-11-28 11:57:39.377817+00'),
	('2024/BJ-0003/monthly-evidence', 'monthly-evidence', 'BJ-0003', 2024, '{"id": "2024/BJ-0003/monthly-evidence", "kind": "monthly-evidence", "unit": {"id": "BJ-0003", "kind": "key", "mail": "ops@bj-0003.example", "name": "示例商业有限公司", "district": "chaoyang", "lastCycle": {"settled": true, "approved": "8000"}, "newlyListed": false}, "terms": {"cycle": 2024, "dates": {"surrender": "2024-11-15", "confirmation": "2024-09-15", "first-report": "2024-06-15", "general-report": "2024-07-15", "pre-allocation": "2024-07-15", "verified-report": "2024-07-15", "final-allocation": "2024-09-15", "offset-application": "2024-10-15", "adjustment-application": "2024-07-15"}, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "offsets": {"share": "0.05", "oldUsableTo": "2024-12-31", "outsideShare": "0.025", "oldRecordedUpTo": "2017-03-14"}, "windows": {"firstCheck": 10, "generalCheck": 30, "monthlyCheck": 10, "rectification": 10, "monthlyEvidence": 20, "surrenderAfterConfirmation": 10}, "calendar": {"free": ["2024-01-01", "2024-02-12", "2024-02-13", "2024-02-14", "2024-02-15", "2024-02-16", "2024-04-04", "2024-04-05", "2024-05-01", "2024-05-02", "2024-05-03", "2024-06-10", "2024-09-16", "2024-09-17", "2024-10-01", "2024-10-02", "2024-10-03", "2024-10-04", "2024-10-07", "2025-01-01", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31", "2025-02-03", "2025-02-04", "2025-04-04", "2025-05-01", "2025-05-02", "2025-05-05", "2025-06-02", "2025-10-01", "2025-10-02", "2025-10-03", "2025-10-06", "2025-10-07", "2025-10-08"], "worked": ["2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12", "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"]}, "revision": 1, "reminders": {"at": "09:00:00", "annual": [30, 7, 1], "monthly": [5, 1], "authority": [3, 1]}, "spotCheck": {"share": "0.10", "tonnes": "1000"}, "provisional": ["windows.rectification", "offsets.outsideShare", "preAllocationShare", "binding", "allocation", "adjustment"], "emissionYear": 2023, "evidenceYear": 2024, "surplusLimit": "0.20", "missingReport": {"maxFine": "50000", "provisional": true}, "preAllocationShare": "0.70"}, "opensAt": 1707926400000, "holdings": [], "mailboxes": {}, "allowProvisional": false}', 35, 'ace594a57f1dfbbbd95ea33c2b3a1b7ea0c063989a9ce813329f95056f0cc812', 1726848000000, 1707926400000, '2026-11-28 11:57:39.397253+00');

INSERT INTO public.events VALUES
	('2024/BJ-0001/compliance-cycle', 1, 'open', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1707926400000, "by": "platform", "seq": 1, "type": "case-opened", "with": {"kind": "compliance-cycle", "cycle": 2024, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "revision": 1}}', '464c7e027cfd79c8689f37978085fd290d2b9aecc78d3578f3f71f517f69558d', '702942abeb1d5105ad82760fa955ab904c19725a38fbb0130ff7742bc3098cac', '2026-11-28 11:57:39.404909+00'),
	('2024/BJ-0001/compliance-cycle', 2, 'open', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1707926400000, "by": "platform", "seq": 2, "type": "credited", "with": {"lots": [{"lot": "BJ-0001/L1", "product": "allowance", "quantity": "5000"}, {"lot": "BJ-0001/L2", "product": "ccer", "quantity": "900"}], "reason": "opening"}}', 'b63b81d169411cf02c0b96b46fd64cdeef43ffc6a291826fa6e9f50a9717b082', 'ee81e166378501fa375145e8c88cf238d1cb15dd342fdb02204ee36bde910b53', '2026-11-28 11:57:39.405081+00'),
	('2024/BJ-0009/general-report', 1, 'open', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1707926400000, "by": "platform", "seq": 1, "type": "case-opened", "with": {"kind": "general-report", "cycle": 2024, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "revision": 1}}', '9d7d829184b4fbe8736981a2259dd30e577c944dd6004bba01a3f9bbf3af8617', '862815782f54ee763889a72563d8ba45ec8c6ed7ae1e0b45ad94114ca8c77964', '2026-11-28 11:57:39.407811+00'),
	('2024/BJ-0003/monthly-evidence', 1, 'open', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1707926400000, "by": "platform", "seq": 1, "type": "case-opened", "with": {"kind": "monthly-evidence", "cycle": 2024, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "revision": 1}}', 'b089848d024d292589c228cf2479184a926b8803cb9585a7b891592bab7744c3', '9f0d9ffdc4e59dc20c2010160e28072e9eb8075f5114c4fce6fe79dd2d18fed4', '2026-11-28 11:57:39.408932+00'),
	('2024/BJ-0002/monthly-evidence', 1, 'open', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1707926400000, "by": "platform", "seq": 1, "type": "case-opened", "with": {"kind": "monthly-evidence", "cycle": 2024, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "revision": 1}}', 'c68eeecccd813fd7a5aef1966ea3a339b2482c55219ab6fb3fc20db84c83a95c', '87e29d06bb366afb2d73ed436a20f6205487546777bb2e9acbd29bbbb7746366', '2026-11-28 11:57:39.410542+00'),
	('2024/BJ-0001/monthly-evidence', 1, 'open', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1707926400000, "by": "platform", "seq": 1, "type": "case-opened", "with": {"kind": "monthly-evidence", "cycle": 2024, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "revision": 1}}', '18fcd401effb2ab4b117520371fcc50bd23c4569a891270ca2b272ad030bf100', '40aa9df268a1f826422aa13f63b356f86756e5a31704326a6f6ca1fb54929075', '2026-11-28 11:57:39.414594+00'),
	('2024/BJ-0002/compliance-cycle', 1, 'open', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1707926400000, "by": "platform", "seq": 1, "type": "case-opened", "with": {"kind": "compliance-cycle", "cycle": 2024, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "revision": 1}}', '10826e3d89fb1e6dba3f2018eb1abb457955cf8ffb1fa22a8416b1c6dc3624d5', '33ab288a5e2a93df5399e61850fc514f7386f0d9573cb879ab6c484d3dc1e929', '2026-11-28 11:57:39.508522+00'),
	('2024/BJ-0002/compliance-cycle', 2, 'open', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1707926400000, "by": "platform", "seq": 2, "type": "credited", "with": {"lots": [{"lot": "BJ-0002/L1", "product": "allowance", "quantity": "3000"}], "reason": "opening"}}', 'c30e77648915a339076cc6c934008f77f177cc9ea0e6b7f487a250939ecd0aba', 'a54c443019ce0c647e6e7f0ac4f8c01289a8b7ea8e9e0b8f984f0080ed106ac9', '2026-11-28 11:57:39.508547+00'),
	('2024/BJ-0003/monthly-evidence', 2, 'at:1707958800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1707958800000, "by": "platform", "seq": 2, "duty": "monthly-evidence/2024-01", "type": "reminded"}', 'a7c46be29cddf29baed0d1626206ee2e5e80d2c767cb5980b625753037e7266b', 'd43302637f88996030c5361cda745f0a69c0ad22a6e8316f9fe71aa707dddc66', '2026-11-28 11:57:39.520695+00'),
	('2024/BJ-0009/general-report', 2, 'at:1718413200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718413200000, "by": "platform", "seq": 2, "duty": "general-report", "type": "reminded"}', '738f33b5fda46b37e7e6970e7c86d319e80e0e28a4a9557df3533a50e2ecd022', 'b903ab4ddbecc61896b47a4da2038b9fa403b2b0536d4aedaa03e74d6bbf3491', '2026-11-28 11:57:39.549012+00'),
	('2024/BJ-0001/monthly-evidence', 2, 'at:1707958800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1707958800000, "by": "platform", "seq": 2, "duty": "monthly-evidence/2024-01", "type": "reminded"}', '7f516c1c848f4f0f14e3fa3520b345f8e457bbf6e2a68f78828bb917d7c410fc', 'c127cac6b767b5c3aebae4e45ac2d6e3f9d102b9114375fc05fcbfd737f7d17e', '2026-11-28 11:57:39.564827+00'),
	('2024/BJ-0002/monthly-evidence', 2, 'at:1707958800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1707958800000, "by": "platform", "seq": 2, "duty": "monthly-evidence/2024-01", "type": "reminded"}', '61657f0f2a95c40b29133be018106bae1fc929a5bafe737cf381cccf357d422a', '26b327bc2c501f84a7635d0e1c5ebc625cd3c4a7f371c08bcff32103842e80be', '2026-11-28 11:57:39.566141+00'),
	('2024/BJ-0003/monthly-evidence', 3, 'at:1708304400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1708304400000, "by": "platform", "seq": 3, "duty": "monthly-evidence/2024-01", "type": "reminded"}', '2a37f3055e697bc3ba97b883f73ccb4071fdadf9d14530be4f24d18a61a83fb5', 'db4f0f1c4709456ebe263262a5f20a6ddcc3d283c88fb114f3318753f09de188', '2026-11-28 11:57:39.591175+00'),
	('2024/BJ-0003/compliance-cycle', 1, 'open', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1707926400000, "by": "platform", "seq": 1, "type": "case-opened", "with": {"kind": "compliance-cycle", "cycle": 2024, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "revision": 1}}', '7e4d972d372228f85c9cc46a367485d8d92342ab386e0e91bbd026bdc62f4c70', 'fda5b3dd32cdbdda6d7cc963373646ac85a0d8eab178111748a795f4ca95af3a', '2026-11-28 11:57:39.596508+00'),
	('2024/BJ-0001/monthly-evidence', 3, 'at:1708304400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1708304400000, "by": "platform", "seq": 3, "duty": "monthly-evidence/2024-01", "type": "reminded"}', 'ea4782b63bf938c18e3cdef528465d2749abbd586e77cabb44e03e88a5484da0', '4570367edb728c307fa3b1941a79ac33e4e9a1769b2a298829ffac829def2ceb', '2026-11-28 11:57:39.670575+00'),
	('2024/BJ-0001/compliance-cycle', 3, 'at:1715821200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1715821200000, "by": "platform", "seq": 3, "duty": "first-report", "type": "reminded"}', '98cae9f325b9b27af45189cd43ae9d3a3547d8567c0d6c9629c425e7deac4844', '6aa990f39cd7537413b536c0237b4c20d171432853364b60a5dfa83d42757fbc', '2026-11-28 11:57:39.673249+00'),
	('2024/BJ-0002/monthly-evidence', 3, 'at:1708304400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1708304400000, "by": "platform", "seq": 3, "duty": "monthly-evidence/2024-01", "type": "reminded"}', '7e3aaf4514effcdce9c8e407d5932aa72cb0421ea9e6001d3304c123daca2a0e', 'c45ed8647b27829ac963b4b77447962bde3a8466b9243e95e41a0379ee747ce1', '2026-11-28 11:57:39.674511+00'),
	('2024/BJ-0003/monthly-evidence', 4, 'at:1708444800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1708444800000, "by": "platform", "seq": 4, "duty": "monthly-evidence/2024-01", "type": "overdue", "turns": "overdue"}', '840684e066e1d6f70d5e5a725d90636c1924f06257298aed41cb841109920e4a', '8a0805fcc9797693c70d726ac4523af6036a9697440fdcc565e3e0d69ea0442d', '2026-11-28 11:57:39.67558+00'),
	('2024/BJ-0009/general-report', 3, 'act:act-9-BJ-0009/general-report', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1719280800000, "by": "city/a", "seq": 3, "type": "revision-adopted", "with": {"basis": "通告", "before": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "digest": "sha256:a4b47fb18ba25f6709f26618d436144a4830bba66cf0a70d12a3d2d85e5e9458", "revision": 2, "deadlines": {"surrender": "2024-11-30", "offset-application": "2024-10-31"}, "approvedBy": "city/b"}}', '0929afa5c2147a972afd8866b488b35360dd07a4b43cf134d9b305c5e8867c7d', '2c0e868fd246d1db7ab9783c0d60c00220da66581b2b4170e512e50986fc43d1', '2026-11-28 11:57:39.674755+00'),
	('2024/BJ-0001/compliance-cycle', 4, 'at:1717808400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1717808400000, "by": "platform", "seq": 4, "duty": "first-report", "type": "reminded"}', 'f225214465b12c6685c0dba34de6a193a1bdee926b38757b6598bc7c325f9436', '338ced784dcb914f5d30dc48068ffb4cd558072f53319c34401d34c647f7f756', '2026-11-28 11:57:39.74995+00'),
	('2024/BJ-0003/compliance-cycle', 4, 'at:1718326800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718326800000, "by": "platform", "seq": 4, "duty": "first-report", "type": "reminded"}', '9f7823413a9bfa094d396f7fdced892aab7fb3d3bf5014ae76a399fba2c17b7d', 'ec396dd3e4f56bbc3142bf28d6335665df9325e6e4f0da3c8b9d7fff91beb1d6', '2026-11-28 11:57:40.868242+00'),
	('2024/BJ-0003/monthly-evidence', 20, 'at:1721491200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721491200000, "by": "platform", "seq": 20, "duty": "monthly-evidence/2024-06", "type": "overdue", "turns": "overdue"}', '1170a6211789eb89b328dfc784a7f53f288f861cb5aa0486630c5fd02e133b7d', 'fa9265f7bb8e07afc9c1edbd74507e57ac2bed79f6a9726e7143950aec06a00e', '2026-11-28 11:57:40.922225+00'),
	('2024/BJ-0002/monthly-evidence', 20, 'at:1721491200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721491200000, "by": "platform", "seq": 20, "duty": "monthly-evidence/2024-06", "type": "overdue", "turns": "overdue"}', '297451b32fd1ef016f4814dec93e6a0a2b59911c28b62cb91b9f6720882f6eb9', '49ba51b59b1a22d228fc7ca92f5536cab55fd4c685824e05cc336fb201022832', '2026-11-28 11:57:41.037284+00'),
	('2024/BJ-0003/monthly-evidence', 22, 'at:1724029200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1724029200000, "by": "platform", "seq": 22, "duty": "monthly-evidence/2024-07", "type": "reminded"}', '55e6b0571cc52c5b95f3195d6276b7c7c3ad5eecf131c62d9ca02f213f77ffd8', 'efa4e1ce40277c7b5fe229ab066b10fb0fb3bd44d741d87f51661fee86935412', '2026-11-28 11:57:41.145365+00'),
	('2024/BJ-0001/compliance-cycle', 15, 'at:1720746000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720746000000, "by": "platform", "seq": 15, "duty": "pre-allocation", "type": "reminded"}', '9b8ac0f65e7794fe99db6615ef76a02c7c5cf08ebfe1cef3fa54329c2cc4a3f2', 'c549e1681a5cc16ee6512ea28777af744e2d67776753ad55eac105a81d1ca529', '2026-11-28 11:57:41.421008+00'),
	('2024/BJ-0001/monthly-evidence', 25, 'at:1723683600000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1723683600000, "by": "platform", "seq": 25, "duty": "monthly-evidence/2024-07", "type": "reminded"}', 'c88d82aff2398d6885694582aeb1780fd4c0eaf80745b4778cbe0ae0b757462e', '895bd426f475104356ba9790fd8452250f9ab380c64161c5052b3cbccd926c9e', '2026-11-28 11:57:41.481588+00'),
	('2024/BJ-0001/compliance-cycle', 17, 'at:1720918800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720918800000, "by": "platform", "seq": 17, "duty": "adjustment-application", "type": "reminded"}', 'de34062be8b840e9f8ba71524db4955575e4f0dd3bd5df65612230a38205f0ed', 'a8113854847086cb99cc3bcf5b9870b87126923dba30671c186b75d828e06521', '2026-11-28 11:57:41.565915+00'),
	('2024/BJ-0001/compliance-cycle', 18, 'at:1720918800000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720918800000, "by": "platform", "seq": 18, "duty": "pre-allocation", "type": "reminded"}', 'adbac7d4d3aa5e803e673872e95bdf5f20b80d1acd3af7c27554edd028ebb67a', '6c4d01054ed0e3861362653689af4a2bd9561547697ee3c197d993a6c54a1a64', '2026-11-28 11:57:41.565951+00'),
	('2024/BJ-0001/compliance-cycle', 19, 'act:act-13-BJ-0001', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720922400000, "by": "city/a", "seq": 19, "duty": "pre-allocation", "late": false, "type": "pre-allocated", "with": {"basis": "预发方案", "quantity": "70000", "approvedBy": "city/b"}, "turns": "done"}', '2592b6e223628fa1ebc16456a87708d0ae5daec06fab49a170db051690cc4dc2', 'ee8aff20f434568db8706991a640cadb519447cefb7b7f797224f1c1cfdbdbeb', '2026-11-28 11:57:41.660776+00'),
	('2024/BJ-0001/compliance-cycle', 20, 'act:act-13-BJ-0001', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720922400000, "by": "platform", "seq": 20, "type": "credited", "with": {"lots": [{"lot": "BJ-0001/L3", "product": "allowance", "quantity": "70000"}], "reason": "pre-allocation"}}', '0fcda6a7746b3f4394c2a334463ea4cb6231b1772ee71b1830a6cc16324853bb', '193d0f10e148ab7962eedbde46b2f9cedfa33f84a65cfd8118b7787872c88660', '2026-11-28 11:57:41.660808+00'),
	('2024/BJ-0002/monthly-evidence', 27, 'at:1728954000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1728954000000, "by": "platform", "seq": 27, "duty": "monthly-evidence/2024-09", "type": "reminded"}', '8a274bae2f25bc857db5b196cbd21c68f7583df66ad62671abcb35e2349ed6df', '7c2f807e4f4065aa11145f8597a6458023b66756ed354e6b06e1248f9c9c8e97', '2026-11-28 11:57:41.715772+00'),
	('2024/BJ-0003/compliance-cycle', 15, 'at:1720746000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720746000000, "by": "platform", "seq": 15, "duty": "pre-allocation", "type": "reminded"}', 'a515177f7aab54fbc48129d5fa50f14e2d7c6123f89b66bc8dde3b0e6fc1ad9e', '38a7066c68d5874fcfa0cee12ce542d1f2dc2318028f575ec94a220d1ab67d52', '2026-11-28 11:57:41.760318+00'),
	('2024/BJ-0003/compliance-cycle', 16, 'at:1720918800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720918800000, "by": "platform", "seq": 16, "duty": "verified-report", "type": "reminded"}', '582c3131c5b2df775fa387e97709fa291f67ec03006fe549fb1c5a2f1aa8c139', 'be207d09dff8c680dfc6687c0f13d8176624a1c1db67a0babc058169c9fdeac1', '2026-11-28 11:57:41.815858+00'),
	('2024/BJ-0003/compliance-cycle', 17, 'at:1720918800000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720918800000, "by": "platform", "seq": 17, "duty": "adjustment-application", "type": "reminded"}', '10d9db1a06b6f162493749e3d3cfc8de547bbdb323c62f1f0623f060e1818379', 'db8c0bbda52170901e8d25710dafb127d0501d1be0a7d0330f026baaf5bed3be', '2026-11-28 11:57:41.815896+00'),
	('2024/BJ-0003/compliance-cycle', 18, 'at:1720918800000', 3, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720918800000, "by": "platform", "seq": 18, "duty": "pre-allocation", "type": "reminded"}', 'c4483e67e445f2e5f1a89894460220776d1f147c3988f0534583fa1272bcb980', '7f8c6789bafc42452743d9cfb8f9158044aaa41213aa7f819f23741dd990d46c', '2026-11-28 11:57:41.815901+00'),
	('2024/BJ-0001/monthly-evidence', 4, 'at:1708444800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1708444800000, "by": "platform", "seq": 4, "duty": "monthly-evidence/2024-01", "type": "overdue", "turns": "overdue"}', 'fc89b2622d5fedb1099933875b2bb10017bb1e677c799bdda596f24e679cd5e7', 'c47093dd954ef1a4e9fe6ac09dbfcff1f648237a060c5061f993bd89410151fa', '2026-11-28 11:57:39.746821+00'),
	('2024/BJ-0002/monthly-evidence', 4, 'at:1708444800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1708444800000, "by": "platform", "seq": 4, "duty": "monthly-evidence/2024-01", "type": "overdue", "turns": "overdue"}', 'befa192cb8d2938370cb7fac856741eb18704e0a07dfc7ed85122a86c75ab2df', '17ad928114be108992920c6c6b41c8917fa67b9ded8034fe3499b0558822cec2', '2026-11-28 11:57:39.752554+00'),
	('2024/BJ-0009/general-report', 6, 'at:1723510800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1723510800000, "by": "platform", "seq": 6, "duty": "general-check", "type": "reminded"}', '33cbdd75a6eca6e24af8943567d5288cbe84feba39e50225d5855dd3a86ad9a9', '59297e1a71a8bf2461c056d007071a76be305bb23fdda781ddbb80c0cbcdfa35', '2026-11-28 11:57:39.889979+00'),
	('2024/BJ-0002/monthly-evidence', 7, 'at:1710950400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1710950400000, "by": "platform", "seq": 7, "duty": "monthly-evidence/2024-02", "type": "overdue", "turns": "overdue"}', 'e8898959a9e6b156a0aeee64d34b426391eac24617b7ffac4f83fd1cff7780fe', 'a4f6916c966df8a074c28b4b046bd5060bc1bcd0caf3ce601fdac43808b29869', '2026-11-28 11:57:39.898967+00'),
	('2024/BJ-0002/compliance-cycle', 3, 'at:1715821200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1715821200000, "by": "platform", "seq": 3, "duty": "first-report", "type": "reminded"}', '2a0b3322e36c91675b3131978e67eefc4db1590c73104b61f92b8a8bf3f0961a', 'e1ca1472be009d0b97218a34e3fd6635cc25f7e338edc8324dd4eea51d3a5f82', '2026-11-28 11:57:39.937561+00'),
	('2024/BJ-0002/compliance-cycle', 4, 'at:1715821200000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1715821200000, "by": "platform", "seq": 4, "duty": "data-quality-plan", "type": "reminded"}', 'dfd6774861b77713b4a2a995172faf9b4db0cbee72a8f89671f207511308ca9b', 'a2f056a86c8f34cb6c33c30c2b06ad520577f68c50faff1bd708c0904ddb8cbf', '2026-11-28 11:57:39.937599+00'),
	('2024/BJ-0003/monthly-evidence', 8, 'at:1713142800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1713142800000, "by": "platform", "seq": 8, "duty": "monthly-evidence/2024-03", "type": "reminded"}', '547b52d53eb9c90d804d78a7c0a4d00e8a2f61197748078b8ff34cb1fd5a4aac', 'a11487eba004b9039f45ad2d9cd34117e64910b6b12d472f8ae7a0552435c2de', '2026-11-28 11:57:40.001425+00'),
	('2024/BJ-0009/general-report', 7, 'at:1723651200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1723651200000, "by": "platform", "seq": 7, "duty": "general-check", "type": "overdue", "turns": "overdue"}', 'e05e6269fef82232b1a995aea4d6f2ec8e1de7811f1c79d99589d8c5a8c7353e', 'f8555d2d30e2fb60d4f897156edb441abbc91f7f00faac098459d7adf76b3563', '2026-11-28 11:57:40.044336+00'),
	('2024/BJ-0001/monthly-evidence', 8, 'at:1710950400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1710950400000, "by": "platform", "seq": 8, "duty": "monthly-evidence/2024-02", "type": "overdue", "turns": "overdue"}', '18bf486217d510206d58493a39bf8e9a9299fc65f12d92ab625b5c1a72ff8386', '2f577cf09fc2f1d13d90272266fb90705e0fea5c488ddf3a0042e12e522cd1b0', '2026-11-28 11:57:40.092052+00'),
	('2024/BJ-0002/compliance-cycle', 5, 'at:1717808400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1717808400000, "by": "platform", "seq": 5, "duty": "first-report", "type": "reminded"}', '3903095f059a64a36f45f53e4ba278dbc2966519cfba41b78e5c526ff485a701', '917b039fac204e9ad5377570f3d15b829eb507ecd96d4657116c99685050384d', '2026-11-28 11:57:40.112928+00'),
	('2024/BJ-0002/compliance-cycle', 6, 'at:1717808400000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1717808400000, "by": "platform", "seq": 6, "duty": "data-quality-plan", "type": "reminded"}', '02d8d4520ef8bce9a46ae0e891780c024649d30d4e28e8efaabd39a40291d390', '8d42ad1bddeff028a3444b5fec6435413412d09a77699e007e653444befde956', '2026-11-28 11:57:40.112966+00'),
	('2024/BJ-0003/monthly-evidence', 11, 'at:1715734800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1715734800000, "by": "platform", "seq": 11, "duty": "monthly-evidence/2024-04", "type": "reminded"}', '9551291945eef59a8ac78863b520124772b77f3361663ac15e4feb4b30551d92', '89f6529739439bbd98c425c47a30797b4dc3fd24b02c5ab70253499838cd0387', '2026-11-28 11:57:40.214407+00'),
	('2024/BJ-0001/compliance-cycle', 6, 'act:act-6-BJ-0001', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718157600000, "by": "BJ-0001", "seq": 6, "type": "verifier-appointed", "with": {"verifier": "V-01"}}', '752d3b86db81207e342b4a8bfa0d97ae61e4f1ba2dd2a8e136336380bc935531', 'fd7fc00ddaa840827df22745a00c909e456f3c4c3598cb590c635c7629bda510', '2026-11-28 11:57:40.241113+00'),
	('2024/BJ-0003/monthly-evidence', 13, 'at:1716220800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1716220800000, "by": "platform", "seq": 13, "duty": "monthly-evidence/2024-04", "type": "overdue", "turns": "overdue"}', '7a3af7185f3dcf03b3d04d7166bde1b86400759704531157bce558fc06eb4247', 'd85a5830b0439fe32b297e41ec5dc8d7830810cb7b1885a7bda0f174bda4bdec', '2026-11-28 11:57:40.322972+00'),
	('2024/BJ-0003/monthly-evidence', 14, 'at:1718413200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718413200000, "by": "platform", "seq": 14, "duty": "monthly-evidence/2024-05", "type": "reminded"}', 'c49ed0d37a9667515f4511412341b7839991f67af0c6b5db8a02047f317d7fca', '04265056fa66d7d568c603afe40d48619f838f9090879bc2fdea78e02476afab', '2026-11-28 11:57:40.412931+00'),
	('2024/BJ-0001/monthly-evidence', 14, 'at:1713628800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1713628800000, "by": "platform", "seq": 14, "duty": "monthly-evidence/2024-03", "type": "overdue", "turns": "overdue"}', '70d5fa3402a3899f40e796202140f20e7b44cfd5aa416dbf3a477d32b8295542', 'd960828eb6d18d665e8859052789e729f2a2a4214b1f1ca941e1372b9a451bf9', '2026-11-28 11:57:40.517032+00'),
	('2024/BJ-0001/compliance-cycle', 7, 'at:1718413200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718413200000, "by": "platform", "seq": 7, "duty": "verified-report", "type": "reminded"}', '6270e68b031484c54a8d5ffe98a2ec8d24b823981b4e6d8cda9ff9cfaf6dca7c', '3b6b4b53a199905ae5d59d9b7a63193436589d509f59addb36951cf83502eb6f', '2026-11-28 11:57:40.562726+00'),
	('2024/BJ-0001/compliance-cycle', 8, 'at:1718413200000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718413200000, "by": "platform", "seq": 8, "duty": "adjustment-application", "type": "reminded"}', '9757735c7ccede8ad04f697a49d7494eae1b75db971030ea0444a87510f3da59', '06ac0f1d2b5e721c6c96549fda63ca4bcd5098eb6d198b458a78736c6926dc64', '2026-11-28 11:57:40.562762+00'),
	('2024/BJ-0003/monthly-evidence', 15, 'at:1718758800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718758800000, "by": "platform", "seq": 15, "duty": "monthly-evidence/2024-05", "type": "reminded"}', 'e3fb115067c732cb211a3781745f17efa5b162564b98c518a4a8bf0b8e9de823', 'b215c8e9745879a66ec92fc5423a9ba3c13e8bf9766c3c84ce4ba9828acc886d', '2026-11-28 11:57:40.57787+00'),
	('2024/BJ-0001/compliance-cycle', 9, 'act:act-9-BJ-0001/compliance-cycle', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1719280800000, "by": "city/a", "seq": 9, "type": "revision-adopted", "with": {"basis": "通告", "before": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "digest": "sha256:a4b47fb18ba25f6709f26618d436144a4830bba66cf0a70d12a3d2d85e5e9458", "revision": 2, "deadlines": {"surrender": "2024-11-30", "offset-application": "2024-10-31"}, "approvedBy": "city/b"}}', 'b097cff6a7e20060969f0b38e34c572d762753945a6e228c9f440efbb3b7eb49', '3a22065668053a2b50806739b1e8eb4487c549e99c504fc8e8338a2bde74edc8', '2026-11-28 11:57:40.589259+00'),
	('2024/BJ-0003/monthly-evidence', 5, 'at:1710464400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1710464400000, "by": "platform", "seq": 5, "duty": "monthly-evidence/2024-02", "type": "reminded"}', 'addb4890267f070a5c079e6ff38d040b2ee9f16d573a722f2be0d4bde60fdacc', 'c8e6c5854bf0f71235668bd527812c61777e51f97bc4dc3307dc5844fea780d4', '2026-11-28 11:57:39.754544+00'),
	('2024/BJ-0003/monthly-evidence', 6, 'at:1710810000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1710810000000, "by": "platform", "seq": 6, "duty": "monthly-evidence/2024-02", "type": "reminded"}', '033a8ce55d0a3d3debc7e79040e1985483b8e082ec94db05beb4a7beba8664d6', 'fb39795a4077ccb21184494e7df98342ad4fbe58973a524c25879c7ea18bd2d1', '2026-11-28 11:57:39.825635+00'),
	('2024/BJ-0009/general-report', 5, 'at:1723338000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1723338000000, "by": "platform", "seq": 5, "duty": "general-check", "type": "reminded"}', '81fde2e908e2432094b64590ea06af7e89f6a2c94d0cc185f1bae6a48494ad6e', 'f51aa6ed9839fd7d8531d7bbd738f31b5ba56cf87dbadf6cf903408229313ad7', '2026-11-28 11:57:39.830582+00'),
	('2024/BJ-0002/monthly-evidence', 6, 'at:1710810000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1710810000000, "by": "platform", "seq": 6, "duty": "monthly-evidence/2024-02", "type": "reminded"}', '4a67295fc3e56e83b8e74d003ebe4b8cda3ad0b6f14fd0daa0d3aa04c2b40da6', '8b63f7f7a7c1d8783ef1219616a4840a34568c277909e657d8a5c6dc74f50c7b', '2026-11-28 11:57:39.851291+00'),
	('2024/BJ-0001/monthly-evidence', 6, 'act:act-1-BJ-0001', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1710900000000, "by": "chaoyang", "seq": 6, "duty": "monthly-check/2024-02", "late": false, "type": "monthly-check-returned", "with": {"month": "2024-02", "result": "return", "findings": ["电量单位有误"]}, "turns": "done"}', '15938417523fdeb490a38c814ed703bd9462a5b72ac0f6f76774848d063abe7c', 'c17af30783718c8c7044f8be976596edd3c7a401f70edb9b39cbadb696dc5f2a', '2026-11-28 11:57:39.898594+00'),
	('2024/BJ-0001/monthly-evidence', 7, 'act:act-1-BJ-0001', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1710900000000, "by": "chaoyang", "seq": 7, "duty": "monthly-evidence/2024-02", "type": "returned", "with": {"findings": ["电量单位有误"]}, "turns": "returned"}', '8c65487b00e4d8271505c23d451b240ddccdb155675d86aaebb971ec46d6b9b4', 'ac16e664afe3ede010f847457fe0386ea07b197806798a3b10b57415b064eea5', '2026-11-28 11:57:39.89863+00'),
	('2024/BJ-0003/monthly-evidence', 9, 'at:1713488400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1713488400000, "by": "platform", "seq": 9, "duty": "monthly-evidence/2024-03", "type": "reminded"}', '7b745c9e2558a52e7557f5bda66c3c1572c9f10ddd7b4416eae9e76ce101287e', '282641528fd24d82673a278cda6c437ece5504e47f20896e57d1518e6d5325e8', '2026-11-28 11:57:40.119988+00'),
	('2024/BJ-0001/monthly-evidence', 9, 'act:act-2-BJ-0001', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1711072800000, "by": "BJ-0001", "seq": 9, "duty": "monthly-evidence/2024-02", "type": "monthly-evidence-filed", "with": {"files": [], "fuels": [], "month": "2024-02", "electricityMWh": "10"}, "turns": "done"}', '9aa402a8e315e947f20d94d6476043ee3ac0383b33011ef2812268d23f1d978b', '3496040f8573630d5c87feca8b212028d28a1874652627f4f32a8fbb3750e1cc', '2026-11-28 11:57:40.134105+00'),
	('2024/BJ-0001/monthly-evidence', 10, 'act:act-2-BJ-0001', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1711072800000, "by": "platform", "seq": 10, "duty": "monthly-check/2024-02", "type": "check-window-opened", "with": {"from": "2024-03-22"}, "dueOn": "2024-04-01", "turns": "pending"}', 'b67d9e01d5f1a7269eadf495cb497ffa8eec91f55ef5d6529c9b2165645d1943', '914b053a9a34934ddc3b0adc5401e99d31eeb0e427320ad7e9cb47b71ca29b11', '2026-11-28 11:57:40.13414+00'),
	('2024/BJ-0003/monthly-evidence', 10, 'at:1713628800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1713628800000, "by": "platform", "seq": 10, "duty": "monthly-evidence/2024-03", "type": "overdue", "turns": "overdue"}', '87a8df84e9f2b41f180e965758be372ec6dbae3370b1b3dc2b41989c50e47edf', '971407a2d6f7829fd694352b35c11466f48760192dbda2127675e8d8e2e0832d', '2026-11-28 11:57:40.15728+00'),
	('2024/BJ-0002/monthly-evidence', 10, 'at:1713628800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1713628800000, "by": "platform", "seq": 10, "duty": "monthly-evidence/2024-03", "type": "overdue", "turns": "overdue"}', 'eccba1eab05a05f8df800a5122cf6542c1d44a625e73205ea27f40a1dd69a511', '7cca0105043e4bbf83977ad8564f1e48b58894f940f4167bd584456c3876e434', '2026-11-28 11:57:40.207606+00'),
	('2024/BJ-0002/monthly-evidence', 11, 'at:1715734800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1715734800000, "by": "platform", "seq": 11, "duty": "monthly-evidence/2024-04", "type": "reminded"}', 'fe0bea812cbd7fbd40617324bf2e0106a1ef509189d7ca95d1c645c4f06ee17f', 'e86ee8d3e141f3ae9d5db35d015cb5af320b4049b76b7e26057f12fe5a1b1000', '2026-11-28 11:57:40.256155+00'),
	('2024/BJ-0002/compliance-cycle', 7, 'at:1718326800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718326800000, "by": "platform", "seq": 7, "duty": "first-report", "type": "reminded"}', '6f97165f7eda378f00ad0311af9857d95df9164eaeca05c8750fb4d11b7b067b', 'f2c334ff8aa9ee92b21b27209ad3a47a91473d02759ca7024cb3436ae7600b6f', '2026-11-28 11:57:40.300911+00'),
	('2024/BJ-0002/compliance-cycle', 8, 'at:1718326800000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718326800000, "by": "platform", "seq": 8, "duty": "data-quality-plan", "type": "reminded"}', '3f26329db51ef90d7c423bb44952af2b5811db6e6ee7786cb94fd0916951e201', '5866d2958825efa8f5373cf71aed6efb71acd73cea98242f62e5525ef2686687', '2026-11-28 11:57:40.300948+00'),
	('2024/BJ-0001/monthly-evidence', 12, 'at:1713142800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1713142800000, "by": "platform", "seq": 12, "duty": "monthly-evidence/2024-03", "type": "reminded"}', '30358dd29e39327e40f170f5d9250b2153a060672b4bb8b2be1a2f4d9ea76a7a', 'ca6265e4a694855fd3a08ed9c1f62b7881763ccd457a38ddaea7391d79666318', '2026-11-28 11:57:40.321647+00'),
	('2024/BJ-0002/compliance-cycle', 11, 'at:1718467200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718467200000, "by": "platform", "seq": 11, "duty": "first-report", "type": "overdue", "turns": "overdue"}', '20c03ef345d228bd7067adb0c440cc62a5b131d6724b7693485b5227cd1d1a79', 'baa029121b34252edbc16157ce9ef0cb3b4d0c189814c96b2c46629651b32d2e', '2026-11-28 11:57:40.413924+00'),
	('2024/BJ-0002/compliance-cycle', 12, 'at:1718467200000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718467200000, "by": "platform", "seq": 12, "type": "referral-opened", "with": {"duty": "first-report", "proposal": {"upTo": "50000", "provisional": true}}}', '5670b1716bbb583d2486b890b8ca06fbb621e2c891bc6919cc092de3899a705b', '578e58320d06f1b553ea2b4ed5241175bc4a363c56745db57e61581ba41076e3', '2026-11-28 11:57:40.413947+00'),
	('2024/BJ-0002/compliance-cycle', 13, 'at:1718467200000', 3, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718467200000, "by": "platform", "seq": 13, "duty": "data-quality-plan", "type": "overdue", "turns": "overdue"}', 'f49faec3d11b81d4eebae053508c88a216f4c82861aec624eaac1f11bb79f003', 'd0d6119e2d2e8e217b7dc41445e9b91abfe65d44dc27e4a75cc356fede737549', '2026-11-28 11:57:40.413952+00'),
	('2024/BJ-0002/monthly-evidence', 15, 'at:1718758800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718758800000, "by": "platform", "seq": 15, "duty": "monthly-evidence/2024-05", "type": "reminded"}', '428676e128191ebf4ed8e6d4b09b6fe28ce9e486d204db4afef5d65fc851de2c', '0270ec9534a9ee7615da3b8919d6f6dd3f07d4a6c1048a828b629e6adb807989', '2026-11-28 11:57:40.609452+00'),
	('2024/BJ-0009/general-report', 4, 'act:act-11-BJ-0009', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1719799200000, "by": "BJ-0009", "seq": 4, "duty": "general-report", "late": false, "type": "general-report-filed", "with": {"sealed": true, "emissions": "2500"}, "turns": "done"}', '7786b25c4197cb398c05e90005325455f4a79dc9137a07531f42096baac23e5b', '0c6c8915bb115dc78753e338e7cfcfdbaadd43af09d4e56f0d8531b7e9e9c1c8', '2026-11-28 11:57:39.754715+00'),
	('2024/BJ-0001/monthly-evidence', 5, 'act:act-0-BJ-0001', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1710036000000, "by": "BJ-0001", "seq": 5, "duty": "monthly-evidence/2024-02", "late": false, "type": "monthly-evidence-filed", "with": {"files": [], "fuels": [], "month": "2024-02", "electricityMWh": "100"}, "turns": "done"}', '1b368a9e1a9bf77499606f0733ff835754084e7b4ef1cafd6671d80206994140', '2852866324e603ecf24e52208753f99192a890c299c793f2ef92ec378e60f405', '2026-11-28 11:57:39.794891+00'),
	('2024/BJ-0002/monthly-evidence', 5, 'at:1710464400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1710464400000, "by": "platform", "seq": 5, "duty": "monthly-evidence/2024-02", "type": "reminded"}', '9de5431a88f1b43a0f24c97c1bd69b02c91b44ea5b9be1a3ee4c7356fd7a3af7', '367e3c9ebed14d64b59f5ab42797503f3c62a08d01d647c999bdac6b17265ed5', '2026-11-28 11:57:39.819917+00'),
	('2024/BJ-0001/compliance-cycle', 5, 'act:act-4-BJ-0001', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1717984800000, "by": "BJ-0001", "seq": 5, "duty": "first-report", "late": false, "type": "first-report-filed", "with": {"sealed": true, "emissions": "98000"}, "turns": "done"}', '584f8a260ecd96dc2a1f65c7aaf978053cb2970c9da93e8cdaab64d5335b6237', '02264fdaea63ef4259b0dea0b83a44519778357c095b3adbc7aaa344d329fdf7', '2026-11-28 11:57:39.847204+00'),
	('2024/BJ-0003/monthly-evidence', 7, 'at:1710950400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1710950400000, "by": "platform", "seq": 7, "duty": "monthly-evidence/2024-02", "type": "overdue", "turns": "overdue"}', '1af83de516da1a6ead8fe7c1484d4de1735d97ba03379dcef7972fe382fafc7e', '92b1b4d1d946de7e202492204843a1689fdb07e41553dfce9e27f80195ee7f49', '2026-11-28 11:57:39.885665+00'),
	('2024/BJ-0002/monthly-evidence', 13, 'at:1716220800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1716220800000, "by": "platform", "seq": 13, "duty": "monthly-evidence/2024-04", "type": "overdue", "turns": "overdue"}', 'faca06458f7afb8fda2d4cd8e96c440293d06812877e78bc54ab56b5ab98422d', 'c48d9128b2a9584c2bc9236a0ed6fc5399798eed271dbd9e655cec3bdda26eb2', '2026-11-28 11:57:40.413573+00'),
	('2024/BJ-0002/compliance-cycle', 14, 'act:act-7-BJ-0002', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718848800000, "by": "BJ-0002", "seq": 14, "duty": "first-report", "late": true, "type": "first-report-filed", "with": {"sealed": true, "emissions": "4000"}, "turns": "done"}', '662335b80c061f2fc5647e73b426d83351af91b1abf49dbcc718e1b4b1ebc71b', 'dfa0d14e471f08222c346cd7d1747a14660141f923465ae80194ff5309fbbfce', '2026-11-28 11:57:40.464084+00'),
	('2024/BJ-0002/compliance-cycle', 15, 'act:act-7-BJ-0002', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718848800000, "by": "platform", "seq": 15, "type": "referral-closed", "with": {"duty": "first-report"}}', '17a2ed58c8cd50643c06a2db14ecc708586ca1aa8322a94e20b1abc32c6ed89e', 'ea436b8ebada7f31c241e9552634857224858d07ec5c408615130fae08116f69', '2026-11-28 11:57:40.464121+00'),
	('2024/BJ-0002/monthly-evidence', 14, 'at:1718413200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718413200000, "by": "platform", "seq": 14, "duty": "monthly-evidence/2024-05", "type": "reminded"}', '564c554946095a8ec18b5b2b5652715af583d039385f86cba7b0d2104e7b9164', '978ad17cd4aefd04f40a5e5ee240d4f32b52a5858f9a682f65a09d168a6e3c00', '2026-11-28 11:57:40.516393+00'),
	('2024/BJ-0003/monthly-evidence', 16, 'at:1718899200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718899200000, "by": "platform", "seq": 16, "duty": "monthly-evidence/2024-05", "type": "overdue", "turns": "overdue"}', '478b7d6dd0b8c26bf8f6faf145c18933b397947b21ad26b9d89ff5e349a14fc3', '68d24bc10b14e07bfb1259fd2913d6c6f6713dc42c85c0bc3d96240a7ba637ea', '2026-11-28 11:57:40.605279+00'),
	('2024/BJ-0002/compliance-cycle', 16, 'act:act-9-BJ-0002/compliance-cycle', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1719280800000, "by": "city/a", "seq": 16, "type": "revision-adopted", "with": {"basis": "通告", "before": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "digest": "sha256:a4b47fb18ba25f6709f26618d436144a4830bba66cf0a70d12a3d2d85e5e9458", "revision": 2, "deadlines": {"surrender": "2024-11-30", "offset-application": "2024-10-31"}, "approvedBy": "city/b"}}', '8860cb3cdb50a406252aa61a1a0143827d50451aa8e4c1797bb82c1025d83b8d', '3c92a5e4b2722a8ea27553d32964d53ab57e459f44c2a761bc61a41857cd64dd', '2026-11-28 11:57:40.671854+00'),
	('2024/BJ-0002/compliance-cycle', 17, 'act:act-9-BJ-0002/compliance-cycle', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1719280800000, "by": "platform", "seq": 17, "duty": "offset-application", "type": "date-moved", "with": {"from": "2024-10-15"}, "dueOn": "2024-10-31"}', '6c92b8e3707c2f34bebc96efcb396c48c701c237f88255e7c7a27e535ade3238', '39363ed2499a6827435b48d943f1483d78d511b62ba9ba5b1cfd5113b30388f9', '2026-11-28 11:57:40.671893+00'),
	('2024/BJ-0002/compliance-cycle', 18, 'act:act-9-BJ-0002/compliance-cycle', 3, DEFAULT, DEFAULT, DEFAULT, '{"at": 1719280800000, "by": "platform", "seq": 18, "duty": "surrender", "type": "date-moved", "with": {"from": "2024-11-15"}, "dueOn": "2024-11-30"}', '48c598c757b08a858bdb6dd3f381254833bc253d89d2aece8d2249fbcb5f8331', '27689b1a6ffa3d025504c2c40f453244c03fc07499d8e86a6214716d9f613284', '2026-11-28 11:57:40.671898+00'),
	('2024/BJ-0002/compliance-cycle', 19, 'act:act-9-BJ-0002/compliance-cycle', 4, DEFAULT, DEFAULT, DEFAULT, '{"at": 1719280800000, "by": "platform", "seq": 19, "duty": "collection", "type": "date-moved", "with": {"from": "2024-11-16"}, "dueOn": "2024-12-01"}', '83ec5148f369c9948e458fef505c75058521c3aa0f6827f945415e23149f3a9c', '69775be3e688ca80fecb30a213ad04fb4056d6c12ba5c5333f7a436bdd2294da', '2026-11-28 11:57:40.671902+00'),
	('2024/BJ-0003/monthly-evidence', 17, 'act:act-9-BJ-0003/monthly-evidence', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1719280800000, "by": "city/a", "seq": 17, "type": "revision-adopted", "with": {"basis": "通告", "before": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "digest": "sha256:a4b47fb18ba25f6709f26618d436144a4830bba66cf0a70d12a3d2d85e5e9458", "revision": 2, "deadlines": {"surrender": "2024-11-30", "offset-application": "2024-10-31"}, "approvedBy": "city/b"}}', '5869695715ae6e60cfd30302c19b9f1445995e3d5534b48d91649dd5bca57f43', '9028f2fb0db053a8342bbd7144cce70dbcbe0619e7db17eb442981a23bd0cafb', '2026-11-28 11:57:40.702235+00'),
	('2024/BJ-0001/monthly-evidence', 16, 'at:1716080400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1716080400000, "by": "platform", "seq": 16, "duty": "monthly-evidence/2024-04", "type": "reminded"}', '38633f96539070e768f3119d87211b05997d135f03f8331f0269735df9a96ae0', 'd5640c8b0b86ebe35f13438ff18d099b7628c0d4e258ca28e4c830570bf89766', '2026-11-28 11:57:40.737574+00'),
	('2024/BJ-0003/monthly-evidence', 33, 'act:act-25-BJ-0003/monthly-evidence', 8, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726797600000, "by": "platform", "seq": 33, "duty": "monthly-evidence/2024-12", "type": "no-longer-due", "turns": "not-required"}', '368873c964847b7bf3bf05356faa3a56ec41b399bcb5024de1c629166e1a32cc', '09b30e2db9f573a717f1fa0bac8adfe4c27e8495c394bbcdedd14a9ece1966ea', '2026-11-28 11:57:41.478511+00'),
	('2024/BJ-0002/monthly-evidence', 8, 'at:1713142800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1713142800000, "by": "platform", "seq": 8, "duty": "monthly-evidence/2024-03", "type": "reminded"}', '7e7cbb3b388572368c56b0c2f02ec7a03252a8b5b9c6ddb5970b5b288f01c3df', '7ba33254201ad8889da965c537641076ea2eda6c61feb7054a862979ce956162', '2026-11-28 11:57:40.114004+00'),
	('2024/BJ-0002/monthly-evidence', 9, 'at:1713488400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1713488400000, "by": "platform", "seq": 9, "duty": "monthly-evidence/2024-03", "type": "reminded"}', 'ad9cf86da39fee48b5f17005c31dd8ce0922600d86f65e216b3721165d83cb4e', '4df3f17e84b3e665bf7d5ca1a6e0d604eb23f4c120a7dde10f5304be69e25654', '2026-11-28 11:57:40.158237+00'),
	('2024/BJ-0001/monthly-evidence', 11, 'act:act-3-BJ-0001', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1711332000000, "by": "chaoyang/x", "seq": 11, "duty": "monthly-check/2024-02", "late": false, "type": "monthly-check-passed", "with": {"month": "2024-02", "result": "pass"}, "turns": "done"}', '4287c858d528af28944fe04dc589bb695d5e81180d6341996a22d515f4d609b2', '55109ab8857ad680983828d83aa120e275bf5582df6feb3b27531937eaa55a03', '2026-11-28 11:57:40.204974+00'),
	('2024/BJ-0003/monthly-evidence', 12, 'at:1716080400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1716080400000, "by": "platform", "seq": 12, "duty": "monthly-evidence/2024-04", "type": "reminded"}', '109990e6deeb857a3a883317348e472943024ff5ce9ba0010fed384f9bb78fb8', '29f027dacf8617789865f357ae26a8d5ed5463b04ae5de664da3f4e3d4f14415', '2026-11-28 11:57:40.256319+00'),
	('2024/BJ-0002/monthly-evidence', 12, 'at:1716080400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1716080400000, "by": "platform", "seq": 12, "duty": "monthly-evidence/2024-04", "type": "reminded"}', 'd08c5c4e0624de7f390f7927db4294dbb71dec4238b6ef0569ad088bbb5f4023', 'b333e131a55b671ad5c054afdb7b114486cede908885ffe93e64f9b784dbaf5a', '2026-11-28 11:57:40.322346+00'),
	('2024/BJ-0002/compliance-cycle', 9, 'at:1718413200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718413200000, "by": "platform", "seq": 9, "duty": "verified-report", "type": "reminded"}', 'd6129ab3420b57bcbb44aace0e0974f86eafb46e6d62e8624d339671ad848a6c', 'a8b09e2cce169739390461e5e9d730b42142571f77393562b0fa6a7acd80a060', '2026-11-28 11:57:40.367983+00'),
	('2024/BJ-0002/compliance-cycle', 10, 'at:1718413200000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718413200000, "by": "platform", "seq": 10, "duty": "adjustment-application", "type": "reminded"}', '331e89559ba4ac427fe38d83f7e3990c25565784439f48c24d4c875cf0bf696a', 'e478ff00ed9a15394c799c0d770053c9e075a012e21068e663339f996e191135', '2026-11-28 11:57:40.368018+00'),
	('2024/BJ-0001/monthly-evidence', 13, 'at:1713488400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1713488400000, "by": "platform", "seq": 13, "duty": "monthly-evidence/2024-03", "type": "reminded"}', '7aa0528f2dfbbe9efcec1eec4cad61c341a1624d76223813b9cf6658fde4936b', '7a5d5993b9840127bf2faa4b88519fc6ee25fe2554a279866c4b00ad4321b815', '2026-11-28 11:57:40.412363+00'),
	('2024/BJ-0001/monthly-evidence', 15, 'at:1715734800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1715734800000, "by": "platform", "seq": 15, "duty": "monthly-evidence/2024-04", "type": "reminded"}', '526390ebfb4ad09dc7870c6bd10fb7e7f13cba0eaeb5069c1cd35a7f5d0c590d', 'a0b431b5d7b33812c2e02cfdf0f3705bdc5c87fa7dc0373ca2817a31ebcdb69e', '2026-11-28 11:57:40.619288+00'),
	('2024/BJ-0002/monthly-evidence', 16, 'at:1718899200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718899200000, "by": "platform", "seq": 16, "duty": "monthly-evidence/2024-05", "type": "overdue", "turns": "overdue"}', '664f0b7e3c32dd084cd543012e071f4b12892a6db27d0d4f49a92475f37786e3', '5859e92b63247660992433c8b7f91a5b168c1b314614165eda365aca3d5ed2b4', '2026-11-28 11:57:40.734214+00'),
	('2024/BJ-0001/monthly-evidence', 17, 'at:1716220800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1716220800000, "by": "platform", "seq": 17, "duty": "monthly-evidence/2024-04", "type": "overdue", "turns": "overdue"}', 'f921920184ab3619e81437deb21be4f7416a925c1f8aed6a2bf3072f02efb2d1', 'c7f69d8a92040d91acc7ca921d5ad99acef01e125f3432d6ca77fe2daf586a57', '2026-11-28 11:57:40.81268+00'),
	('2024/BJ-0002/monthly-evidence', 18, 'at:1721005200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721005200000, "by": "platform", "seq": 18, "duty": "monthly-evidence/2024-06", "type": "reminded"}', '4e984f7f98a6908ea40d014da5e4087b010ccc5d5e28fcc0c87829bfb3e4bdf8', '955a61ccd0042a46162d08fbc912e183fb77b3582126c52ef9d58a652c65a2a4', '2026-11-28 11:57:40.866923+00'),
	('2024/BJ-0002/monthly-evidence', 19, 'at:1721350800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721350800000, "by": "platform", "seq": 19, "duty": "monthly-evidence/2024-06", "type": "reminded"}', '565a8427af1aad601fd0e99ce336eb49933a17b464186f017ef4c0b5b382b11e', 'afb7d5bd8466a291ee20df3e8f2fe9702bede97566f0b601196a644ee3b553de', '2026-11-28 11:57:40.923393+00'),
	('2024/BJ-0001/monthly-evidence', 20, 'at:1718899200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718899200000, "by": "platform", "seq": 20, "duty": "monthly-evidence/2024-05", "type": "overdue", "turns": "overdue"}', 'b763aaf84986467430f23327dee6e0c7d68adb006799c890ba77ae4987d4ea4f', '65aefcd0210b8c89ab36a692e702fc7c1d5b424286d186f5af5299834d717d3c', '2026-11-28 11:57:41.035943+00'),
	('2024/BJ-0002/monthly-evidence', 24, 'at:1726362000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726362000000, "by": "platform", "seq": 24, "duty": "monthly-evidence/2024-08", "type": "reminded"}', '2b68726be8e1df0e8fac6c6858c2f0ad75429d3ac58f12ab915aad59fd050c20', 'f9fddfaf87e9b637bdd54a8c828207e7fadf3e9e2f8099968d3e15ba33dff00f', '2026-11-28 11:57:41.422259+00'),
	('2024/BJ-0002/monthly-evidence', 25, 'at:1726707600000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726707600000, "by": "platform", "seq": 25, "duty": "monthly-evidence/2024-08", "type": "reminded"}', '31357b538fc120b3a721df59ed13445c94dd9e37d735ef71bba11aa350c5adff', 'ed11a230a71d16720d3ca56d4ec35850f5eb1e1671e6b029864c7844d5572cbc', '2026-11-28 11:57:41.482072+00'),
	('2024/BJ-0002/monthly-evidence', 26, 'at:1726848000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726848000000, "by": "platform", "seq": 26, "duty": "monthly-evidence/2024-08", "type": "overdue", "turns": "overdue"}', '9d9a71a646f11813dda381e709fbdc692350a2f0052c5ed766467a910f85f4f7', 'f9182c9b8130cf708daaaa1067313ea747d2cbb27509136fee5bb53a55db38aa', '2026-11-28 11:57:41.56689+00'),
	('2024/BJ-0001/monthly-evidence', 28, 'at:1726362000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726362000000, "by": "platform", "seq": 28, "duty": "monthly-evidence/2024-08", "type": "reminded"}', '570c9c8d9bedade331953a8f7344245461b048965a985e03bb64ef8aa74e54fc', 'e69dacf429035f41dcb9be4a4676b519bcfedd61eb6023ab6770356db004843f', '2026-11-28 11:57:41.714736+00'),
	('2024/BJ-0001/monthly-evidence', 29, 'at:1726707600000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726707600000, "by": "platform", "seq": 29, "duty": "monthly-evidence/2024-08", "type": "reminded"}', '296860adcc9c78306eb976376d141986246b2a4a158658ecdd10b4a984de63b1', '9642b7f088ab777bc2d5ed4c72abfbf9fea88afa60b44eb104db78a58f15d628', '2026-11-28 11:57:41.816362+00'),
	('2024/BJ-0001/compliance-cycle', 10, 'act:act-9-BJ-0001/compliance-cycle', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1719280800000, "by": "platform", "seq": 10, "duty": "offset-application", "type": "date-moved", "with": {"from": "2024-10-15"}, "dueOn": "2024-10-31"}', '4b34a416bc28b6818634144d1125d1cc488ce4dfc118ed13002508fb95c9d806', '2e6099570b07e1b161ffed8eaabcaee005960d90960d6c3c8604aae58b62db9e', '2026-11-28 11:57:40.589297+00'),
	('2024/BJ-0001/compliance-cycle', 11, 'act:act-9-BJ-0001/compliance-cycle', 3, DEFAULT, DEFAULT, DEFAULT, '{"at": 1719280800000, "by": "platform", "seq": 11, "duty": "surrender", "type": "date-moved", "with": {"from": "2024-11-15"}, "dueOn": "2024-11-30"}', 'd1405e74410e5a79037fd16fe0be02967a6aa6b242eb999585ab8adf4805a8b5', '4089fc53fea0eb38beb37bb5864509ceb07aa4b924aa9c910d4188d18ad3c34e', '2026-11-28 11:57:40.589347+00'),
	('2024/BJ-0001/compliance-cycle', 12, 'act:act-9-BJ-0001/compliance-cycle', 4, DEFAULT, DEFAULT, DEFAULT, '{"at": 1719280800000, "by": "platform", "seq": 12, "duty": "collection", "type": "date-moved", "with": {"from": "2024-11-16"}, "dueOn": "2024-12-01"}', '28855c30153de709ea56af2df7466db578f75f23d427595c0713f93fca062b18', 'a05444b8cc3e4be9f7a75792fbce24937adc939d3ea7bdaab38310ef0d0917b4', '2026-11-28 11:57:40.58935+00'),
	('2024/BJ-0003/compliance-cycle', 9, 'act:act-9-BJ-0003/compliance-cycle', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1719280800000, "by": "city/a", "seq": 9, "type": "revision-adopted", "with": {"basis": "通告", "before": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "digest": "sha256:a4b47fb18ba25f6709f26618d436144a4830bba66cf0a70d12a3d2d85e5e9458", "revision": 2, "deadlines": {"surrender": "2024-11-30", "offset-application": "2024-10-31"}, "approvedBy": "city/b"}}', '8efad5292c6dac89d37e20b2cb4216a5f95349c695ed091cb292544f6888a116', '123f68d97ec4173368d1323ccb4a54e3f218014e501d2999c862253cbc8e2b1e', '2026-11-28 11:57:41.146993+00'),
	('2024/BJ-0003/compliance-cycle', 10, 'act:act-9-BJ-0003/compliance-cycle', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1719280800000, "by": "platform", "seq": 10, "duty": "offset-application", "type": "date-moved", "with": {"from": "2024-10-15"}, "dueOn": "2024-10-31"}', 'b6dc1fbe531799a9b0f70b0d9d064bd1b677383784b13a2aaa821d44190bf95d', '4e2e02031a1378f915cca95955b1bcefe790f92a0d9c110f94515edd9040a7a2', '2026-11-28 11:57:41.14703+00'),
	('2024/BJ-0003/compliance-cycle', 11, 'act:act-9-BJ-0003/compliance-cycle', 3, DEFAULT, DEFAULT, DEFAULT, '{"at": 1719280800000, "by": "platform", "seq": 11, "duty": "surrender", "type": "date-moved", "with": {"from": "2024-11-15"}, "dueOn": "2024-11-30"}', 'a2264bb21dae8721d2abe3a785b86b29ae636d1461e15f6ee8485626a4dc4273', '1ebb579b20c3f29dc9192872c2c9d94057d7b70b8e33dbd0e626bf7c4d1ef871', '2026-11-28 11:57:41.147036+00'),
	('2024/BJ-0003/compliance-cycle', 12, 'act:act-9-BJ-0003/compliance-cycle', 4, DEFAULT, DEFAULT, DEFAULT, '{"at": 1719280800000, "by": "platform", "seq": 12, "duty": "collection", "type": "date-moved", "with": {"from": "2024-11-16"}, "dueOn": "2024-12-01"}', 'ad2b7062e7d2f304dd0aa1f4986b202db301a95222c5f64d421a554817fbb5fe', 'a1eaa23419b39ec8b69ce9a1e49b9ba62c06be170f46cd4054136d749f8f5be8', '2026-11-28 11:57:41.14704+00'),
	('2024/BJ-0002/monthly-evidence', 21, 'at:1723683600000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1723683600000, "by": "platform", "seq": 21, "duty": "monthly-evidence/2024-07", "type": "reminded"}', '556548e38076a376bcd831d8a28021480a0dfb9c056e673c7d59afdb0706cf77', 'eae306b48b8946c15780b1491cc5dac6a5cd11985adb5de8691c13dfb4c673e6', '2026-11-28 11:57:41.174706+00'),
	('2024/BJ-0002/monthly-evidence', 22, 'at:1724029200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1724029200000, "by": "platform", "seq": 22, "duty": "monthly-evidence/2024-07", "type": "reminded"}', '5ed45fca58e1fe769cd2c7133f7757364fdeff636adad53fb3cdd94377b2d30e', '8dc7d047ec2cdb10a27f721df2b95f30aee5a9f003b7214bc7bfa094e6e79772', '2026-11-28 11:57:41.236589+00'),
	('2024/BJ-0003/monthly-evidence', 23, 'at:1724169600000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1724169600000, "by": "platform", "seq": 23, "duty": "monthly-evidence/2024-07", "type": "overdue", "turns": "overdue"}', '4fd84dd711ef27d24f77ba949cf7beda386641a86aa2b69a08658e51827565d8', 'e618b8b5aee561b8e5da58a579493d6bfeed0f421fb7d09a59f5763a02057691', '2026-11-28 11:57:41.283295+00'),
	('2024/BJ-0001/monthly-evidence', 22, 'at:1721005200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721005200000, "by": "platform", "seq": 22, "duty": "monthly-evidence/2024-06", "type": "reminded"}', 'f57792fde6d41edc65e3e86d966393caa05b62229378caab0c6ec6ca39e177f6', '77072f0cc9204a3a5bd9cbee2bf7e18526242ef0872d2f1308df63406969ac16', '2026-11-28 11:57:41.290851+00'),
	('2024/BJ-0002/monthly-evidence', 23, 'at:1724169600000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1724169600000, "by": "platform", "seq": 23, "duty": "monthly-evidence/2024-07", "type": "overdue", "turns": "overdue"}', '4bdfd7426f5cbd8c08aa89f8079b49f0c7cb090a8dbd09ad9730325df8c81fd5', '78550987b15ddc1d9d5ef197c550881ee40bfb6ed84c53f7714f756ba00bf5cc', '2026-11-28 11:57:41.338476+00'),
	('2024/BJ-0001/monthly-evidence', 23, 'at:1721350800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721350800000, "by": "platform", "seq": 23, "duty": "monthly-evidence/2024-06", "type": "reminded"}', '4dff6f5f4cadcd02dac4d886f815eb3ecf25b67204b0f14fa9f6f980295c0305', 'f150db913e3805db7fa0f0c1b7c6fc32e4b93cba1b81aecb9140169ec05c2383', '2026-11-28 11:57:41.368232+00'),
	('2024/BJ-0003/monthly-evidence', 25, 'at:1726707600000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726707600000, "by": "platform", "seq": 25, "duty": "monthly-evidence/2024-08", "type": "reminded"}', '647fa8f8432e80e9f41320dd4c32696e419971d41fe315502ca73c6dcf28db50', '1e5a895bd37ab62a6c29b3fbfe369519846fce02ca30343f7960faa52b9c1cce', '2026-11-28 11:57:41.423295+00'),
	('2024/BJ-0001/compliance-cycle', 16, 'act:act-12-BJ-0001', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720749600000, "by": "BJ-0001", "seq": 16, "duty": "verified-report", "late": false, "type": "verified-report-filed", "with": {"sealed": true, "emissions": "98200", "verifierReport": {"sealed": true, "verifier": "V-01"}}, "turns": "done"}', '8a715290869f93ef4616ffbd05ff4e436523d45fc5ab7be0b5664e0e5385143a', '6aab7436dceb3cb9af4704a68d7ac8f23bcc0d7225d753f3b92a12758b4149ff', '2026-11-28 11:57:41.476379+00'),
	('2024/BJ-0001/monthly-evidence', 26, 'at:1724029200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1724029200000, "by": "platform", "seq": 26, "duty": "monthly-evidence/2024-07", "type": "reminded"}', 'e461b67759045028664500a19270959a43888367c226747ae467b73c6a1ced72', '6371e4467aca810f8c4aed30888487ed61835b98888ac896b7028b3315ff87d4', '2026-11-28 11:57:41.565375+00'),
	('2024/BJ-0003/compliance-cycle', 19, 'act:act-15-BJ-0003', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721008800000, "by": "city/a", "seq": 19, "duty": "pre-allocation", "late": false, "type": "pre-allocated", "with": {"basis": "预发方案", "quantity": "5600", "approvedBy": "city/b"}, "turns": "done"}', '759effc532dcd892886aea7bf4e5e8702cced9d67de8d32a3f053137b8426e1b', '290df20bba1ac045559cebaeb65db1dcefaf65bf1ca4f1f6f1a28149f56cfb24', '2026-11-28 11:57:41.87695+00'),
	('2024/BJ-0003/compliance-cycle', 20, 'act:act-15-BJ-0003', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721008800000, "by": "platform", "seq": 20, "type": "credited", "with": {"lots": [{"lot": "BJ-0003/L1", "product": "allowance", "quantity": "5600"}], "reason": "pre-allocation"}}', '9123c265fdb9ad29655b701a93e539b76d7a9baf8e0732d85fd133890f38fbde', 'e2875ab2ee9c5c5a1437b8c7da0ad5c42d114baaeca1b18f71808a18f9d48090', '2026-11-28 11:57:41.877079+00'),
	('2024/BJ-0003/compliance-cycle', 2, 'at:1715821200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1715821200000, "by": "platform", "seq": 2, "duty": "first-report", "type": "reminded"}', 'b71d5be9f85ea6416b311a6572e5b7867c3a6b82f1bb6c35ff4b5331e3f4e050', '2f0ef24ea82fe61b0227758b178eef759cebbc2039d7c511fb73a91611a40104', '2026-11-28 11:57:40.734481+00'),
	('2024/BJ-0003/monthly-evidence', 18, 'at:1721005200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721005200000, "by": "platform", "seq": 18, "duty": "monthly-evidence/2024-06", "type": "reminded"}', 'f03f12e88f66ffaef234486c8e468be3f30a2a000371f69a365221a0bc09623b', '14fd1c15eae324b17f42ee14149f026822eaf16a34e49131508964593bbca9e1', '2026-11-28 11:57:40.813275+00'),
	('2024/BJ-0003/monthly-evidence', 19, 'at:1721350800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721350800000, "by": "platform", "seq": 19, "duty": "monthly-evidence/2024-06", "type": "reminded"}', '68faf9cf57b0309faf46699eaeb4754247ca56c091af914141af7a9f1f7feca5', 'bf150e70f838c0ce21722597e0a7968ae53be5e5a6a8ba735ecdcea702c58380', '2026-11-28 11:57:40.866372+00'),
	('2024/BJ-0003/compliance-cycle', 5, 'at:1718413200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718413200000, "by": "platform", "seq": 5, "duty": "verified-report", "type": "reminded"}', 'a1f3064648dc21f2a14df5f899934ca4db54320b5f82a004bc531e971bd7b00c', 'b3f8a0267f97a6fccca8894c38633f9c78b66928bf56c1aa80fff2a39aaec0c3', '2026-11-28 11:57:40.922968+00'),
	('2024/BJ-0003/compliance-cycle', 6, 'at:1718413200000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718413200000, "by": "platform", "seq": 6, "duty": "adjustment-application", "type": "reminded"}', '87c4acde636443f2da052e5e3431bcd37687e436cbcd917aa75b0292995d0692', '338e0483fa134427de4f4db810ca57efcc00cdbf4967410add71b4fe50dcff18', '2026-11-28 11:57:40.922994+00'),
	('2024/BJ-0003/compliance-cycle', 7, 'at:1718467200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718467200000, "by": "platform", "seq": 7, "duty": "first-report", "type": "overdue", "turns": "overdue"}', 'fc571a60bd8aae30fc6dec83f77ca1d8fe1b81629a763d5b04e7dd09554f1678', 'c72e4e12e2062aabbade9766aeb21d3eaffdf9510503037d518ed8d3b1be49e6', '2026-11-28 11:57:41.036549+00'),
	('2024/BJ-0003/compliance-cycle', 8, 'at:1718467200000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718467200000, "by": "platform", "seq": 8, "type": "referral-opened", "with": {"duty": "first-report", "proposal": {"upTo": "50000", "provisional": true}}}', '3b2aad724b797b8fa80b4b7e3776c89266b41594fb0875c5fd4fc055b10ffd36', 'd458de9d4b383298cafec08a82df18356ac89b48dae50fdd50de2b4906709305', '2026-11-28 11:57:41.036575+00'),
	('2024/BJ-0001/monthly-evidence', 21, 'act:act-9-BJ-0001/monthly-evidence', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1719280800000, "by": "city/a", "seq": 21, "type": "revision-adopted", "with": {"basis": "通告", "before": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "digest": "sha256:a4b47fb18ba25f6709f26618d436144a4830bba66cf0a70d12a3d2d85e5e9458", "revision": 2, "deadlines": {"surrender": "2024-11-30", "offset-application": "2024-10-31"}, "approvedBy": "city/b"}}', 'a05b20eab474655bbea215a915a893f9b3327bc920422c33717a1049f192aa7f', '58bcd8fed5d7e54ccabb7efd9f0fb6803ac422cb083ba871dbdb99c87d73f6b7', '2026-11-28 11:57:41.145888+00'),
	('2024/BJ-0001/compliance-cycle', 13, 'at:1720400400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720400400000, "by": "platform", "seq": 13, "duty": "verified-report", "type": "reminded"}', '739de2a0e94297316807943d53485212162fff5cd686350dcbeaf8d96d81de42', '947a71a1a427c943cafd69ad9865c672c17be955ae6dbfa8039d06e356cf30e7', '2026-11-28 11:57:41.339096+00'),
	('2024/BJ-0001/compliance-cycle', 14, 'at:1720400400000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720400400000, "by": "platform", "seq": 14, "duty": "adjustment-application", "type": "reminded"}', '2bd9db6cde2d01c87184d970f61972fbe36fb536aa88eedeb1a155b1ec0b739f', '01b32885abbc8858113d377b5fda0ca61ac0e9ac9110c063d9bd9095f1109ce5', '2026-11-28 11:57:41.339243+00'),
	('2024/BJ-0003/monthly-evidence', 24, 'at:1726362000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726362000000, "by": "platform", "seq": 24, "duty": "monthly-evidence/2024-08", "type": "reminded"}', '5117287bd5d61d5354f76127f27e58df16902e025800a72a70db81ba88dd74b8', 'c36f9a2d34bfd1c8b89ba9dedc58db8b46fc8bb800f6ad3ebfcf4438b6616bce', '2026-11-28 11:57:41.367676+00'),
	('2024/BJ-0001/monthly-evidence', 24, 'at:1721491200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721491200000, "by": "platform", "seq": 24, "duty": "monthly-evidence/2024-06", "type": "overdue", "turns": "overdue"}', '05e03375d9cc07d0222b9b5bc48253029c0e69747fd7a78c924ca27d40fa196f', '9939144188945468987a7e578033581cf213837ca423c70bc1cc181c1cbaf543', '2026-11-28 11:57:41.42289+00'),
	('2024/BJ-0003/monthly-evidence', 26, 'act:act-25-BJ-0003/monthly-evidence', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726797600000, "by": "city/a", "seq": 26, "type": "unit-left", "with": {"to": "national-market", "basis": "转入全国市场", "approvedBy": "city/b"}}', 'f50e5429469613c1c4b2db12460b4b4e36700eeada8bf08ad1c831aafb21647c', 'a43d50bef643020813edfa620030dc91c1015d58e7dac1deb5cc379495ff7f2d', '2026-11-28 11:57:41.478369+00'),
	('2024/BJ-0003/monthly-evidence', 27, 'act:act-25-BJ-0003/monthly-evidence', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726797600000, "by": "platform", "seq": 27, "duty": "monthly-evidence/2024-09", "type": "no-longer-due", "turns": "not-required"}', '104486e591ca8e30f774d15d21220f099727d3ce82d39ce72642cfda111414f3', 'f9eed48e112d03d09478812438064c657ad5d74305d299039798fa70eccaf666', '2026-11-28 11:57:41.478405+00'),
	('2024/BJ-0003/monthly-evidence', 28, 'act:act-25-BJ-0003/monthly-evidence', 3, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726797600000, "by": "platform", "seq": 28, "duty": "monthly-check/2024-09", "type": "no-longer-due", "turns": "not-required"}', 'c32096c734ddb55d1765c5f1f8809450e02e3ef6aed172985af68cb72a3348cd', '80a405ee39b18a576f73ff59ddddb8a144d04c3b43e2ccf2bd5f541a9b6764d1', '2026-11-28 11:57:41.478411+00'),
	('2024/BJ-0003/monthly-evidence', 29, 'act:act-25-BJ-0003/monthly-evidence', 4, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726797600000, "by": "platform", "seq": 29, "duty": "monthly-evidence/2024-10", "type": "no-longer-due", "turns": "not-required"}', '88550c6e4b3543a46b7c72adaa21d5ade8381279c63c5d6be0e855dd0d04f7a8', '647f69416b3ff73b57e7baa29325824b4f424c75ea4ef892922bc3d941a747e7', '2026-11-28 11:57:41.478415+00'),
	('2024/BJ-0003/monthly-evidence', 30, 'act:act-25-BJ-0003/monthly-evidence', 5, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726797600000, "by": "platform", "seq": 30, "duty": "monthly-check/2024-10", "type": "no-longer-due", "turns": "not-required"}', 'b8ecd6a685bb5a4620c40ab2c664a2d7f3a3b51d0c20bc6436fcbf96bd1f9b6b', 'c977265f91cf7b0479181583cb25263c096f81920c4b8690f9291196dd0a6366', '2026-11-28 11:57:41.478418+00'),
	('2024/BJ-0003/monthly-evidence', 31, 'act:act-25-BJ-0003/monthly-evidence', 6, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726797600000, "by": "platform", "seq": 31, "duty": "monthly-evidence/2024-11", "type": "no-longer-due", "turns": "not-required"}', 'a878be6a4557b37b493291bc41652f8a7ba04d63ce4e8528d6a490b874a393a3', '5bbdd515e83abe29cf03327bbde9a1f635d082503e38ab4f85af563cf448af76', '2026-11-28 11:57:41.478421+00'),
	('2024/BJ-0003/monthly-evidence', 32, 'act:act-25-BJ-0003/monthly-evidence', 7, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726797600000, "by": "platform", "seq": 32, "duty": "monthly-check/2024-11", "type": "no-longer-due", "turns": "not-required"}', '919ba20d6cfe3f562ddb870f43abc95ffe4624e57d9e1aaadbcccc8bd892dea7', '050effc7d4b5ab57d9f48091bf86e977592d14e602f1450a717bcf7230f6f04e', '2026-11-28 11:57:41.478424+00'),
	('2024/BJ-0002/monthly-evidence', 17, 'act:act-9-BJ-0002/monthly-evidence', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1719280800000, "by": "city/a", "seq": 17, "type": "revision-adopted", "with": {"basis": "通告", "before": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "digest": "sha256:a4b47fb18ba25f6709f26618d436144a4830bba66cf0a70d12a3d2d85e5e9458", "revision": 2, "deadlines": {"surrender": "2024-11-30", "offset-application": "2024-10-31"}, "approvedBy": "city/b"}}', '231b8df033e32e16508ef4988ba09282b1c278d08eec2845471acea34a993337', '5587bffd1461d471650acdb5c64e88d0124ec1ae90007b8baa093bbfa8767686', '2026-11-28 11:57:40.78543+00'),
	('2024/BJ-0003/compliance-cycle', 3, 'at:1717808400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1717808400000, "by": "platform", "seq": 3, "duty": "first-report", "type": "reminded"}', '12f68eda3b19d1fa66607e6c54cb7d8273103613d3c829aa77dd393a078211a6', '7ac21c5fe3a2aec8e5d5083366aed69602c97b03b62f35d6c6ca62ee90db7ebb', '2026-11-28 11:57:40.811425+00'),
	('2024/BJ-0001/monthly-evidence', 18, 'at:1718413200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718413200000, "by": "platform", "seq": 18, "duty": "monthly-evidence/2024-05", "type": "reminded"}', 'd599c1ae17b3521f832d230440c8c8fd864356655836b24e3af7fe55f584d8e9', '6aed0810e82e21dde1caf74d53748e07e81a05b11a9b38a622cee0722ecff9c4', '2026-11-28 11:57:40.867696+00'),
	('2024/BJ-0001/monthly-evidence', 19, 'at:1718758800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718758800000, "by": "platform", "seq": 19, "duty": "monthly-evidence/2024-05", "type": "reminded"}', '89c1d651c004ecdddd1590c2f4a005d3d4d96e813b692d6ba94a2b8123617b08', 'b9792e69a9e75c65b024d5299ab8fe361bf55a0ca8d9825dec6caf2d6890bf9c', '2026-11-28 11:57:40.925939+00'),
	('2024/BJ-0003/monthly-evidence', 21, 'at:1723683600000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1723683600000, "by": "platform", "seq": 21, "duty": "monthly-evidence/2024-07", "type": "reminded"}', 'f2e16a6bf3d796de02ebb01e23f6026fb93e85e2fb0f1df7b1817bfc2bd96345', 'd4cecdc8dc3ffc49204190ef4e3858b997df6ee27579fc237c27e8e25f9ef1e5', '2026-11-28 11:57:41.019413+00'),
	('2024/BJ-0003/monthly-evidence', 34, 'act:act-25-BJ-0003/monthly-evidence', 9, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726797600000, "by": "platform", "seq": 34, "duty": "monthly-check/2024-12", "type": "no-longer-due", "turns": "not-required"}', '62a263c0673759f0b9be6ea18e9fa7f531612e4b3482100918d0f45d7fee2e42', '7a27b0ec25dae558d6392e534350bfb803b65a34435dce6133ebbe6404e95d77', '2026-11-28 11:57:41.478517+00'),
	('2024/BJ-0003/monthly-evidence', 35, 'at:1726848000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726848000000, "by": "platform", "seq": 35, "duty": "monthly-evidence/2024-08", "type": "overdue", "turns": "overdue"}', 'ace594a57f1dfbbbd95ea33c2b3a1b7ea0c063989a9ce813329f95056f0cc812', 'e1c0f73886cdb51e8db351ca832458f25e902a5a14021353304a9afb5da15905', '2026-11-28 11:57:41.566448+00'),
	('2024/BJ-0001/monthly-evidence', 27, 'at:1724169600000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1724169600000, "by": "platform", "seq": 27, "duty": "monthly-evidence/2024-07", "type": "overdue", "turns": "overdue"}', '18567cf4375d859886275f44b3000ec11f57d5e709205cffc0e99f408e055bdc', '435a0aa59485525e7f54a5b59dd71292aaf8f58e255c7ea3424e4e47205178f9', '2026-11-28 11:57:41.663834+00'),
	('2024/BJ-0003/compliance-cycle', 13, 'at:1720400400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720400400000, "by": "platform", "seq": 13, "duty": "verified-report", "type": "reminded"}', 'f115f1db317959a47260956a117cf99519736a69a289a945ce972a5ac3ac3370', '8a3d43803ded89d3a758bf150c8bf77d43cac08711c983dabb9926ec13ca5d96', '2026-11-28 11:57:41.715379+00'),
	('2024/BJ-0003/compliance-cycle', 14, 'at:1720400400000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720400400000, "by": "platform", "seq": 14, "duty": "adjustment-application", "type": "reminded"}', '6203c5193f5ab14c2b21e509e0976935fe827743216db4c0104accb8cf048df8', '414ba17cc88c7f1c40006d68647982d4e7c33592d5b7b23e7e496d8241c9580d', '2026-11-28 11:57:41.715407+00'),
	('2024/BJ-0002/monthly-evidence', 28, 'at:1729299600000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1729299600000, "by": "platform", "seq": 28, "duty": "monthly-evidence/2024-09", "type": "reminded"}', '2fc31187b4f71c26e73d40813119fa813251f10cca1b892461292a68392e1b11', '772880d113f9f02f34881971992b9c7aea427150cde8567ba9e6d617cf5790b5', '2026-11-28 11:57:41.817417+00'),
	('2024/BJ-0001/monthly-evidence', 30, 'at:1726848000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726848000000, "by": "platform", "seq": 30, "duty": "monthly-evidence/2024-08", "type": "overdue", "turns": "overdue"}', 'd78f5445ff9b54027b060e18df91a607f9922e2d7b64c5f859cdd6f1b1905e95', '3be50161be8d07e3e4784004bb184f82f7e6f62a69e8cae09b99bf2f0f44b339', '2026-11-28 11:57:41.855889+00'),
	('2024/BJ-0001/compliance-cycle', 21, 'at:1721059200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721059200000, "by": "platform", "seq": 21, "duty": "adjustment-application", "type": "right-lapsed", "turns": "not-required"}', 'a59b7ca0f3f60f8e66d73f76c1e557dbb7226af37ee77d6d992200381133c250', 'f46c6087968f6c1d535ccf241e93192aea9fc355c1746321ea7f9aa8d9347e1d', '2026-11-28 11:57:41.971508+00'),
	('2024/BJ-0001/compliance-cycle', 24, 'act:act-20-BJ-0001/compliance-cycle', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1724119200000, "by": "city/a", "seq": 24, "type": "verifier-struck-off", "with": {"basis": "弄虚作假", "verifier": "V-07", "approvedBy": "city/b"}}', '8aa97a98062c3da918e63bd8979aa53323ac8b0d151d0ca9fb9a078a88cc59a7', '4ff438ef7068b6a063e27a5f27d1b46140d5cadeeeb6152be588defeadcde200', '2026-11-28 11:57:42.397683+00'),
	('2024/BJ-0002/compliance-cycle', 28, 'act:act-20-BJ-0002/compliance-cycle', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1724119200000, "by": "city/a", "seq": 28, "type": "verifier-struck-off", "with": {"basis": "弄虚作假", "verifier": "V-07", "approvedBy": "city/b"}}', '8e6d96d22fc7560b15c161f0a1f77a5bed1eb61bc04820036fd9e509c6405835', '1ca169c0eefe87fb105868e8f4bbe163d120cbfddcb643ca46a290b604bcd6e5', '2026-11-28 11:57:42.42437+00'),
	('2024/BJ-0003/compliance-cycle', 25, 'act:act-20-BJ-0003/compliance-cycle', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1724119200000, "by": "city/a", "seq": 25, "type": "verifier-struck-off", "with": {"basis": "弄虚作假", "verifier": "V-07", "approvedBy": "city/b"}}', '400e86c1ff8aad64aae5ecd10a8878b109bded4822e97e9c1818683114503de7', '64c15c3daab1fa4b1477253b703b58e3e846466963935054fd31a59981568e90', '2026-11-28 11:57:42.449743+00'),
	('2024/BJ-0001/compliance-cycle', 25, 'act:act-21-BJ-0001', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1725933600000, "by": "city/a", "seq": 25, "duty": "confirmation", "late": false, "type": "emissions-confirmed", "with": {"basis": "核查报告", "emissions": "98200", "approvedBy": "city/b", "obligation": "98200"}, "turns": "done"}', '4a1a79e08b0957398d694c7f228731f2eea05ed2f9b21bfb180679c34a2dc8e1', '065c3a04c21bd7924b5ef40ca46fab0c50d8941c11fd91923038b6e8adb84b2e', '2026-11-28 11:57:42.492497+00'),
	('2024/BJ-0001/compliance-cycle', 26, 'act:act-21-BJ-0001', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1725933600000, "by": "platform", "seq": 26, "duty": "surrender", "type": "surrender-due", "dueOn": "2024-11-30", "turns": "pending"}', '73514be0c0600e06276ff618cb333e18e082ba27dba4bb6eee6c722099eb625a', '48dcc47025c5ad8564d9a4f238dc86bd25665331f60498807f3697d21312ccb7', '2026-11-28 11:57:42.492537+00'),
	('2024/BJ-0002/compliance-cycle', 29, 'act:act-22-BJ-0002', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726020000000, "by": "city/a", "seq": 29, "duty": "confirmation", "late": false, "type": "emissions-confirmed", "with": {"basis": "核查报告", "emissions": "4000", "approvedBy": "city/b", "obligation": "4000"}, "turns": "done"}', '4da6ed19a784d866d27c1fef60f6f48eeea5e01ab01b488bfe46028812c17f7f', '33ad5fab0258d4d24930435fe751a4792470bf6b9f32ec433f6fccb161a55d02', '2026-11-28 11:57:42.52676+00'),
	('2024/BJ-0002/compliance-cycle', 30, 'act:act-22-BJ-0002', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726020000000, "by": "platform", "seq": 30, "duty": "verified-report", "type": "overtaken", "turns": "missing"}', 'b5d0d7cc41e9fde7638cfc5a1e0040f6e560b927eb2b358df6b7fff0a427d0f8', 'd7191b1b53077ca6f730c6acc35d6ee103dd709d6657db09a56bfe479b9fdd23', '2026-11-28 11:57:42.526799+00'),
	('2024/BJ-0002/compliance-cycle', 31, 'act:act-22-BJ-0002', 3, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726020000000, "by": "platform", "seq": 31, "duty": "first-check", "type": "overtaken", "turns": "not-required"}', 'e3e7529b3f61118271ac0f3319cc464c61fd938fce9aff356c2243adbc587df0', '27788b1dde55cbf3098d3b3c0321801829aff38aeb950443b58fce3fd9e085a5', '2026-11-28 11:57:42.526804+00'),
	('2024/BJ-0002/compliance-cycle', 32, 'act:act-22-BJ-0002', 4, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726020000000, "by": "platform", "seq": 32, "duty": "surrender", "type": "surrender-due", "dueOn": "2024-11-30", "turns": "pending"}', '45c875c4cb72872efa84de7992f4334093f88a502cbdf98afef0c885ac93d39e', '5bb0a43b2d2aa460c7a2215318d2abdf6d85ad121c64c131f92519095546dbe5', '2026-11-28 11:57:42.526808+00'),
	('2024/BJ-0001/compliance-cycle', 27, 'at:1726102800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726102800000, "by": "platform", "seq": 27, "duty": "final-allocation", "type": "reminded"}', '877b07b05572c8900cc158008ee2597e355a29a07491b16d8ea758bb927241df', '7d3e000f4178cca6599ad05936821d866f25c72fb775067910fa51af5e81a37f', '2026-11-28 11:57:42.572659+00'),
	('2024/BJ-0001/compliance-cycle', 28, 'act:act-23-BJ-0001', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726106400000, "by": "city/a", "seq": 28, "duty": "final-allocation", "late": false, "type": "allocated", "with": {"basis": "核定意见", "quantity": "97000", "approvedBy": "city/b"}, "turns": "done"}', '3406db741c55a242e14567736bdb4cc4e0c0f99a32bad8e2a2e86f3a451187c0', '0b62b14d5a39876163b71e9bda845b99409b60d18802fa8231cbf4d3eb4397ea', '2026-11-28 11:57:42.59443+00'),
	('2024/BJ-0001/monthly-evidence', 31, 'at:1728954000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1728954000000, "by": "platform", "seq": 31, "duty": "monthly-evidence/2024-09", "type": "reminded"}', 'b4236d7b82b27a4b225266784d60b3b939b16a63f8622ac861684e54141b3f7e', '919a4a2688d93678c84471efabde7d8e07ff759480472acc413c5caa3e8e663f', '2026-11-28 11:57:41.911528+00'),
	('2024/BJ-0001/monthly-evidence', 32, 'at:1729299600000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1729299600000, "by": "platform", "seq": 32, "duty": "monthly-evidence/2024-09", "type": "reminded"}', 'f7487a1cf7a0deccfaf17eaa06f33f715fd653d6fbe00cfd2ca024e2aa8d00c3', 'e81a0b3363e1edc76c9cdc185e973ca75b2dd4e17b23cfb17278413ca1ba7132', '2026-11-28 11:57:41.972013+00'),
	('2024/BJ-0001/compliance-cycle', 22, 'act:act-16-BJ-0001', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721440800000, "by": "chaoyang", "seq": 22, "duty": "first-check", "late": false, "type": "first-check-passed", "with": {"result": "pass"}, "turns": "done"}', '433fff23d4dcc2550ac193941f8a7783e6c4ea86e738fb08101566538c54a778', 'bc8ef38b8fdabc28ac2180f8898a424180a43a11f544e354d9b24864106e9442', '2026-11-28 11:57:42.001781+00'),
	('2024/BJ-0002/compliance-cycle', 20, 'at:1720400400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720400400000, "by": "platform", "seq": 20, "duty": "verified-report", "type": "reminded"}', '6e72fd817839f93602a16002d91b958d72b2b37f1419c747c42a5bf9f16ad9de', '85c57f9a2d2d4124d187cf7faae2c6ee113d47fa23e43192090141ca72d9d832', '2026-11-28 11:57:42.062155+00'),
	('2024/BJ-0002/compliance-cycle', 21, 'at:1720400400000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720400400000, "by": "platform", "seq": 21, "duty": "adjustment-application", "type": "reminded"}', '0a3a5d4824c5b678eb75115a94e01f44b713403d719caba5d6125d6fab33fc79', '94decd7d206ad0582948c846cffac4971e0c81379909de26a30aebf2b5bd6d33', '2026-11-28 11:57:42.062196+00'),
	('2024/BJ-0002/compliance-cycle', 22, 'at:1720918800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720918800000, "by": "platform", "seq": 22, "duty": "verified-report", "type": "reminded"}', '7921a44de700e0aaa153d02796d39c2a4406a991e77e9d45015e442044b34dab', 'e2c405216e308acfded6968fb89f036a7dd1f496e24e6f7c35cb02429637e329', '2026-11-28 11:57:42.105607+00'),
	('2024/BJ-0002/compliance-cycle', 23, 'at:1720918800000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720918800000, "by": "platform", "seq": 23, "duty": "adjustment-application", "type": "reminded"}', 'b354959593a3b7819b5cfb80e567c28c68080a016dee6f4877dadeb5a81ab71f', '4dd7073ebdd3a1dff5841e2c690c25381bf9031a702a3de260bbc83fa4a9006a', '2026-11-28 11:57:42.105648+00'),
	('2024/BJ-0002/compliance-cycle', 24, 'at:1721059200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721059200000, "by": "platform", "seq": 24, "duty": "verified-report", "type": "overdue", "turns": "overdue"}', '2bf283a55609d5e7f4697dddf61607670b64db37ed18f5f74e00ee71e8776a6f', '6d48e307a4f07fa1a3ab76bea28c54edddbc529524ae9406406a7efde99c9a50', '2026-11-28 11:57:42.154833+00'),
	('2024/BJ-0002/compliance-cycle', 25, 'at:1721059200000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721059200000, "by": "platform", "seq": 25, "type": "referral-opened", "with": {"duty": "verified-report", "proposal": {"upTo": "50000", "provisional": true}}}', '2645a19fb31d7ac04049a3873fdc0307ef709d69420661d286cce86727c37cf8', '8ccad904bf3605d50872a826c6b678e47218620d0af929637c8a036f2631eb51', '2026-11-28 11:57:42.154873+00'),
	('2024/BJ-0002/compliance-cycle', 26, 'at:1721059200000', 3, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721059200000, "by": "platform", "seq": 26, "duty": "adjustment-application", "type": "right-lapsed", "turns": "not-required"}', '9a86bf813c22692504fd8e0be301a3a464506ce714c1c4e7f6dab12fd9d545e5', '024152bfde87079fa933f76e26bb822ce4e3df87fbc088d30410d1872cc32c47', '2026-11-28 11:57:42.154879+00'),
	('2024/BJ-0002/compliance-cycle', 27, 'act:act-17-BJ-0001', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1722477600000, "by": "exchange", "seq": 27, "type": "allowances-bought", "with": {"from": "BJ-0001", "lots": [{"lot": "BJ-0002/L2", "from": "BJ-0001/L3", "quantity": "1000"}], "price": "98.50", "quantity": "1000"}}', '369773472b17ed63adf99abfe7888851ac4c72a9bf162f49ed85e3bb741f879d', '287b85971058fec62854460a8bc1a8eba6a10a3d81cc6b2f4d34f14b0efcc2d2', '2026-11-28 11:57:42.22408+00'),
	('2024/BJ-0001/compliance-cycle', 23, 'act:act-17-BJ-0001', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1722477600000, "by": "exchange", "seq": 23, "type": "allowances-sold", "with": {"to": "BJ-0002", "moves": [{"lot": "BJ-0001/L3", "quantity": "1000"}], "price": "98.50", "quantity": "1000"}}', '11d944212fff459b242c4c037f5f62939448a727404fe75e2ae1f593e54a2bd2', '316b62b81acd5c4497cd4ef26ebecc38bd6196694bc6e8dcfdb99b0d67f4ef4a', '2026-11-28 11:57:42.224229+00'),
	('2024/BJ-0003/compliance-cycle', 21, 'at:1721059200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721059200000, "by": "platform", "seq": 21, "duty": "verified-report", "type": "overdue", "turns": "overdue"}', '7e79ab97cbad75d13b5e988c6ca0c078fb49c1d8d6aefa665f4545b1ccfce3a0', '530a2c88488a3b045930e4e4dc11712e2245463be31edec16c4c88b22c9b6263', '2026-11-28 11:57:42.265157+00'),
	('2024/BJ-0003/compliance-cycle', 22, 'at:1721059200000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721059200000, "by": "platform", "seq": 22, "type": "referral-opened", "with": {"duty": "verified-report", "proposal": {"upTo": "50000", "provisional": true}}}', '67c5532f79ac4f6882edef9a34dc7520772f6aad73177a481498218c8aef7cdc', '0689a3fc8f6f5df6ca7b633353a6008ea69678c83b268ef4361e4b7244621221', '2026-11-28 11:57:42.265198+00'),
	('2024/BJ-0003/compliance-cycle', 23, 'at:1721059200000', 3, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721059200000, "by": "platform", "seq": 23, "duty": "adjustment-application", "type": "right-lapsed", "turns": "not-required"}', '71a54cef52fb425da6bef3daddce7bd63925c62ea8df42c8cec4f667ebbc2864', '3f0b96f6fd2e95d164d319c3206ff189b73df0b03b30bb73ebb63e3e9aed16fe', '2026-11-28 11:57:42.265291+00'),
	('2024/BJ-0003/compliance-cycle', 24, 'act:act-19-BJ-0003', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1722823200000, "by": "city/a", "seq": 24, "type": "account-frozen", "with": {"basis": "司法协助", "approvedBy": "city/b"}}', 'e8d5865660e3d780f21060e9be5c8ddf9880cbbb4072772236dc8ec7250ebba8', '831c8c38b5c8ed26fddeb2aff2517f29e8d2fee983b06e317de6b6a4a927f747', '2026-11-28 11:57:42.350652+00'),
	('2024/BJ-0001/compliance-cycle', 32, 'act:act-30-BJ-0001', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1728957600000, "by": "BJ-0001", "seq": 32, "type": "cancelled", "with": {"moves": [{"lot": "BJ-0001/L3", "quantity": "10"}], "reason": "自愿注销"}}', 'f51407869f1b78111ab8b5c69f0fce353ff343162651fc25fd9b4a0133266057', '8db9df7794afc102d01667da5277b9ac5648dc1c6905f9c90a3ed0e758888ce5', '2026-11-28 11:57:42.959609+00'),
	('2024/BJ-0001/compliance-cycle', 29, 'act:act-23-BJ-0001', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726106400000, "by": "platform", "seq": 29, "type": "credited", "with": {"lots": [{"lot": "BJ-0001/L4", "product": "allowance", "quantity": "27000"}], "reason": "final-allocation"}}', '4cfa28f9ffc8c33227e83bea261d23ad9aa16f152f4729297bcfa755057f4179', '70ed8552d90641fa752ae6ab0e2f4947ef018af48a1ed5d3b955620c0ac9203e', '2026-11-28 11:57:42.594476+00'),
	('2024/BJ-0002/compliance-cycle', 33, 'at:1726102800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726102800000, "by": "platform", "seq": 33, "duty": "final-allocation", "type": "reminded"}', '97079eeb84fb5247f64dad69e35ee31c70fa412d6998fedfcc061af3e0136307', '54817b8d9d56c863e88881318ec0061607f4b553100af9ce796d70296f9f6460', '2026-11-28 11:57:42.623829+00'),
	('2024/BJ-0002/compliance-cycle', 34, 'act:act-24-BJ-0002', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726192800000, "by": "city/a", "seq": 34, "duty": "final-allocation", "late": false, "type": "allocated", "with": {"basis": "核定意见", "quantity": "3900", "approvedBy": "city/b"}, "turns": "done"}', 'b2b4c966380454d333085cf00fe5c462d7626225b65bb98c11fa02705db4f321', 'faf63f13e80834259efbd22eb3b3f0b5d209c6ba8691977b7f55805d35215483', '2026-11-28 11:57:42.64226+00'),
	('2024/BJ-0002/compliance-cycle', 35, 'act:act-24-BJ-0002', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726192800000, "by": "platform", "seq": 35, "type": "credited", "with": {"lots": [{"lot": "BJ-0002/L3", "product": "allowance", "quantity": "3900"}], "reason": "final-allocation"}}', '9abc24854548a9eea198788ffc1353e8f2e981727c5b9d6d163ae02a01cc222d', '3e14bc0e0a48783818cf2c44119e75d3d61df10b8d7aea3d1b06beceadd2ae8d', '2026-11-28 11:57:42.642363+00'),
	('2024/BJ-0003/compliance-cycle', 26, 'at:1726102800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726102800000, "by": "platform", "seq": 26, "duty": "confirmation", "type": "reminded"}', 'aff2bb6551e1c9d72717aaf4ba6def9e03ea0191151d2e901dadd26e0a3325e3', '2bfb6da8f569898072a9d2607520720941b44c69f3f214806c61d5b0ddbad227', '2026-11-28 11:57:42.669758+00'),
	('2024/BJ-0003/compliance-cycle', 27, 'at:1726102800000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726102800000, "by": "platform", "seq": 27, "duty": "final-allocation", "type": "reminded"}', '5eebfd31291834763c8681252bab15a2947f584eb055958f2ea862470c5db3b1', 'd12eb7e2d6165654ef46c69a665a1e23ce0feeaea3ce53aa072a1664a6fea9bb', '2026-11-28 11:57:42.6698+00'),
	('2024/BJ-0003/compliance-cycle', 28, 'at:1726275600000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726275600000, "by": "platform", "seq": 28, "duty": "confirmation", "type": "reminded"}', '1db319f357a94dc1acb10389a493b651f7797122510ce6f1e71e5b5df5b39ebc', '382602806af8fe6aa1c6b9e41ab9acb98f3d3f9d2ad63d44607d5b01c4a44b9d', '2026-11-28 11:57:42.688511+00'),
	('2024/BJ-0003/compliance-cycle', 29, 'at:1726275600000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726275600000, "by": "platform", "seq": 29, "duty": "final-allocation", "type": "reminded"}', 'd210727746f0b172f88a1ef19807289df247b110173d3d8cdcce271cbf12b6c2', '35cd30fa9bad01a8d96a15becac04607c95d1fbf442fe2bfcf6434fffe2078d3', '2026-11-28 11:57:42.688553+00'),
	('2024/BJ-0003/compliance-cycle', 30, 'at:1726416000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726416000000, "by": "platform", "seq": 30, "duty": "confirmation", "type": "overdue", "turns": "overdue"}', '0696d9f7f0a7b56f2043ee05ba7d5d91ab2380839ae5afe976ff9865cf2b2adb', '7d4d039113cbcd46b8096842a828c982954c6a79bf038775f9942e4479fdd9d3', '2026-11-28 11:57:42.701833+00'),
	('2024/BJ-0003/compliance-cycle', 31, 'at:1726416000000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726416000000, "by": "platform", "seq": 31, "duty": "final-allocation", "type": "overdue", "turns": "overdue"}', '3e06482b94e8f33933134dbc836b03a5ee87e105312ecb467186cc9b475e9cc2', '6bc134cd679d2bf7100a26537eedd4db5fb5003685a9878506873ff58213428f', '2026-11-28 11:57:42.701872+00'),
	('2024/BJ-0003/compliance-cycle', 32, 'act:act-25-BJ-0003/compliance-cycle', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726797600000, "by": "city/a", "seq": 32, "type": "unit-left", "with": {"to": "national-market", "basis": "转入全国市场", "approvedBy": "city/b"}}', 'b8d8f2cea3a83ab9a8de46da59ab0a6d58021e6a41b515663e3fb9ffe1bef899', '11645433bbdc848f05374a8587fb051dea68f19582729d5bcc0a5578529a5b3a', '2026-11-28 11:57:42.723343+00'),
	('2024/BJ-0003/compliance-cycle', 33, 'act:act-25-BJ-0003/compliance-cycle', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726797600000, "by": "platform", "seq": 33, "duty": "first-check", "type": "no-longer-due", "turns": "not-required"}', '751cbe36a12f08ed46d7528008dc7755e4fd93ad0369328e35bc8e8875cc851a', '0860aae66671841568ff8166af95631febc16fdfe8fd56823b0f9930be5e7044', '2026-11-28 11:57:42.723385+00');
INSERT INTO public.events VALUES
	('2024/BJ-0003/compliance-cycle', 34, 'act:act-25-BJ-0003/compliance-cycle', 3, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726797600000, "by": "platform", "seq": 34, "duty": "adjustment-application", "type": "no-longer-due", "turns": "not-required"}', 'bccd7876b9696928a39bfcd01a28f254aa12746708aaece9978220e1c34baacd', 'dc73db3be4c7e5bb0adbebe01d7901e9a660ca8ac892eb3dca4ae4dd265680b0', '2026-11-28 11:57:42.723391+00'),
	('2024/BJ-0003/compliance-cycle', 35, 'act:act-25-BJ-0003/compliance-cycle', 4, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726797600000, "by": "platform", "seq": 35, "duty": "confirmation", "type": "no-longer-due", "turns": "not-required"}', 'b9b7fdeb58f70d958fc77d996eb4795eb362bf031c90a90c6ab94b314286fb49', '4088e4af1c3d4d68c44f0a31af6d17c0233a854187d625f8b7b5c1b9b3e252ed', '2026-11-28 11:57:42.723394+00'),
	('2024/BJ-0003/compliance-cycle', 36, 'act:act-25-BJ-0003/compliance-cycle', 5, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726797600000, "by": "platform", "seq": 36, "duty": "final-allocation", "type": "no-longer-due", "turns": "not-required"}', '94ea9adade54f6334ea2291ad704566c90fb544a70400fd4dc7e9c9feaf3f19f', 'c2a1d8b3c61213171f49f0ef384b72cec57a42e3f2cf6b749855ac6a56249a65', '2026-11-28 11:57:42.723397+00'),
	('2024/BJ-0003/compliance-cycle', 37, 'act:act-25-BJ-0003/compliance-cycle', 6, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726797600000, "by": "platform", "seq": 37, "duty": "offset-application", "type": "no-longer-due", "turns": "not-required"}', 'b0629bcb96bb0dc6352078fc475e9d9ce21d4c7dda56f7993226af62c4ebf361', 'a3c625bae02489d2d0aab8e1ff6451f253c34476d829c5de71f5cf7cfd7fe024', '2026-11-28 11:57:42.7234+00'),
	('2024/BJ-0003/compliance-cycle', 38, 'act:act-25-BJ-0003/compliance-cycle', 7, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726797600000, "by": "platform", "seq": 38, "duty": "surrender", "type": "no-longer-due", "turns": "not-required"}', 'fe0b1dd5bd2d20e50fc49228784d1bb9c7a135ae537efcb50ff712add3360629', '4416906f3ca3fa4046713d4023b607dfc212e4b042fd0299b4f093c0892b0ab9', '2026-11-28 11:57:42.723404+00'),
	('2024/BJ-0003/compliance-cycle', 39, 'act:act-25-BJ-0003/compliance-cycle', 8, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726797600000, "by": "platform", "seq": 39, "duty": "collection", "type": "no-longer-due", "turns": "not-required"}', '52c6b298a5a1a1ad19551c98524a6f0046068ca337907a5f7f3eaa2574c870d1', 'cb77d673cb121ca4b595f259cabdf8b44f352c48530225960efe028e6fc2f5e6', '2026-11-28 11:57:42.723407+00'),
	('2024/BJ-0003/compliance-cycle', 40, 'act:act-25-BJ-0003/compliance-cycle', 9, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726797600000, "by": "platform", "seq": 40, "type": "taken-back", "with": {"debt": "0", "moves": [{"lot": "BJ-0003/L1", "quantity": "5600"}], "quantity": "5600"}}', 'f11559e3180aa370ccd11e51800dc03206c214fef06d8f79dd384e4dd5c56cb4', '724a5c3cc3315af424226a37c1644ff08782fddeee2c038530966c641c8e19ba', '2026-11-28 11:57:42.72341+00'),
	('2024/BJ-0001/compliance-cycle', 30, 'act:act-26-BJ-0001', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1727229600000, "by": "BJ-0001", "seq": 30, "duty": "offset-application", "late": false, "type": "offsets-applied-for", "with": {"lots": [{"lot": "BJ-0001/L2", "quantity": "500"}]}, "turns": "done"}', '67f285655afde44f9409d7db6eb143b9b79f109909523beba17e3b2e14d402ef', '904e75a14f3308ac7cf338d205f69c5507d95cc544719f488e05f18638157f0f', '2026-11-28 11:57:42.798866+00'),
	('2024/BJ-0001/compliance-cycle', 31, 'act:act-27-BJ-0001', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1727748000000, "by": "city/a", "seq": 31, "type": "offsets-accepted", "with": {"result": "accept", "approvedBy": "city/b"}}', '45f8c98211750cd8e77dabda34137c8ea03628947491d0320f18b18449884ec5', 'c645c9dc99600d8c760f6f14523230b1b1907a4d18b84d2d1580a7152c523c72', '2026-11-28 11:57:42.841049+00'),
	('2024/BJ-0002/compliance-cycle', 36, 'at:1727744400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1727744400000, "by": "platform", "seq": 36, "duty": "offset-application", "type": "reminded"}', 'f418797dc3b4eed41fc3bc0657f9ca46aec261d49f1e9648eb3e09cf36c5e813', '06b0f6aa6e8efd1f37a59534742dc89292d62fae985a641fda69da7f2c61c3b0', '2026-11-28 11:57:42.878482+00'),
	('2024/BJ-0002/compliance-cycle', 37, 'act:act-28-BJ-0002', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1728525600000, "by": "BJ-0002", "seq": 37, "duty": "surrender", "late": false, "type": "surrendered", "with": {"left": "0", "moves": [{"by": "unit", "lot": "BJ-0002/L1", "kind": "allowance", "quantity": "3000"}, {"by": "unit", "lot": "BJ-0002/L2", "kind": "allowance", "quantity": "1000"}], "covered": {"offsets": "0", "outside": "0", "allowances": "4000"}}, "turns": "done"}', '5423433844188989277e21f9ec7a4942c5e862c2e4cf15658d7565972c08f11b', '0d8dccbedd56c459a56ebd068872969fabb8f8a34b787e3413181543499ccaa3', '2026-11-28 11:57:42.900315+00');

INSERT INTO public.lots VALUES
	('BJ-0001/L1', 'BJ-0001', 1, 'allowance', 2022, NULL, NULL, NULL, 5000, 0),
	('BJ-0001/L4', 'BJ-0001', 4, 'allowance', 2023, NULL, NULL, NULL, 27000, 0),
	('BJ-0002/L3', 'BJ-0002', 3, 'allowance', 2023, NULL, NULL, NULL, 3900, 0),
	('BJ-0003/L1', 'BJ-0003', 1, 'allowance', 2023, NULL, NULL, NULL, 0, 0),
	('BJ-0001/L2', 'BJ-0001', 2, 'ccer', NULL, 'outside', '2016-05-01', NULL, 900, 500),
	('BJ-0002/L1', 'BJ-0002', 1, 'allowance', 2022, NULL, NULL, NULL, 0, 0),
	('BJ-0002/L2', 'BJ-0002', 2, 'allowance', 2023, NULL, NULL, NULL, 0, 0),
	('BJ-0001/L3', 'BJ-0001', 3, 'allowance', 2023, NULL, NULL, NULL, 68990, 0);

INSERT INTO public.outbox VALUES
	('2024/BJ-0001/monthly-evidence/4/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'overdue', 'monthly-evidence/2024-01', 1708444800000, '{"name": "示例热力有限公司", "dueOn": "2024-02-20", "daysLeft": "-1"}', '2026-11-28 11:57:40.07906+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/monthly-evidence/4/2', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'chaoyang@authority.example', 'overdue', 'monthly-evidence/2024-01', 1708444800000, '{"name": "示例热力有限公司", "dueOn": "2024-02-20", "daysLeft": "-1"}', '2026-11-28 11:57:40.079124+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/compliance-cycle/4/1', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'first-report', 1717808400000, '{"name": "示例热力有限公司", "dueOn": "2024-06-15", "daysLeft": "7"}', '2026-11-28 11:57:40.07913+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/4/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'overdue', 'monthly-evidence/2024-01', 1708444800000, '{"name": "示例数据中心", "dueOn": "2024-02-20", "daysLeft": "-1"}', '2026-11-28 11:57:40.079134+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/4/2', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'haidian@authority.example', 'overdue', 'monthly-evidence/2024-01', 1708444800000, '{"name": "示例数据中心", "dueOn": "2024-02-20", "daysLeft": "-1"}', '2026-11-28 11:57:40.079138+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/monthly-evidence/5/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'monthly-evidence/2024-02', 1710464400000, '{"name": "示例商业有限公司", "dueOn": "2024-03-20", "daysLeft": "5"}', '2026-11-28 11:57:40.079141+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/5/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'monthly-evidence/2024-02', 1710464400000, '{"name": "示例数据中心", "dueOn": "2024-03-20", "daysLeft": "5"}', '2026-11-28 11:57:40.079145+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/monthly-evidence/6/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'monthly-evidence/2024-02', 1710810000000, '{"name": "示例商业有限公司", "dueOn": "2024-03-20", "daysLeft": "1"}', '2026-11-28 11:57:40.079148+00', 1, NULL, '-infinity'),
	('2024/BJ-0009/general-report/5/1', 'mail', '2024/BJ-0009/general-report', 'BJ-0009', 'haidian@authority.example', 'reminder', 'general-check', 1723338000000, '{"name": "示例一般单位", "dueOn": "2024-08-14", "daysLeft": "3"}', '2026-11-28 11:57:40.079151+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/6/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'monthly-evidence/2024-02', 1710810000000, '{"name": "示例数据中心", "dueOn": "2024-03-20", "daysLeft": "1"}', '2026-11-28 11:57:40.079155+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/monthly-evidence/7/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'overdue', 'monthly-evidence/2024-02', 1710950400000, '{"name": "示例商业有限公司", "dueOn": "2024-03-20", "daysLeft": "-1"}', '2026-11-28 11:57:40.079158+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/monthly-evidence/7/2', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'chaoyang@authority.example', 'overdue', 'monthly-evidence/2024-02', 1710950400000, '{"name": "示例商业有限公司", "dueOn": "2024-03-20", "daysLeft": "-1"}', '2026-11-28 11:57:40.079162+00', 1, NULL, '-infinity'),
	('2024/BJ-0009/general-report/6/1', 'mail', '2024/BJ-0009/general-report', 'BJ-0009', 'haidian@authority.example', 'reminder', 'general-check', 1723510800000, '{"name": "示例一般单位", "dueOn": "2024-08-14", "daysLeft": "1"}', '2026-11-28 11:57:40.079164+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/compliance-cycle/3/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'first-report', 1715821200000, '{"name": "示例数据中心", "dueOn": "2024-06-15", "daysLeft": "30"}', '2026-11-28 11:57:40.079184+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/compliance-cycle/3/2', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'data-quality-plan', 1715821200000, '{"name": "示例数据中心", "dueOn": "2024-06-15", "daysLeft": "30"}', '2026-11-28 11:57:40.079187+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/monthly-evidence/8/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'monthly-evidence/2024-03', 1713142800000, '{"name": "示例商业有限公司", "dueOn": "2024-04-20", "daysLeft": "5"}', '2026-11-28 11:57:40.07919+00', 1, NULL, '-infinity'),
	('2024/BJ-0009/general-report/7/1', 'mail', '2024/BJ-0009/general-report', 'BJ-0009', 'haidian@authority.example', 'overdue', 'general-check', 1723651200000, '{"name": "示例一般单位", "dueOn": "2024-08-14", "daysLeft": "-1"}', '2026-11-28 11:57:40.083851+00', 1, NULL, '-infinity'),
	('2024/BJ-0009/general-report/7/2', 'mail', '2024/BJ-0009/general-report', 'BJ-0009', 'city@authority.example', 'escalation', 'general-check', 1723651200000, '{"name": "示例一般单位", "dueOn": "2024-08-14", "daysLeft": "-1"}', '2026-11-28 11:57:40.083892+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/monthly-evidence/9/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'monthly-evidence/2024-03', 1713488400000, '{"name": "示例商业有限公司", "dueOn": "2024-04-20", "daysLeft": "1"}', '2026-11-28 11:57:40.939489+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/monthly-evidence/10/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'overdue', 'monthly-evidence/2024-03', 1713628800000, '{"name": "示例商业有限公司", "dueOn": "2024-04-20", "daysLeft": "-1"}', '2026-11-28 11:57:40.939566+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/monthly-evidence/10/2', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'chaoyang@authority.example', 'overdue', 'monthly-evidence/2024-03', 1713628800000, '{"name": "示例商业有限公司", "dueOn": "2024-04-20", "daysLeft": "-1"}', '2026-11-28 11:57:40.939574+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/10/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'overdue', 'monthly-evidence/2024-03', 1713628800000, '{"name": "示例数据中心", "dueOn": "2024-04-20", "daysLeft": "-1"}', '2026-11-28 11:57:40.93958+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/10/2', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'haidian@authority.example', 'overdue', 'monthly-evidence/2024-03', 1713628800000, '{"name": "示例数据中心", "dueOn": "2024-04-20", "daysLeft": "-1"}', '2026-11-28 11:57:40.939586+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/monthly-evidence/8/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'overdue', 'monthly-evidence/2024-02', 1710950400000, '{"name": "示例热力有限公司", "dueOn": "2024-03-20", "daysLeft": "-1"}', '2026-11-28 11:57:40.93969+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/monthly-evidence/8/2', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'chaoyang@authority.example', 'overdue', 'monthly-evidence/2024-02', 1710950400000, '{"name": "示例热力有限公司", "dueOn": "2024-03-20", "daysLeft": "-1"}', '2026-11-28 11:57:40.939694+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/compliance-cycle/5/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'first-report', 1717808400000, '{"name": "示例数据中心", "dueOn": "2024-06-15", "daysLeft": "7"}', '2026-11-28 11:57:40.939697+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/compliance-cycle/5/2', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'data-quality-plan', 1717808400000, '{"name": "示例数据中心", "dueOn": "2024-06-15", "daysLeft": "7"}', '2026-11-28 11:57:40.9397+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/compliance-cycle/1/1', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'ops@bj-0001.example', 'cycle-opened', NULL, 1707926400000, '{"name": "示例热力有限公司", "cycle": "2024"}', '2026-11-28 11:57:39.999018+00', 1, NULL, '-infinity'),
	('2024/BJ-0009/general-report/1/1', 'mail', '2024/BJ-0009/general-report', 'BJ-0009', 'ops@bj-0009.example', 'cycle-opened', NULL, 1707926400000, '{"name": "示例一般单位", "cycle": "2024"}', '2026-11-28 11:57:39.99924+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/compliance-cycle/1/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'cycle-opened', NULL, 1707926400000, '{"name": "示例数据中心", "cycle": "2024"}', '2026-11-28 11:57:39.999248+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/monthly-evidence/2/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'monthly-evidence/2024-01', 1707958800000, '{"name": "示例商业有限公司", "dueOn": "2024-02-20", "daysLeft": "5"}', '2026-11-28 11:57:39.999251+00', 1, NULL, '-infinity'),
	('2024/BJ-0009/general-report/2/1', 'mail', '2024/BJ-0009/general-report', 'BJ-0009', 'ops@bj-0009.example', 'reminder', 'general-report', 1718413200000, '{"name": "示例一般单位", "dueOn": "2024-07-15", "daysLeft": "30"}', '2026-11-28 11:57:39.999255+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/monthly-evidence/2/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'monthly-evidence/2024-01', 1707958800000, '{"name": "示例热力有限公司", "dueOn": "2024-02-20", "daysLeft": "5"}', '2026-11-28 11:57:39.99926+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/2/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'monthly-evidence/2024-01', 1707958800000, '{"name": "示例数据中心", "dueOn": "2024-02-20", "daysLeft": "5"}', '2026-11-28 11:57:39.999263+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/monthly-evidence/3/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'monthly-evidence/2024-01', 1708304400000, '{"name": "示例商业有限公司", "dueOn": "2024-02-20", "daysLeft": "1"}', '2026-11-28 11:57:39.999266+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/compliance-cycle/1/1', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'ops@bj-0003.example', 'cycle-opened', NULL, 1707926400000, '{"name": "示例商业有限公司", "cycle": "2024"}', '2026-11-28 11:57:39.999269+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/monthly-evidence/3/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'monthly-evidence/2024-01', 1708304400000, '{"name": "示例热力有限公司", "dueOn": "2024-02-20", "daysLeft": "1"}', '2026-11-28 11:57:39.999272+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/compliance-cycle/3/1', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'first-report', 1715821200000, '{"name": "示例热力有限公司", "dueOn": "2024-06-15", "daysLeft": "30"}', '2026-11-28 11:57:39.999275+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/3/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'monthly-evidence/2024-01', 1708304400000, '{"name": "示例数据中心", "dueOn": "2024-02-20", "daysLeft": "1"}', '2026-11-28 11:57:39.999277+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/monthly-evidence/4/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'overdue', 'monthly-evidence/2024-01', 1708444800000, '{"name": "示例商业有限公司", "dueOn": "2024-02-20", "daysLeft": "-1"}', '2026-11-28 11:57:39.99928+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/monthly-evidence/4/2', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'chaoyang@authority.example', 'overdue', 'monthly-evidence/2024-01', 1708444800000, '{"name": "示例商业有限公司", "dueOn": "2024-02-20", "daysLeft": "-1"}', '2026-11-28 11:57:39.999285+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/monthly-evidence/6/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'returned', 'monthly-evidence/2024-02', 1710900000000, '{"name": "示例热力有限公司", "dueOn": "2024-03-20", "findings": "电量单位有误"}', '2026-11-28 11:57:40.079167+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/7/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'overdue', 'monthly-evidence/2024-02', 1710950400000, '{"name": "示例数据中心", "dueOn": "2024-03-20", "daysLeft": "-1"}', '2026-11-28 11:57:40.079173+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/7/2', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'haidian@authority.example', 'overdue', 'monthly-evidence/2024-02', 1710950400000, '{"name": "示例数据中心", "dueOn": "2024-03-20", "daysLeft": "-1"}', '2026-11-28 11:57:40.079176+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/monthly-evidence/15/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'monthly-evidence/2024-04', 1715734800000, '{"name": "示例热力有限公司", "dueOn": "2024-05-20", "daysLeft": "5"}', '2026-11-28 11:57:41.037633+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/16/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'overdue', 'monthly-evidence/2024-05', 1718899200000, '{"name": "示例数据中心", "dueOn": "2024-06-20", "daysLeft": "-1"}', '2026-11-28 11:57:41.037664+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/16/2', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'haidian@authority.example', 'overdue', 'monthly-evidence/2024-05', 1718899200000, '{"name": "示例数据中心", "dueOn": "2024-06-20", "daysLeft": "-1"}', '2026-11-28 11:57:41.037671+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/monthly-evidence/17/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'overdue', 'monthly-evidence/2024-04', 1716220800000, '{"name": "示例热力有限公司", "dueOn": "2024-05-20", "daysLeft": "-1"}', '2026-11-28 11:57:41.037674+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/monthly-evidence/17/2', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'chaoyang@authority.example', 'overdue', 'monthly-evidence/2024-04', 1716220800000, '{"name": "示例热力有限公司", "dueOn": "2024-05-20", "daysLeft": "-1"}', '2026-11-28 11:57:41.037677+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/compliance-cycle/11/5', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'overdue', 'data-quality-plan', 1718467200000, '{"name": "示例数据中心", "dueOn": "2024-06-15", "daysLeft": "-1"}', '2026-11-28 11:57:40.939795+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/compliance-cycle/11/6', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'haidian@authority.example', 'overdue', 'data-quality-plan', 1718467200000, '{"name": "示例数据中心", "dueOn": "2024-06-15", "daysLeft": "-1"}', '2026-11-28 11:57:40.939798+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/15/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'monthly-evidence/2024-05', 1718758800000, '{"name": "示例数据中心", "dueOn": "2024-06-20", "daysLeft": "1"}', '2026-11-28 11:57:41.037683+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/compliance-cycle/2/1', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'first-report', 1715821200000, '{"name": "示例商业有限公司", "dueOn": "2024-06-15", "daysLeft": "30"}', '2026-11-28 11:57:41.037687+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/monthly-evidence/18/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'monthly-evidence/2024-06', 1721005200000, '{"name": "示例商业有限公司", "dueOn": "2024-07-20", "daysLeft": "5"}', '2026-11-28 11:57:41.03769+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/monthly-evidence/19/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'monthly-evidence/2024-06', 1721350800000, '{"name": "示例商业有限公司", "dueOn": "2024-07-20", "daysLeft": "1"}', '2026-11-28 11:57:41.037694+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/compliance-cycle/5/1', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'verified-report', 1718413200000, '{"name": "示例商业有限公司", "dueOn": "2024-07-15", "daysLeft": "30"}', '2026-11-28 11:57:41.037723+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/compliance-cycle/5/2', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'adjustment-application', 1718413200000, '{"name": "示例商业有限公司", "dueOn": "2024-07-15", "daysLeft": "30"}', '2026-11-28 11:57:41.037726+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/compliance-cycle/7/1', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'ops@bj-0003.example', 'overdue', 'first-report', 1718467200000, '{"name": "示例商业有限公司", "dueOn": "2024-06-15", "daysLeft": "-1"}', '2026-11-28 11:57:41.066617+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/compliance-cycle/7/2', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'chaoyang@authority.example', 'overdue', 'first-report', 1718467200000, '{"name": "示例商业有限公司", "dueOn": "2024-06-15", "daysLeft": "-1"}', '2026-11-28 11:57:41.066704+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/compliance-cycle/7/3', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'ops@bj-0003.example', 'referral', NULL, 1718467200000, '{"name": "示例商业有限公司", "upTo": "50000", "about": "初次碳排放报告", "dueOn": "2024-06-15", "daysLeft": "-1"}', '2026-11-28 11:57:41.066711+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/compliance-cycle/7/4', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'city@authority.example', 'referral', NULL, 1718467200000, '{"name": "示例商业有限公司", "upTo": "50000", "about": "初次碳排放报告", "dueOn": "2024-06-15", "daysLeft": "-1"}', '2026-11-28 11:57:41.066716+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/compliance-cycle/13/1', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'verified-report', 1720400400000, '{"name": "示例热力有限公司", "dueOn": "2024-07-15", "daysLeft": "7"}', '2026-11-28 11:57:41.738992+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/compliance-cycle/13/2', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'adjustment-application', 1720400400000, '{"name": "示例热力有限公司", "dueOn": "2024-07-15", "daysLeft": "7"}', '2026-11-28 11:57:41.739058+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/monthly-evidence/24/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'monthly-evidence/2024-08', 1726362000000, '{"name": "示例商业有限公司", "dueOn": "2024-09-20", "daysLeft": "5"}', '2026-11-28 11:57:41.739065+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/monthly-evidence/24/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'overdue', 'monthly-evidence/2024-06', 1721491200000, '{"name": "示例热力有限公司", "dueOn": "2024-07-20", "daysLeft": "-1"}', '2026-11-28 11:57:41.739072+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/monthly-evidence/24/2', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'chaoyang@authority.example', 'overdue', 'monthly-evidence/2024-06', 1721491200000, '{"name": "示例热力有限公司", "dueOn": "2024-07-20", "daysLeft": "-1"}', '2026-11-28 11:57:41.739076+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/14/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'monthly-evidence/2024-05', 1718413200000, '{"name": "示例数据中心", "dueOn": "2024-06-20", "daysLeft": "5"}', '2026-11-28 11:57:40.939803+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/monthly-evidence/16/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'overdue', 'monthly-evidence/2024-05', 1718899200000, '{"name": "示例商业有限公司", "dueOn": "2024-06-20", "daysLeft": "-1"}', '2026-11-28 11:57:41.037731+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/monthly-evidence/16/2', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'chaoyang@authority.example', 'overdue', 'monthly-evidence/2024-05', 1718899200000, '{"name": "示例商业有限公司", "dueOn": "2024-06-20", "daysLeft": "-1"}', '2026-11-28 11:57:41.037735+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/compliance-cycle/16/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'revision-adopted', NULL, 1719280800000, '{"name": "示例数据中心", "basis": "通告", "changed": "抵销申请：2024-10-15 → 2024-10-31；配额清缴：2024-11-15 → 2024-11-30；自动收缴：2024-11-16 → 2024-12-01"}', '2026-11-28 11:57:41.037738+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/monthly-evidence/16/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'monthly-evidence/2024-04', 1716080400000, '{"name": "示例热力有限公司", "dueOn": "2024-05-20", "daysLeft": "1"}', '2026-11-28 11:57:41.037742+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/compliance-cycle/3/1', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'first-report', 1717808400000, '{"name": "示例商业有限公司", "dueOn": "2024-06-15", "daysLeft": "7"}', '2026-11-28 11:57:41.037746+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/monthly-evidence/18/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'monthly-evidence/2024-05', 1718413200000, '{"name": "示例热力有限公司", "dueOn": "2024-06-20", "daysLeft": "5"}', '2026-11-28 11:57:41.037748+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/monthly-evidence/19/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'monthly-evidence/2024-05', 1718758800000, '{"name": "示例热力有限公司", "dueOn": "2024-06-20", "daysLeft": "1"}', '2026-11-28 11:57:41.037752+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/monthly-evidence/21/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'monthly-evidence/2024-07', 1723683600000, '{"name": "示例商业有限公司", "dueOn": "2024-08-20", "daysLeft": "5"}', '2026-11-28 11:57:41.054452+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/18/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'monthly-evidence/2024-06', 1721005200000, '{"name": "示例数据中心", "dueOn": "2024-07-20", "daysLeft": "5"}', '2026-11-28 11:57:41.037756+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/19/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'monthly-evidence/2024-06', 1721350800000, '{"name": "示例数据中心", "dueOn": "2024-07-20", "daysLeft": "1"}', '2026-11-28 11:57:41.037759+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/monthly-evidence/20/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'overdue', 'monthly-evidence/2024-05', 1718899200000, '{"name": "示例热力有限公司", "dueOn": "2024-06-20", "daysLeft": "-1"}', '2026-11-28 11:57:41.054519+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/monthly-evidence/20/2', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'chaoyang@authority.example', 'overdue', 'monthly-evidence/2024-05', 1718899200000, '{"name": "示例热力有限公司", "dueOn": "2024-06-20", "daysLeft": "-1"}', '2026-11-28 11:57:41.054526+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/24/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'monthly-evidence/2024-08', 1726362000000, '{"name": "示例数据中心", "dueOn": "2024-09-20", "daysLeft": "5"}', '2026-11-28 11:57:41.739086+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/25/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'monthly-evidence/2024-08', 1726707600000, '{"name": "示例数据中心", "dueOn": "2024-09-20", "daysLeft": "1"}', '2026-11-28 11:57:41.7391+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/26/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'overdue', 'monthly-evidence/2024-08', 1726848000000, '{"name": "示例数据中心", "dueOn": "2024-09-20", "daysLeft": "-1"}', '2026-11-28 11:57:41.798591+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/26/2', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'haidian@authority.example', 'overdue', 'monthly-evidence/2024-08', 1726848000000, '{"name": "示例数据中心", "dueOn": "2024-09-20", "daysLeft": "-1"}', '2026-11-28 11:57:41.798667+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/monthly-evidence/28/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'monthly-evidence/2024-08', 1726362000000, '{"name": "示例热力有限公司", "dueOn": "2024-09-20", "daysLeft": "5"}', '2026-11-28 11:57:41.798674+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/monthly-evidence/29/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'monthly-evidence/2024-08', 1726707600000, '{"name": "示例热力有限公司", "dueOn": "2024-09-20", "daysLeft": "1"}', '2026-11-28 11:57:41.850412+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/compliance-cycle/4/1', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'first-report', 1718326800000, '{"name": "示例商业有限公司", "dueOn": "2024-06-15", "daysLeft": "1"}', '2026-11-28 11:57:41.037763+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/monthly-evidence/20/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'overdue', 'monthly-evidence/2024-06', 1721491200000, '{"name": "示例商业有限公司", "dueOn": "2024-07-20", "daysLeft": "-1"}', '2026-11-28 11:57:41.037766+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/monthly-evidence/20/2', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'chaoyang@authority.example', 'overdue', 'monthly-evidence/2024-06', 1721491200000, '{"name": "示例商业有限公司", "dueOn": "2024-07-20", "daysLeft": "-1"}', '2026-11-28 11:57:41.037769+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/20/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'overdue', 'monthly-evidence/2024-06', 1721491200000, '{"name": "示例数据中心", "dueOn": "2024-07-20", "daysLeft": "-1"}', '2026-11-28 11:57:41.066728+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/20/2', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'haidian@authority.example', 'overdue', 'monthly-evidence/2024-06', 1721491200000, '{"name": "示例数据中心", "dueOn": "2024-07-20", "daysLeft": "-1"}', '2026-11-28 11:57:41.066732+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/monthly-evidence/22/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'monthly-evidence/2024-07', 1724029200000, '{"name": "示例商业有限公司", "dueOn": "2024-08-20", "daysLeft": "1"}', '2026-11-28 11:57:41.739107+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/compliance-cycle/15/1', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'city@authority.example', 'reminder', 'pre-allocation', 1720746000000, '{"name": "示例热力有限公司", "dueOn": "2024-07-15", "daysLeft": "3"}', '2026-11-28 11:57:41.739111+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/monthly-evidence/25/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'monthly-evidence/2024-07', 1723683600000, '{"name": "示例热力有限公司", "dueOn": "2024-08-20", "daysLeft": "5"}', '2026-11-28 11:57:41.739114+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/compliance-cycle/17/1', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'adjustment-application', 1720918800000, '{"name": "示例热力有限公司", "dueOn": "2024-07-15", "daysLeft": "1"}', '2026-11-28 11:57:41.798687+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/compliance-cycle/17/2', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'city@authority.example', 'reminder', 'pre-allocation', 1720918800000, '{"name": "示例热力有限公司", "dueOn": "2024-07-15", "daysLeft": "1"}', '2026-11-28 11:57:41.798691+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/compliance-cycle/19/1', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'ops@bj-0001.example', 'decision', NULL, 1720922400000, '{"name": "示例热力有限公司", "what": "配额预发", "basis": "预发方案", "quantity": "70000"}', '2026-11-28 11:57:41.798694+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/27/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'monthly-evidence/2024-09', 1728954000000, '{"name": "示例数据中心", "dueOn": "2024-10-20", "daysLeft": "5"}', '2026-11-28 11:57:41.798699+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/compliance-cycle/15/1', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'city@authority.example', 'reminder', 'pre-allocation', 1720746000000, '{"name": "示例商业有限公司", "dueOn": "2024-07-15", "daysLeft": "3"}', '2026-11-28 11:57:41.817094+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/compliance-cycle/16/1', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'verified-report', 1720918800000, '{"name": "示例商业有限公司", "dueOn": "2024-07-15", "daysLeft": "1"}', '2026-11-28 11:57:41.850497+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/compliance-cycle/16/2', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'adjustment-application', 1720918800000, '{"name": "示例商业有限公司", "dueOn": "2024-07-15", "daysLeft": "1"}', '2026-11-28 11:57:41.850508+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/compliance-cycle/16/3', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'city@authority.example', 'reminder', 'pre-allocation', 1720918800000, '{"name": "示例商业有限公司", "dueOn": "2024-07-15", "daysLeft": "1"}', '2026-11-28 11:57:41.850512+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/11/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'monthly-evidence/2024-04', 1715734800000, '{"name": "示例数据中心", "dueOn": "2024-05-20", "daysLeft": "5"}', '2026-11-28 11:57:40.939589+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/compliance-cycle/7/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'first-report', 1718326800000, '{"name": "示例数据中心", "dueOn": "2024-06-15", "daysLeft": "1"}', '2026-11-28 11:57:40.939651+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/compliance-cycle/7/2', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'data-quality-plan', 1718326800000, '{"name": "示例数据中心", "dueOn": "2024-06-15", "daysLeft": "1"}', '2026-11-28 11:57:40.939654+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/monthly-evidence/12/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'monthly-evidence/2024-03', 1713142800000, '{"name": "示例热力有限公司", "dueOn": "2024-04-20", "daysLeft": "5"}', '2026-11-28 11:57:40.939658+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/13/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'overdue', 'monthly-evidence/2024-04', 1716220800000, '{"name": "示例数据中心", "dueOn": "2024-05-20", "daysLeft": "-1"}', '2026-11-28 11:57:40.939662+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/13/2', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'haidian@authority.example', 'overdue', 'monthly-evidence/2024-04', 1716220800000, '{"name": "示例数据中心", "dueOn": "2024-05-20", "daysLeft": "-1"}', '2026-11-28 11:57:40.939665+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/compliance-cycle/11/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'overdue', 'first-report', 1718467200000, '{"name": "示例数据中心", "dueOn": "2024-06-15", "daysLeft": "-1"}', '2026-11-28 11:57:40.93967+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/compliance-cycle/11/2', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'haidian@authority.example', 'overdue', 'first-report', 1718467200000, '{"name": "示例数据中心", "dueOn": "2024-06-15", "daysLeft": "-1"}', '2026-11-28 11:57:40.939673+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/compliance-cycle/11/3', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'referral', NULL, 1718467200000, '{"name": "示例数据中心", "upTo": "50000", "about": "初次碳排放报告", "dueOn": "2024-06-15", "daysLeft": "-1"}', '2026-11-28 11:57:40.939676+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/compliance-cycle/11/4', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'city@authority.example', 'referral', NULL, 1718467200000, '{"name": "示例数据中心", "upTo": "50000", "about": "初次碳排放报告", "dueOn": "2024-06-15", "daysLeft": "-1"}', '2026-11-28 11:57:40.939679+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/monthly-evidence/11/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'monthly-evidence/2024-04', 1715734800000, '{"name": "示例商业有限公司", "dueOn": "2024-05-20", "daysLeft": "5"}', '2026-11-28 11:57:40.939702+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/monthly-evidence/13/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'overdue', 'monthly-evidence/2024-04', 1716220800000, '{"name": "示例商业有限公司", "dueOn": "2024-05-20", "daysLeft": "-1"}', '2026-11-28 11:57:40.939708+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/monthly-evidence/13/2', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'chaoyang@authority.example', 'overdue', 'monthly-evidence/2024-04', 1716220800000, '{"name": "示例商业有限公司", "dueOn": "2024-05-20", "daysLeft": "-1"}', '2026-11-28 11:57:40.939711+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/monthly-evidence/14/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'monthly-evidence/2024-05', 1718413200000, '{"name": "示例商业有限公司", "dueOn": "2024-06-20", "daysLeft": "5"}', '2026-11-28 11:57:40.939713+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/monthly-evidence/14/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'overdue', 'monthly-evidence/2024-03', 1713628800000, '{"name": "示例热力有限公司", "dueOn": "2024-04-20", "daysLeft": "-1"}', '2026-11-28 11:57:40.939716+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/monthly-evidence/14/2', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'chaoyang@authority.example', 'overdue', 'monthly-evidence/2024-03', 1713628800000, '{"name": "示例热力有限公司", "dueOn": "2024-04-20", "daysLeft": "-1"}', '2026-11-28 11:57:40.939719+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/compliance-cycle/7/1', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'verified-report', 1718413200000, '{"name": "示例热力有限公司", "dueOn": "2024-07-15", "daysLeft": "30"}', '2026-11-28 11:57:40.939721+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/compliance-cycle/7/2', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'adjustment-application', 1718413200000, '{"name": "示例热力有限公司", "dueOn": "2024-07-15", "daysLeft": "30"}', '2026-11-28 11:57:40.939724+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/monthly-evidence/15/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'monthly-evidence/2024-05', 1718758800000, '{"name": "示例商业有限公司", "dueOn": "2024-06-20", "daysLeft": "1"}', '2026-11-28 11:57:40.939759+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/compliance-cycle/9/1', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'ops@bj-0001.example', 'revision-adopted', NULL, 1719280800000, '{"name": "示例热力有限公司", "basis": "通告", "changed": "抵销申请：2024-10-15 → 2024-10-31；配额清缴：2024-11-15 → 2024-11-30；自动收缴：2024-11-16 → 2024-12-01"}', '2026-11-28 11:57:40.939762+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/8/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'monthly-evidence/2024-03', 1713142800000, '{"name": "示例数据中心", "dueOn": "2024-04-20", "daysLeft": "5"}', '2026-11-28 11:57:40.939769+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/9/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'monthly-evidence/2024-03', 1713488400000, '{"name": "示例数据中心", "dueOn": "2024-04-20", "daysLeft": "1"}', '2026-11-28 11:57:40.939773+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/monthly-evidence/12/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'monthly-evidence/2024-04', 1716080400000, '{"name": "示例商业有限公司", "dueOn": "2024-05-20", "daysLeft": "1"}', '2026-11-28 11:57:40.939776+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/12/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'monthly-evidence/2024-04', 1716080400000, '{"name": "示例数据中心", "dueOn": "2024-05-20", "daysLeft": "1"}', '2026-11-28 11:57:40.939779+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/compliance-cycle/9/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'verified-report', 1718413200000, '{"name": "示例数据中心", "dueOn": "2024-07-15", "daysLeft": "30"}', '2026-11-28 11:57:40.939781+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/compliance-cycle/9/2', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'adjustment-application', 1718413200000, '{"name": "示例数据中心", "dueOn": "2024-07-15", "daysLeft": "30"}', '2026-11-28 11:57:40.939787+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/monthly-evidence/13/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'monthly-evidence/2024-03', 1713488400000, '{"name": "示例热力有限公司", "dueOn": "2024-04-20", "daysLeft": "1"}', '2026-11-28 11:57:40.93979+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/compliance-cycle/9/1', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'ops@bj-0003.example', 'revision-adopted', NULL, 1719280800000, '{"name": "示例商业有限公司", "basis": "通告", "changed": "抵销申请：2024-10-15 → 2024-10-31；配额清缴：2024-11-15 → 2024-11-30；自动收缴：2024-11-16 → 2024-12-01"}', '2026-11-28 11:57:41.739124+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/21/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'monthly-evidence/2024-07', 1723683600000, '{"name": "示例数据中心", "dueOn": "2024-08-20", "daysLeft": "5"}', '2026-11-28 11:57:41.739129+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/22/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'monthly-evidence/2024-07', 1724029200000, '{"name": "示例数据中心", "dueOn": "2024-08-20", "daysLeft": "1"}', '2026-11-28 11:57:41.739133+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/monthly-evidence/23/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'overdue', 'monthly-evidence/2024-07', 1724169600000, '{"name": "示例商业有限公司", "dueOn": "2024-08-20", "daysLeft": "-1"}', '2026-11-28 11:57:41.739137+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/monthly-evidence/23/2', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'chaoyang@authority.example', 'overdue', 'monthly-evidence/2024-07', 1724169600000, '{"name": "示例商业有限公司", "dueOn": "2024-08-20", "daysLeft": "-1"}', '2026-11-28 11:57:41.73914+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/monthly-evidence/22/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'monthly-evidence/2024-06', 1721005200000, '{"name": "示例热力有限公司", "dueOn": "2024-07-20", "daysLeft": "5"}', '2026-11-28 11:57:41.739143+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/23/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'overdue', 'monthly-evidence/2024-07', 1724169600000, '{"name": "示例数据中心", "dueOn": "2024-08-20", "daysLeft": "-1"}', '2026-11-28 11:57:41.739146+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/23/2', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'haidian@authority.example', 'overdue', 'monthly-evidence/2024-07', 1724169600000, '{"name": "示例数据中心", "dueOn": "2024-08-20", "daysLeft": "-1"}', '2026-11-28 11:57:41.739149+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/monthly-evidence/23/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'monthly-evidence/2024-06', 1721350800000, '{"name": "示例热力有限公司", "dueOn": "2024-07-20", "daysLeft": "1"}', '2026-11-28 11:57:41.739152+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/monthly-evidence/25/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'monthly-evidence/2024-08', 1726707600000, '{"name": "示例商业有限公司", "dueOn": "2024-09-20", "daysLeft": "1"}', '2026-11-28 11:57:41.739155+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/monthly-evidence/26/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'monthly-evidence/2024-07', 1724029200000, '{"name": "示例热力有限公司", "dueOn": "2024-08-20", "daysLeft": "1"}', '2026-11-28 11:57:41.739158+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/compliance-cycle/19/1', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'ops@bj-0003.example', 'decision', NULL, 1721008800000, '{"name": "示例商业有限公司", "what": "配额预发", "basis": "预发方案", "quantity": "5600"}', '2026-11-28 11:57:42.422615+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/monthly-evidence/31/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'monthly-evidence/2024-09', 1728954000000, '{"name": "示例热力有限公司", "dueOn": "2024-10-20", "daysLeft": "5"}', '2026-11-28 11:57:42.422693+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/monthly-evidence/32/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'monthly-evidence/2024-09', 1729299600000, '{"name": "示例热力有限公司", "dueOn": "2024-10-20", "daysLeft": "1"}', '2026-11-28 11:57:42.422703+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/compliance-cycle/20/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'verified-report', 1720400400000, '{"name": "示例数据中心", "dueOn": "2024-07-15", "daysLeft": "7"}', '2026-11-28 11:57:42.422707+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/compliance-cycle/20/2', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'adjustment-application', 1720400400000, '{"name": "示例数据中心", "dueOn": "2024-07-15", "daysLeft": "7"}', '2026-11-28 11:57:42.422712+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/compliance-cycle/22/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'verified-report', 1720918800000, '{"name": "示例数据中心", "dueOn": "2024-07-15", "daysLeft": "1"}', '2026-11-28 11:57:42.422715+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/monthly-evidence/35/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'overdue', 'monthly-evidence/2024-08', 1726848000000, '{"name": "示例商业有限公司", "dueOn": "2024-09-20", "daysLeft": "-1"}', '2026-11-28 11:57:41.798717+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/monthly-evidence/35/2', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'chaoyang@authority.example', 'overdue', 'monthly-evidence/2024-08', 1726848000000, '{"name": "示例商业有限公司", "dueOn": "2024-09-20", "daysLeft": "-1"}', '2026-11-28 11:57:41.798723+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/monthly-evidence/27/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'overdue', 'monthly-evidence/2024-07', 1724169600000, '{"name": "示例热力有限公司", "dueOn": "2024-08-20", "daysLeft": "-1"}', '2026-11-28 11:57:41.798727+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/monthly-evidence/27/2', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'chaoyang@authority.example', 'overdue', 'monthly-evidence/2024-07', 1724169600000, '{"name": "示例热力有限公司", "dueOn": "2024-08-20", "daysLeft": "-1"}', '2026-11-28 11:57:41.798732+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/compliance-cycle/13/1', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'verified-report', 1720400400000, '{"name": "示例商业有限公司", "dueOn": "2024-07-15", "daysLeft": "7"}', '2026-11-28 11:57:41.798736+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/compliance-cycle/13/2', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'adjustment-application', 1720400400000, '{"name": "示例商业有限公司", "dueOn": "2024-07-15", "daysLeft": "7"}', '2026-11-28 11:57:41.798739+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/monthly-evidence/28/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'monthly-evidence/2024-09', 1729299600000, '{"name": "示例数据中心", "dueOn": "2024-10-20", "daysLeft": "1"}', '2026-11-28 11:57:41.850527+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/monthly-evidence/30/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'overdue', 'monthly-evidence/2024-08', 1726848000000, '{"name": "示例热力有限公司", "dueOn": "2024-09-20", "daysLeft": "-1"}', '2026-11-28 11:57:41.862456+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/monthly-evidence/30/2', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'chaoyang@authority.example', 'overdue', 'monthly-evidence/2024-08', 1726848000000, '{"name": "示例热力有限公司", "dueOn": "2024-09-20", "daysLeft": "-1"}', '2026-11-28 11:57:41.862525+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/compliance-cycle/25/1', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'ops@bj-0001.example', 'decision', NULL, 1725933600000, '{"name": "示例热力有限公司", "what": "碳排放量核定", "basis": "核查报告", "emissions": "98200", "obligation": "98200"}', '2026-11-28 11:57:42.975294+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/compliance-cycle/29/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'decision', NULL, 1726020000000, '{"name": "示例数据中心", "what": "碳排放量核定", "basis": "核查报告", "emissions": "4000", "obligation": "4000"}', '2026-11-28 11:57:42.975358+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/compliance-cycle/27/1', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'city@authority.example', 'reminder', 'final-allocation', 1726102800000, '{"name": "示例热力有限公司", "dueOn": "2024-09-15", "daysLeft": "3"}', '2026-11-28 11:57:42.975365+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/compliance-cycle/28/1', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'ops@bj-0001.example', 'decision', NULL, 1726106400000, '{"name": "示例热力有限公司", "what": "配额核发", "basis": "核定意见", "quantity": "97000"}', '2026-11-28 11:57:42.975369+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/compliance-cycle/33/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'city@authority.example', 'reminder', 'final-allocation', 1726102800000, '{"name": "示例数据中心", "dueOn": "2024-09-15", "daysLeft": "3"}', '2026-11-28 11:57:42.975374+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/compliance-cycle/34/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'decision', NULL, 1726192800000, '{"name": "示例数据中心", "what": "配额核发", "basis": "核定意见", "quantity": "3900"}', '2026-11-28 11:57:42.975378+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/compliance-cycle/26/1', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'city@authority.example', 'reminder', 'confirmation', 1726102800000, '{"name": "示例商业有限公司", "dueOn": "2024-09-15", "daysLeft": "3"}', '2026-11-28 11:57:42.975381+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/compliance-cycle/26/2', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'city@authority.example', 'reminder', 'final-allocation', 1726102800000, '{"name": "示例商业有限公司", "dueOn": "2024-09-15", "daysLeft": "3"}', '2026-11-28 11:57:42.975387+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/compliance-cycle/28/1', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'city@authority.example', 'reminder', 'confirmation', 1726275600000, '{"name": "示例商业有限公司", "dueOn": "2024-09-15", "daysLeft": "1"}', '2026-11-28 11:57:42.97539+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/compliance-cycle/22/2', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'adjustment-application', 1720918800000, '{"name": "示例数据中心", "dueOn": "2024-07-15", "daysLeft": "1"}', '2026-11-28 11:57:42.422737+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/compliance-cycle/24/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'overdue', 'verified-report', 1721059200000, '{"name": "示例数据中心", "dueOn": "2024-07-15", "daysLeft": "-1"}', '2026-11-28 11:57:42.422742+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/compliance-cycle/24/2', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'haidian@authority.example', 'overdue', 'verified-report', 1721059200000, '{"name": "示例数据中心", "dueOn": "2024-07-15", "daysLeft": "-1"}', '2026-11-28 11:57:42.422745+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/compliance-cycle/24/3', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'referral', NULL, 1721059200000, '{"name": "示例数据中心", "upTo": "50000", "about": "经核查的排放报告和第三方核查报告", "dueOn": "2024-07-15", "daysLeft": "-1"}', '2026-11-28 11:57:42.422749+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/compliance-cycle/24/4', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'city@authority.example', 'referral', NULL, 1721059200000, '{"name": "示例数据中心", "upTo": "50000", "about": "经核查的排放报告和第三方核查报告", "dueOn": "2024-07-15", "daysLeft": "-1"}', '2026-11-28 11:57:42.422752+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/compliance-cycle/21/1', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'ops@bj-0003.example', 'overdue', 'verified-report', 1721059200000, '{"name": "示例商业有限公司", "dueOn": "2024-07-15", "daysLeft": "-1"}', '2026-11-28 11:57:42.422756+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/compliance-cycle/21/2', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'chaoyang@authority.example', 'overdue', 'verified-report', 1721059200000, '{"name": "示例商业有限公司", "dueOn": "2024-07-15", "daysLeft": "-1"}', '2026-11-28 11:57:42.422759+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/compliance-cycle/21/3', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'ops@bj-0003.example', 'referral', NULL, 1721059200000, '{"name": "示例商业有限公司", "upTo": "50000", "about": "经核查的排放报告和第三方核查报告", "dueOn": "2024-07-15", "daysLeft": "-1"}', '2026-11-28 11:57:42.422763+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/compliance-cycle/21/4', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'city@authority.example', 'referral', NULL, 1721059200000, '{"name": "示例商业有限公司", "upTo": "50000", "about": "经核查的排放报告和第三方核查报告", "dueOn": "2024-07-15", "daysLeft": "-1"}', '2026-11-28 11:57:42.422767+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/compliance-cycle/24/1', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'ops@bj-0003.example', 'decision', NULL, 1722823200000, '{"name": "示例商业有限公司", "what": "账户冻结", "basis": "司法协助"}', '2026-11-28 11:57:42.42277+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/compliance-cycle/28/2', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'city@authority.example', 'reminder', 'final-allocation', 1726275600000, '{"name": "示例商业有限公司", "dueOn": "2024-09-15", "daysLeft": "1"}', '2026-11-28 11:57:42.975393+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/compliance-cycle/30/1', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'city@authority.example', 'overdue', 'confirmation', 1726416000000, '{"name": "示例商业有限公司", "dueOn": "2024-09-15", "daysLeft": "-1"}', '2026-11-28 11:57:42.975402+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/compliance-cycle/30/2', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'city@authority.example', 'overdue', 'final-allocation', 1726416000000, '{"name": "示例商业有限公司", "dueOn": "2024-09-15", "daysLeft": "-1"}', '2026-11-28 11:57:42.975406+00', 1, NULL, '-infinity'),
	('2024/BJ-0003/compliance-cycle/32/1', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'ops@bj-0003.example', 'decision', NULL, 1726797600000, '{"name": "示例商业有限公司", "what": "退出名单，转入全国碳排放权交易市场", "basis": "转入全国市场"}', '2026-11-28 11:57:42.975409+00', 1, NULL, '-infinity'),
	('2024/BJ-0001/compliance-cycle/31/1', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'ops@bj-0001.example', 'decision', NULL, 1727748000000, '{"name": "示例热力有限公司", "what": "抵销申请"}', '2026-11-28 11:57:42.975413+00', 1, NULL, '-infinity'),
	('2024/BJ-0002/compliance-cycle/36/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'offset-application', 1727744400000, '{"name": "示例数据中心", "dueOn": "2024-10-31", "daysLeft": "30"}', '2026-11-28 11:57:42.975418+00', 1, NULL, '-infinity');

INSERT INTO public.postings VALUES
	('2024/BJ-0001/compliance-cycle:open', 1, 'issuance', 'BJ-0001/L1', 'allowance', -5000),
	('2024/BJ-0001/compliance-cycle:open', 2, 'unit/BJ-0001', 'BJ-0001/L1', 'allowance', 5000),
	('2024/BJ-0001/compliance-cycle:open', 3, 'issuance', 'BJ-0001/L2', 'ccer', -900),
	('2024/BJ-0001/compliance-cycle:open', 4, 'unit/BJ-0001', 'BJ-0001/L2', 'ccer', 900),
	('2024/BJ-0002/compliance-cycle:open', 1, 'issuance', 'BJ-0002/L1', 'allowance', -3000),
	('2024/BJ-0002/compliance-cycle:open', 2, 'unit/BJ-0002', 'BJ-0002/L1', 'allowance', 3000),
	('2024/BJ-0001/compliance-cycle:act:act-13-BJ-0001', 1, 'issuance', 'BJ-0001/L3', 'allowance', -70000),
	('2024/BJ-0001/compliance-cycle:act:act-13-BJ-0001', 2, 'unit/BJ-0001', 'BJ-0001/L3', 'allowance', 70000),
	('2024/BJ-0003/compliance-cycle:act:act-15-BJ-0003', 1, 'issuance', 'BJ-0003/L1', 'allowance', -5600),
	('2024/BJ-0003/compliance-cycle:act:act-15-BJ-0003', 2, 'unit/BJ-0003', 'BJ-0003/L1', 'allowance', 5600),
	('2024/BJ-0001/compliance-cycle:act:act-17-BJ-0001', 1, 'unit/BJ-0001', 'BJ-0001/L3', 'allowance', -1000),
	('2024/BJ-0001/compliance-cycle:act:act-17-BJ-0001', 2, 'unit/BJ-0002', 'BJ-0002/L2', 'allowance', 1000),
	('2024/BJ-0001/compliance-cycle:act:act-23-BJ-0001', 1, 'issuance', 'BJ-0001/L4', 'allowance', -27000),
	('2024/BJ-0001/compliance-cycle:act:act-23-BJ-0001', 2, 'unit/BJ-0001', 'BJ-0001/L4', 'allowance', 27000),
	('2024/BJ-0002/compliance-cycle:act:act-24-BJ-0002', 1, 'issuance', 'BJ-0002/L3', 'allowance', -3900),
	('2024/BJ-0002/compliance-cycle:act:act-24-BJ-0002', 2, 'unit/BJ-0002', 'BJ-0002/L3', 'allowance', 3900),
	('2024/BJ-0003/compliance-cycle:act:act-25-BJ-0003/compliance-cycle', 1, 'unit/BJ-0003', 'BJ-0003/L1', 'allowance', -5600),
	('2024/BJ-0003/compliance-cycle:act:act-25-BJ-0003/compliance-cycle', 2, 'taken-back', 'BJ-0003/L1', 'allowance', 5600),
	('2024/BJ-0002/compliance-cycle:act:act-28-BJ-0002', 1, 'unit/BJ-0002', 'BJ-0002/L1', 'allowance', -3000),
	('2024/BJ-0002/compliance-cycle:act:act-28-BJ-0002', 2, 'surrendered/2024', 'BJ-0002/L1', 'allowance', 3000),
	('2024/BJ-0002/compliance-cycle:act:act-28-BJ-0002', 3, 'unit/BJ-0002', 'BJ-0002/L2', 'allowance', -1000),
	('2024/BJ-0002/compliance-cycle:act:act-28-BJ-0002', 4, 'surrendered/2024', 'BJ-0002/L2', 'allowance', 1000),
	('2024/BJ-0001/compliance-cycle:act:act-30-BJ-0001', 1, 'unit/BJ-0001', 'BJ-0001/L3', 'allowance', -10),
	('2024/BJ-0001/compliance-cycle:act:act-30-BJ-0001', 2, 'cancelled', 'BJ-0001/L3', 'allowance', 10);

INSERT INTO public.schema_changes VALUES
	(1, '0001_cases', '2026-11-28 11:57:37.766123'),
	(2, '0002_door', '2026-11-28 11:57:37.789902'),
	(3, '0003_outbox', '2026-11-28 11:57:37.80265'),
	(4, '0004_ledger', '2026-11-28 11:57:37.819785'),
	(5, '0005_steps', '2026-11-28 11:57:37.882826'),
	(6, '0006_carrying', '2026-11-28 11:57:37.885928'),
	(7, '0007_accounts', '2026-11-28 11:57:37.889969'),
	(8, '0008_claims', '2026-11-28 11:57:37.894168'),
	(9, '0009_alarms', '2026-11-28 11:57:37.89992'),
	(10, '0010_writing', '2026-11-28 11:57:37.906096'),
	(11, '0011_chains', '2026-11-28 11:57:37.914093'),
	(12, '0020_auctions', '2026-11-28 11:57:37.915536'),
	(13, '0021_one_round_trip', '2026-11-28 11:57:37.91673'),
	(14, '0022_short_way', '2026-11-28 11:57:37.938001'),
	(15, '0023_anchors', '2026-11-28 11:57:37.955716'),
	(16, '0024_one_statement', '2026-11-28 11:57:37.961891'),
	(17, '0031_later_stamps', '2026-11-28 11:57:37.963119'),
	(18, '0041_auction_payment', '2026-11-28 11:57:37.963791');

INSERT INTO public.transactions VALUES
	('2024/BJ-0001/compliance-cycle:open', '2024/BJ-0001/compliance-cycle', 1, 1707926400000, 'platform', 'e2f823acae334c77e46239a088e5821280fa03f6c162e2f849359be6c58d7fe0', '2026-11-28 11:57:39.402485+00'),
	('2024/BJ-0002/compliance-cycle:open', '2024/BJ-0002/compliance-cycle', 1, 1707926400000, 'platform', '93a00cc5b05f26d4ef6c47e33c00b0add979d3efdaa51eee7204c657b16fa9f8', '2026-11-28 11:57:39.506981+00'),
	('2024/BJ-0001/compliance-cycle:act:act-13-BJ-0001', '2024/BJ-0001/compliance-cycle', 19, 1720922400000, 'city/a', '4e148b0d71f83ebe15fef1f0287bdd73797a42eadf471d6f83ac49d130daade4', '2026-11-28 11:57:41.660328+00'),
	('2024/BJ-0003/compliance-cycle:act:act-15-BJ-0003', '2024/BJ-0003/compliance-cycle', 19, 1721008800000, 'city/a', 'ed38e3d6dd4b1d2603a6fc8c80d95d7dc2806c28219c54fc50f5b2c3d1438e10', '2026-11-28 11:57:41.876464+00'),
	('2024/BJ-0001/compliance-cycle:act:act-17-BJ-0001', '2024/BJ-0001/compliance-cycle', 23, 1722477600000, 'exchange', 'c59fed5fe4031c7968f5903ea0a63902d3ccae7389012121831e6d7097181188', '2026-11-28 11:57:42.223542+00'),
	('2024/BJ-0001/compliance-cycle:act:act-23-BJ-0001', '2024/BJ-0001/compliance-cycle', 28, 1726106400000, 'city/a', '579638d5705ec226889ebe5eb42350a825ae21fa66cb79b850a50d2135abc304', '2026-11-28 11:57:42.588566+00'),
	('2024/BJ-0002/compliance-cycle:act:act-24-BJ-0002', '2024/BJ-0002/compliance-cycle', 34, 1726192800000, 'city/a', '7a9cbe0326037355603bc28f8a57b3245ff4a69b8aa029f0ef5c45486e4f1c5e', '2026-11-28 11:57:42.64182+00'),
	('2024/BJ-0003/compliance-cycle:act:act-25-BJ-0003/compliance-cycle', '2024/BJ-0003/compliance-cycle', 32, 1726797600000, 'city/a', '1de4bd422746bcc032d74144479c437082ac9132186966f4c6927a591a7ac8f1', '2026-11-28 11:57:42.723414+00'),
	('2024/BJ-0002/compliance-cycle:act:act-28-BJ-0002', '2024/BJ-0002/compliance-cycle', 37, 1728525600000, 'BJ-0002', 'cb3fb62e49a1f0f5f1fd84b4c7c2a68fd684b9e880b2ef744e31159207025fc7', '2026-11-28 11:57:42.900357+00'),
	('2024/BJ-0001/compliance-cycle:act:act-30-BJ-0001', '2024/BJ-0001/compliance-cycle', 32, 1728957600000, 'BJ-0001', '95b5cbd56debb5f936d64bf2d8e333bdf6679f2cebab68fe17fccfa1330f1e30', '2026-11-28 11:57:42.959649+00');

SELECT pg_catalog.setval('public.alarms_id_seq', 1, false);

SELECT pg_catalog.setval('public.schema_changes_id_seq', 18, true);

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_pkey PRIMARY KEY (unit);

ALTER TABLE ONLY public.acts
    ADD CONSTRAINT acts_pkey PRIMARY KEY (act_id, case_id);

ALTER TABLE ONLY public.alarms
    ADD CONSTRAINT alarms_check_name_subject_found_key UNIQUE (check_name, subject, found);

ALTER TABLE ONLY public.alarms
    ADD CONSTRAINT alarms_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.anchored_heads
    ADD CONSTRAINT anchored_heads_pkey PRIMARY KEY (case_id, day);

ALTER TABLE ONLY public.anchors
    ADD CONSTRAINT anchors_pkey PRIMARY KEY (day);

ALTER TABLE ONLY public.cases
    ADD CONSTRAINT cases_pkey PRIMARY KEY (case_id);

ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_once UNIQUE (step_key, case_id, k);

ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (case_id, seq);

ALTER TABLE ONLY public.lots
    ADD CONSTRAINT lots_pkey PRIMARY KEY (lot);

ALTER TABLE ONLY public.lots
    ADD CONSTRAINT lots_unit_n_key UNIQUE (unit, n);

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.postings
    ADD CONSTRAINT postings_pkey PRIMARY KEY (tx, n);

ALTER TABLE ONLY public.schema_changes
    ADD CONSTRAINT schema_changes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.transactions
    ADD CONSTRAINT transactions_pkey PRIMARY KEY (id);

CREATE INDEX acts_refused ON public.acts USING btree (stamp, act_id) WHERE (state = 'refused'::text);

CREATE INDEX acts_stored ON public.acts USING btree (case_id, stamp) WHERE (state = 'stored'::text);

CREATE INDEX alarms_open ON public.alarms USING btree (id) WHERE (released_at IS NULL);

CREATE INDEX anchored_heads_day ON public.anchored_heads USING btree (day, case_id);

CREATE INDEX cases_unit ON public.cases USING btree (unit);

CREATE INDEX outbox_unit ON public.outbox USING btree (unit);

CREATE INDEX outbox_waiting ON public.outbox USING btree (retry_at, at, id) WHERE (sent_at IS NULL);

CREATE INDEX postings_account ON public.postings USING btree (account);

CREATE TRIGGER accounts_keep BEFORE UPDATE OF unit ON public.accounts FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER accounts_stay BEFORE DELETE OR TRUNCATE ON public.accounts FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER accounts_with_claims AFTER INSERT OR UPDATE OF debt, shortfall, claims ON public.accounts FOR EACH ROW WHEN (((new.claims = '[]'::jsonb) <> (((new.debt)::bigint = 0) AND ((new.shortfall)::bigint = 0)))) EXECUTE FUNCTION public.accounts_with_claims();

CREATE TRIGGER acts_keep BEFORE UPDATE OF act_id, case_id, stamp, do_what, by, approved_by, body, recorded_at ON public.acts FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER acts_stay BEFORE DELETE OR TRUNCATE ON public.acts FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER alarms_keep BEFORE UPDATE OF id, check_name, subject, found, raised_at, recorded_at ON public.alarms FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER alarms_released_once BEFORE UPDATE ON public.alarms FOR EACH ROW WHEN ((old.released_at IS NOT NULL)) EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER alarms_stay BEFORE DELETE OR TRUNCATE ON public.alarms FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER anchor_follows AFTER INSERT ON public.anchors FOR EACH ROW EXECUTE FUNCTION public.anchor_follows();

CREATE TRIGGER anchored_heads_stay BEFORE DELETE OR UPDATE OR TRUNCATE ON public.anchored_heads FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER anchors_stay BEFORE DELETE OR UPDATE OR TRUNCATE ON public.anchors FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER auction_adds_up AFTER INSERT ON public.events FOR EACH ROW WHEN (((new.body ->> 'type'::text) = ANY (ARRAY['auction-cleared'::text, 'auction-settled'::text, 'award-delivered'::text, 'award-refused'::text, 'result-published'::text]))) EXECUTE FUNCTION public.auction_adds_up();

CREATE CONSTRAINT TRIGGER case_stands AFTER UPDATE OF seq, head ON public.cases DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.case_stands();

CREATE TRIGGER cases_keep BEFORE UPDATE OF case_id, kind, unit, cycle, opening, opened_at, recorded_at ON public.cases FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER cases_stay BEFORE DELETE OR TRUNCATE ON public.cases FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER event_follows AFTER INSERT ON public.events FOR EACH ROW EXECUTE FUNCTION public.event_follows();

CREATE TRIGGER events_stay BEFORE DELETE OR UPDATE OR TRUNCATE ON public.events FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER keep_bids_sealed AFTER INSERT ON public.acts FOR EACH ROW WHEN ((new.do_what = ANY (ARRAY['file-bid'::text, 'open-bid'::text, 'withdraw-bid'::text]))) EXECUTE FUNCTION public.keep_bids_sealed();

CREATE TRIGGER lots_begin_empty BEFORE INSERT ON public.lots FOR EACH ROW WHEN ((new.quantity <> 0)) EXECUTE FUNCTION public.refuse_quantity();

CREATE TRIGGER lots_by_postings BEFORE UPDATE OF quantity ON public.lots FOR EACH ROW WHEN (((old.quantity IS DISTINCT FROM new.quantity) AND (pg_trigger_depth() = 0))) EXECUTE FUNCTION public.refuse_quantity();

CREATE TRIGGER lots_keep BEFORE UPDATE OF lot, unit, n, product, vintage, origin, recorded_on ON public.lots FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER lots_stay BEFORE DELETE OR TRUNCATE ON public.lots FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER outbox_keeps BEFORE UPDATE OF id, kind, case_id, unit, recipient, template, duty, at, say ON public.outbox FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER outbox_stays BEFORE DELETE OR TRUNCATE ON public.outbox FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER postings_move AFTER INSERT ON public.postings REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION public.postings_move();

CREATE TRIGGER postings_stay BEFORE DELETE OR UPDATE OR TRUNCATE ON public.postings FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER transactions_stay BEFORE DELETE OR UPDATE OR TRUNCATE ON public.transactions FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(case_id);

ALTER TABLE ONLY public.anchored_heads
    ADD CONSTRAINT anchored_heads_day_fkey FOREIGN KEY (day) REFERENCES public.anchors(day);

ALTER TABLE ONLY public.lots
    ADD CONSTRAINT lots_unit_fkey FOREIGN KEY (unit) REFERENCES public.accounts(unit);

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(case_id);

ALTER TABLE ONLY public.transactions
    ADD CONSTRAINT transactions_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(case_id);

