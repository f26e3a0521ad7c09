--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

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

--
-- Name: ledger_account; Type: DOMAIN; Schema: public; Owner: -
--

CREATE DOMAIN public.ledger_account AS text
	CONSTRAINT postings_account_check CHECK (((VALUE = ANY (ARRAY['issuance'::text, 'surrendered'::text, 'taken-back'::text, 'expired'::text, 'cancelled'::text])) OR (VALUE ~ '^surrendered/[0-9]{4}$'::text) OR (VALUE ~~ 'unit/%'::text)));


--
-- Name: lot_origin; Type: DOMAIN; Schema: public; Owner: -
--

CREATE DOMAIN public.lot_origin AS text
	CONSTRAINT lots_origin_check CHECK ((VALUE = ANY (ARRAY['beijing'::text, 'outside'::text])));


--
-- Name: lot_product; Type: DOMAIN; Schema: public; Owner: -
--

CREATE DOMAIN public.lot_product AS text
	CONSTRAINT lots_product_check CHECK ((VALUE = ANY (ARRAY['allowance'::text, 'ccer'::text, 'carbon-inclusive'::text])));


--
-- Name: moved_tonnes; Type: DOMAIN; Schema: public; Owner: -
--

CREATE DOMAIN public.moved_tonnes AS bigint
	CONSTRAINT postings_quantity_check CHECK ((VALUE <> 0));


--
-- Name: owed_tonnes; Type: DOMAIN; Schema: public; Owner: -
--

CREATE DOMAIN public.owed_tonnes AS bigint
	CONSTRAINT accounts_debt_check CHECK ((VALUE >= 0));


--
-- Name: place; Type: DOMAIN; Schema: public; Owner: -
--

CREATE DOMAIN public.place AS integer
	CONSTRAINT place_check CHECK ((VALUE > 0));


--
-- Name: place_or_none; Type: DOMAIN; Schema: public; Owner: -
--

CREATE DOMAIN public.place_or_none AS integer
	CONSTRAINT cases_seq_check CHECK ((VALUE >= 0));


--
-- Name: accounts_with_claims(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.accounts_with_claims() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception 'account %: debt % and shortfall % without claims, or claims without them', new.unit, new.debt, new.shortfall
    using errcode = 'integrity_constraint_violation';
end $$;


--
-- Name: add_step(text, integer, text, text, bigint, integer, text, jsonb, jsonb); Type: FUNCTION; Schema: public; Owner: -
--

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


--
-- Name: anchor_follows(); Type: FUNCTION; Schema: public; Owner: -
--

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


--
-- Name: apply_announcement(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.apply_announcement(p_act text) RETURNS void
    LANGUAGE sql
    AS $$
  update acts set state = 'applied' where act_id = p_act and case_id = '' and state = 'stored';
$$;


--
-- Name: auction_adds_up(); Type: FUNCTION; Schema: public; Owner: -
--

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


--
-- Name: carry_out(text, integer, text, text, bigint, integer, text, jsonb, jsonb, jsonb, jsonb); Type: FUNCTION; Schema: public; Owner: -
--

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


--
-- Name: case_stands(); Type: FUNCTION; Schema: public; Owner: -
--

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


--
-- Name: cases_told(text, text, text); Type: FUNCTION; Schema: public; Owner: -
--

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


--
-- Name: clearing_adds_up(text, jsonb); Type: FUNCTION; Schema: public; Owner: -
--

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


--
-- Name: cover_of(text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.cover_of(p_case text, p_bidder text) RETURNS numeric
    LANGUAGE sql STABLE
    AS $$
  select (body #>> '{with,cover}')::numeric from events
    where case_id = p_case and type = 'cover-recorded' and body #>> '{with,bidder}' = p_bidder order by seq desc limit 1;
$$;


--
-- Name: delivery_adds_up(text, text, jsonb); Type: FUNCTION; Schema: public; Owner: -
--

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


--
-- Name: event_follows(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.event_follows() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if not exists (select from cases where case_id = new.case_id and (seq > new.seq or (seq = new.seq and head = new.hash))) then
    raise exception 'event % of case % does not follow the chain', new.seq, new.case_id using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;


--
-- Name: hold_case(text, integer, text, text, bigint); Type: FUNCTION; Schema: public; Owner: -
--

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


--
-- Name: keep_bids_sealed(); Type: FUNCTION; Schema: public; Owner: -
--

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


--
-- Name: let_come(text, bigint); Type: FUNCTION; Schema: public; Owner: -
--

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


--
-- Name: meet_accounts(text, integer, text, text, bigint, text, text, boolean); Type: FUNCTION; Schema: public; Owner: -
--

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


--
-- Name: move_lot(text, text, text, bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.move_lot(p_lot text, p_account text, p_product text, p_quantity bigint) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
begin
  update lots set quantity = quantity + p_quantity where lot = p_lot and 'unit/' || unit = p_account and product = p_product;
  return found;
end $$;


--
-- Name: open_case(text, text, text, integer, jsonb, bigint, text); Type: FUNCTION; Schema: public; Owner: -
--

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


--
-- Name: payment_adds_up(text, jsonb); Type: FUNCTION; Schema: public; Owner: -
--

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


--
-- Name: postings_move(); Type: FUNCTION; Schema: public; Owner: -
--

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


--
-- Name: read_account(text); Type: FUNCTION; Schema: public; Owner: -
--

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


--
-- Name: refuse_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception '% of % refused: history is only ever added to', lower(tg_op), tg_table_name
    using errcode = 'restrict_violation', hint = 'Record a correction as a further event or posting.';
end $$;


--
-- Name: refuse_quantity(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_quantity() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception 'lot %: its quantity changes by postings only', new.lot using errcode = 'integrity_constraint_violation';
end $$;


--
-- Name: result_adds_up(text, jsonb); Type: FUNCTION; Schema: public; Owner: -
--

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


--
-- Name: store_act(text, text[], bigint, text, text, text, jsonb); Type: FUNCTION; Schema: public; Owner: -
--

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


--
-- Name: take_step(text, integer, text, text, bigint, integer, text, jsonb, jsonb); Type: FUNCTION; Schema: public; Owner: -
--

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


--
-- Name: write_ledger(text, integer, bigint, jsonb); Type: FUNCTION; Schema: public; Owner: -
--

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


--
-- Name: write_movement(text, integer, text, text, bigint, integer, text, jsonb, jsonb, jsonb, jsonb); Type: FUNCTION; Schema: public; Owner: -
--

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


--
-- Name: write_step(text, integer, text, text, bigint, integer, text, jsonb, jsonb, jsonb, jsonb); Type: FUNCTION; Schema: public; Owner: -
--

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

--
-- Name: accounts; Type: TABLE; Schema: public; Owner: -
--

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


--
-- Name: acts; Type: TABLE; Schema: public; Owner: -
--

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


--
-- Name: alarms; Type: TABLE; Schema: public; Owner: -
--

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


--
-- Name: alarms_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.alarms ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.alarms_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: anchored_heads; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.anchored_heads (
    day date NOT NULL,
    case_id text NOT NULL,
    seq integer NOT NULL,
    head text NOT NULL,
    moved text NOT NULL,
    CONSTRAINT anchored_heads_seq_check CHECK ((seq > 0))
);


--
-- Name: anchors; Type: TABLE; Schema: public; Owner: -
--

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


--
-- Name: cases; Type: TABLE; Schema: public; Owner: -
--

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


--
-- Name: events; Type: TABLE; Schema: public; Owner: -
--

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


--
-- Name: lots; Type: TABLE; Schema: public; Owner: -
--

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


--
-- Name: outbox; Type: TABLE; Schema: public; Owner: -
--

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


--
-- Name: postings; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.postings (
    tx text NOT NULL,
    n public.place NOT NULL,
    account public.ledger_account NOT NULL,
    lot text NOT NULL,
    product text NOT NULL,
    quantity public.moved_tonnes NOT NULL
);


--
-- Name: schema_changes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.schema_changes (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    run_on timestamp without time zone NOT NULL
);


--
-- Name: schema_changes_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.schema_changes_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: schema_changes_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.schema_changes_id_seq OWNED BY public.schema_changes.id;


--
-- Name: transactions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.transactions (
    id text NOT NULL,
    case_id text NOT NULL,
    seq integer NOT NULL,
    at bigint NOT NULL,
    by text NOT NULL,
    hash text NOT NULL,
    recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);


--
-- Name: schema_changes id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schema_changes ALTER COLUMN id SET DEFAULT nextval('public.schema_changes_id_seq'::regclass);


--
-- Data for Name: accounts; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.accounts VALUES ('BJ-0005', 'ops@bj-0005.example', '2024/BJ-0005/general-report', 0, 0, false, 0, '[]');
INSERT INTO public.accounts VALUES ('BJ-0006', 'ops@bj-0006.example', '2024/BJ-0006/general-report', 0, 0, false, 0, '[]');
INSERT INTO public.accounts VALUES ('BJ-0003', 'ops@bj-0003.example', '2024/BJ-0003/compliance-cycle', 0, 0, false, 3, '[]');
INSERT INTO public.accounts VALUES ('BJ-0002', 'ops@bj-0002.example', '2024/BJ-0002/compliance-cycle', 0, 0, false, 2, '[]');
INSERT INTO public.accounts VALUES ('BJ-0001', 'ops@bj-0001.example', '2024/BJ-0001/compliance-cycle', 0, 0, false, 9, '[]');
INSERT INTO public.accounts VALUES ('BJ-0004', 'ops@bj-0004.example', '2024/BJ-0004/compliance-cycle', 0, 4300, false, 9, '[{"case": "2024/BJ-0004/compliance-cycle", "debt": "0", "cycle": 2024, "shortfall": "4300"}]');


--
-- Data for Name: acts; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.acts VALUES ('adopt-2', '2024/city/city-cycle', 1716188400000, 'adopt-revision', 'city/a', 'city/b', '{"basis": "通告", "before": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "digest": "sha256:9adcf80a3310d0adf4a48c59996a281051203aebd5faf8b2817c7197a2a18cfc", "revision": 2, "deadlines": {"first-report": "2024-06-30"}}', 'applied', NULL, '2026-11-28 12:10:11.540114+00');
INSERT INTO public.acts VALUES ('adopt-2', '2024/BJ-0002/compliance-cycle', 1716188400000, 'adopt-revision', 'city/a', 'city/b', '{"basis": "通告", "before": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "digest": "sha256:9adcf80a3310d0adf4a48c59996a281051203aebd5faf8b2817c7197a2a18cfc", "revision": 2, "deadlines": {"first-report": "2024-06-30"}}', 'applied', NULL, '2026-11-28 12:10:11.540297+00');
INSERT INTO public.acts VALUES ('adopt-2', '2024/BJ-0001/monthly-evidence', 1716188400000, 'adopt-revision', 'city/a', 'city/b', '{"basis": "通告", "before": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "digest": "sha256:9adcf80a3310d0adf4a48c59996a281051203aebd5faf8b2817c7197a2a18cfc", "revision": 2, "deadlines": {"first-report": "2024-06-30"}}', 'applied', NULL, '2026-11-28 12:10:11.540288+00');
INSERT INTO public.acts VALUES ('adopt-2', '2024/BJ-0003/monthly-evidence', 1716188400000, 'adopt-revision', 'city/a', 'city/b', '{"basis": "通告", "before": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "digest": "sha256:9adcf80a3310d0adf4a48c59996a281051203aebd5faf8b2817c7197a2a18cfc", "revision": 2, "deadlines": {"first-report": "2024-06-30"}}', 'applied', NULL, '2026-11-28 12:10:11.54031+00');
INSERT INTO public.acts VALUES ('adopt-2', '2024/BJ-0003/compliance-cycle', 1716188400000, 'adopt-revision', 'city/a', 'city/b', '{"basis": "通告", "before": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "digest": "sha256:9adcf80a3310d0adf4a48c59996a281051203aebd5faf8b2817c7197a2a18cfc", "revision": 2, "deadlines": {"first-report": "2024-06-30"}}', 'applied', NULL, '2026-11-28 12:10:11.540303+00');
INSERT INTO public.acts VALUES ('adopt-2', '2024/BJ-0001/compliance-cycle', 1716188400000, 'adopt-revision', 'city/a', 'city/b', '{"basis": "通告", "before": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "digest": "sha256:9adcf80a3310d0adf4a48c59996a281051203aebd5faf8b2817c7197a2a18cfc", "revision": 2, "deadlines": {"first-report": "2024-06-30"}}', 'applied', NULL, '2026-11-28 12:10:11.540282+00');
INSERT INTO public.acts VALUES ('adopt-2', '2024/BJ-0002/monthly-evidence', 1716188400000, 'adopt-revision', 'city/a', 'city/b', '{"basis": "通告", "before": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "digest": "sha256:9adcf80a3310d0adf4a48c59996a281051203aebd5faf8b2817c7197a2a18cfc", "revision": 2, "deadlines": {"first-report": "2024-06-30"}}', 'applied', NULL, '2026-11-28 12:10:11.5403+00');
INSERT INTO public.acts VALUES ('adopt-2', '2024/BJ-0004/compliance-cycle', 1716188400000, 'adopt-revision', 'city/a', 'city/b', '{"basis": "通告", "before": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "digest": "sha256:9adcf80a3310d0adf4a48c59996a281051203aebd5faf8b2817c7197a2a18cfc", "revision": 2, "deadlines": {"first-report": "2024-06-30"}}', 'applied', NULL, '2026-11-28 12:10:11.540313+00');
INSERT INTO public.acts VALUES ('adopt-2', '2024/BJ-0004/monthly-evidence', 1716188400000, 'adopt-revision', 'city/a', 'city/b', '{"basis": "通告", "before": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "digest": "sha256:9adcf80a3310d0adf4a48c59996a281051203aebd5faf8b2817c7197a2a18cfc", "revision": 2, "deadlines": {"first-report": "2024-06-30"}}', 'applied', NULL, '2026-11-28 12:10:11.540315+00');
INSERT INTO public.acts VALUES ('adopt-2', '2024/BJ-0005/general-report', 1716188400000, 'adopt-revision', 'city/a', 'city/b', '{"basis": "通告", "before": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "digest": "sha256:9adcf80a3310d0adf4a48c59996a281051203aebd5faf8b2817c7197a2a18cfc", "revision": 2, "deadlines": {"first-report": "2024-06-30"}}', 'applied', NULL, '2026-11-28 12:10:11.54032+00');
INSERT INTO public.acts VALUES ('adopt-2', '2024/BJ-0006/general-report', 1716188400000, 'adopt-revision', 'city/a', 'city/b', '{"basis": "通告", "before": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "digest": "sha256:9adcf80a3310d0adf4a48c59996a281051203aebd5faf8b2817c7197a2a18cfc", "revision": 2, "deadlines": {"first-report": "2024-06-30"}}', 'applied', NULL, '2026-11-28 12:10:11.540323+00');
INSERT INTO public.acts VALUES ('unknown-1', '', 1717380000000, 'submit-first-report', 'BJ-0099', NULL, '{"sealed": true, "emissions": "1"}', 'refused', '{"en": "no unit BJ-0099 in the register; name the unit concerned with \"for\"", "zh": "名单中没有单位 BJ-0099", "refused": "unknown-unit"}', '2026-11-28 12:10:12.153384+00');
INSERT INTO public.acts VALUES ('early-1', '2024/BJ-0001/compliance-cycle', 1717380001000, 'surrender', 'BJ-0001', NULL, '{"quantity": "1"}', 'refused', '{"en": "the emissions are not confirmed yet", "zh": "碳排放量尚未核定", "clause": "三(四)", "refused": "too-early"}', '2026-11-28 12:10:12.19957+00');
INSERT INTO public.acts VALUES ('alone-1', '', 1717380002000, 'pre-allocate', 'city/a', 'city/a', '{"basis": "预发方案", "amount": "70000"}', 'refused', '{"en": "pre-allocate needs two different officers", "zh": "pre-allocate 的经办人与批准人不能是同一人", "refused": "same-officer"}', '2026-11-28 12:10:12.241979+00');
INSERT INTO public.acts VALUES ('stranger-1', '', 1717380003000, 'submit-first-report', 'BJ-0002', NULL, '{"sealed": true, "emissions": "1"}', 'refused', '{"en": "submit-first-report is for the unit itself, not for BJ-0002", "zh": "submit-first-report 只能由单位本身办理，BJ-0002 无权", "refused": "not-allowed"}', '2026-11-28 12:10:12.276326+00');
INSERT INTO public.acts VALUES ('evidence-0001-05', '2024/BJ-0001/monthly-evidence', 1717552800000, 'submit-monthly-evidence', 'BJ-0001', NULL, '{"files": [{"name": "账单.pdf", "sha256": "abababababababababababababababababababababababababababababababab"}], "fuels": [{"fuel": "natural-gas", "consumption": "120.5"}], "month": "2024-05", "electricityMWh": "1234.5"}', 'applied', NULL, '2026-11-28 12:10:12.307553+00');
INSERT INTO public.acts VALUES ('evidence-0004-05', '2024/BJ-0004/monthly-evidence', 1717639200000, 'submit-monthly-evidence', 'BJ-0004', NULL, '{"files": [{"name": "账单.pdf", "sha256": "abababababababababababababababababababababababababababababababab"}], "fuels": [{"fuel": "natural-gas", "consumption": "120.5"}], "month": "2024-05", "electricityMWh": "900"}', 'applied', NULL, '2026-11-28 12:10:12.394728+00');
INSERT INTO public.acts VALUES ('report-0001', '2024/BJ-0001/compliance-cycle', 1717984800000, 'submit-first-report', 'BJ-0001', NULL, '{"sealed": true, "emissions": "98000"}', 'applied', NULL, '2026-11-28 12:10:12.465261+00');
INSERT INTO public.acts VALUES ('verifier-0001', '2024/BJ-0001/compliance-cycle', 1718157600000, 'appoint-verifier', 'BJ-0001', NULL, '{"verifier": "V-01"}', 'applied', NULL, '2026-11-28 12:10:12.602336+00');
INSERT INTO public.acts VALUES ('verifier-0004', '2024/BJ-0004/compliance-cycle', 1718157601000, 'appoint-verifier', 'BJ-0004', NULL, '{"verifier": "V-02"}', 'applied', NULL, '2026-11-28 12:10:12.647913+00');
INSERT INTO public.acts VALUES ('check-evidence-0001-05', '2024/BJ-0001/monthly-evidence', 1718244000000, 'check-monthly-evidence', 'chaoyang', NULL, '{"month": "2024-05", "result": "pass"}', 'applied', NULL, '2026-11-28 12:10:12.803352+00');
INSERT INTO public.acts VALUES ('check-evidence-0004-05', '2024/BJ-0004/monthly-evidence', 1718244001000, 'check-monthly-evidence', 'haidian', NULL, '{"month": "2024-05", "result": "return", "findings": ["缺少电费单"]}', 'applied', NULL, '2026-11-28 12:10:12.859033+00');
INSERT INTO public.acts VALUES ('report-0003', '2024/BJ-0003/compliance-cycle', 1718416800000, 'submit-first-report', 'BJ-0003', NULL, '{"sealed": true, "emissions": "19000"}', 'applied', NULL, '2026-11-28 12:10:13.234801+00');
INSERT INTO public.acts VALUES ('report-0004', '', 1718589600000, 'submit-first-report', 'BJ-0004', NULL, '{"sealed": true, "emissions": "四万"}', 'refused', '{"en": "with.emissions must be a decimal number that is not negative, written as a string", "zh": "with.emissions：应为不小于零的十进制数（以字符串书写）", "path": ["with", "emissions"], "refused": "bad-input"}', '2026-11-28 12:10:13.340336+00');
INSERT INTO public.acts VALUES ('report-0004', '2024/BJ-0004/compliance-cycle', 1718589600000, 'submit-first-report', 'BJ-0004', NULL, '{"sealed": true, "emissions": "40000"}', 'applied', NULL, '2026-11-28 12:10:13.349405+00');
INSERT INTO public.acts VALUES ('evidence-0004-05-again', '2024/BJ-0004/monthly-evidence', 1718676000000, 'submit-monthly-evidence', 'BJ-0004', NULL, '{"files": [{"name": "账单.pdf", "sha256": "abababababababababababababababababababababababababababababababab"}], "fuels": [{"fuel": "natural-gas", "consumption": "120.5"}], "month": "2024-05", "electricityMWh": "910"}', 'applied', NULL, '2026-11-28 12:10:13.42076+00');
INSERT INTO public.acts VALUES ('plan-0002', '2024/BJ-0002/compliance-cycle', 1718848800000, 'submit-data-quality-plan', 'BJ-0002', NULL, '{"sealed": true, "version": "1.0"}', 'applied', NULL, '2026-11-28 12:10:13.593316+00');
INSERT INTO public.acts VALUES ('report-0002', '2024/BJ-0002/compliance-cycle', 1719885600000, 'submit-first-report', 'BJ-0002', NULL, '{"sealed": true, "emissions": "1200.25"}', 'applied', NULL, '2026-11-28 12:10:14.077462+00');
INSERT INTO public.acts VALUES ('evidence-0001-06', '2024/BJ-0001/monthly-evidence', 1720144800000, 'submit-monthly-evidence', 'BJ-0001', NULL, '{"files": [{"name": "账单.pdf", "sha256": "abababababababababababababababababababababababababababababababab"}], "fuels": [{"fuel": "natural-gas", "consumption": "120.5"}], "month": "2024-06", "electricityMWh": "1100"}', 'applied', NULL, '2026-11-28 12:10:14.186663+00');
INSERT INTO public.acts VALUES ('verifier-0002', '2024/BJ-0002/compliance-cycle', 1720404000000, 'appoint-verifier', 'BJ-0002', NULL, '{"verifier": "V-01"}', 'applied', NULL, '2026-11-28 12:10:14.523029+00');
INSERT INTO public.acts VALUES ('pre-0003', '2024/BJ-0003/compliance-cycle', 1720490400000, 'pre-allocate', 'city/a', 'city/b', '{"basis": "预发方案", "amount": "14000"}', 'applied', NULL, '2026-11-28 12:10:14.779952+00');
INSERT INTO public.acts VALUES ('leave-0003', '2024/BJ-0003/compliance-cycle', 1720576800000, 'leave', 'city/a', 'city/b', '{"to": "national-market", "basis": "名单调整"}', 'applied', NULL, '2026-11-28 12:10:14.966037+00');
INSERT INTO public.acts VALUES ('leave-0003', '2024/BJ-0003/monthly-evidence', 1720576800000, 'leave', 'city/a', 'city/b', '{"to": "national-market", "basis": "名单调整"}', 'applied', NULL, '2026-11-28 12:10:14.971103+00');
INSERT INTO public.acts VALUES ('general-0005', '2024/BJ-0005/general-report', 1720580400000, 'submit-general-report', 'BJ-0005', NULL, '{"sealed": true, "emissions": "3100"}', 'applied', NULL, '2026-11-28 12:10:15.105571+00');
INSERT INTO public.acts VALUES ('verified-0001', '2024/BJ-0001/compliance-cycle', 1720749600000, 'submit-verified-report', 'BJ-0001', NULL, '{"sealed": true, "emissions": "98200", "verifierReport": {"sealed": true, "verifier": "V-01"}}', 'applied', NULL, '2026-11-28 12:10:15.290556+00');
INSERT INTO public.acts VALUES ('adjust-0001', '2024/BJ-0001/compliance-cycle', 1720836000000, 'apply-for-adjustment', 'BJ-0001', NULL, '{"ground": "新增设施", "sealed": true, "tonnes": "1200"}', 'applied', NULL, '2026-11-28 12:10:15.376488+00');
INSERT INTO public.acts VALUES ('verified-0004', '2024/BJ-0004/compliance-cycle', 1720922400000, 'submit-verified-report', 'BJ-0004', NULL, '{"sealed": true, "emissions": "40100", "verifierReport": {"sealed": true, "verifier": "V-02"}}', 'applied', NULL, '2026-11-28 12:10:15.540082+00');
INSERT INTO public.acts VALUES ('pre-0001', '2024/BJ-0001/compliance-cycle', 1720926000000, 'pre-allocate', 'city/a', 'city/b', '{"basis": "预发方案", "amount": "70000"}', 'applied', NULL, '2026-11-28 12:10:15.596972+00');
INSERT INTO public.acts VALUES ('pre-0004', '2024/BJ-0004/compliance-cycle', 1720926001000, 'pre-allocate', 'city/a', 'city/b', '{"basis": "预发方案", "amount": "28700"}', 'applied', NULL, '2026-11-28 12:10:15.647079+00');
INSERT INTO public.acts VALUES ('general-0006', '2024/BJ-0006/general-report', 1721268000000, 'submit-general-report', 'BJ-0006', NULL, '{"sealed": true, "emissions": "2900.5"}', 'applied', NULL, '2026-11-28 12:10:15.890259+00');
INSERT INTO public.acts VALUES ('check-0001', '2024/BJ-0001/compliance-cycle', 1721354400000, 'first-check', 'chaoyang', NULL, '{"result": "pass"}', 'applied', NULL, '2026-11-28 12:10:15.984377+00');
INSERT INTO public.acts VALUES ('check-0004', '2024/BJ-0004/compliance-cycle', 1721440800000, 'first-check', 'haidian', NULL, '{"result": "return", "findings": ["燃料数据与账单不符"]}', 'applied', NULL, '2026-11-28 12:10:16.2403+00');
INSERT INTO public.acts VALUES ('verified-0004-again', '2024/BJ-0004/compliance-cycle', 1721786400000, 'submit-verified-report', 'BJ-0004', NULL, '{"sealed": true, "emissions": "40000", "verifierReport": {"sealed": true, "verifier": "V-02"}}', 'applied', NULL, '2026-11-28 12:10:16.456422+00');
INSERT INTO public.acts VALUES ('check-0004-again', '2024/BJ-0004/compliance-cycle', 1721959200000, 'first-check', 'haidian', NULL, '{"result": "pass"}', 'applied', NULL, '2026-11-28 12:10:16.645922+00');
INSERT INTO public.acts VALUES ('strike-09', '2024/city/city-cycle', 1722495600000, 'strike-off-verifier', 'city/a', 'city/b', '{"basis": "决定书", "verifier": "V-09"}', 'applied', NULL, '2026-11-28 12:10:16.803417+00');
INSERT INTO public.acts VALUES ('strike-09', '2024/BJ-0001/compliance-cycle', 1722495600000, 'strike-off-verifier', 'city/a', 'city/b', '{"basis": "决定书", "verifier": "V-09"}', 'applied', NULL, '2026-11-28 12:10:16.803459+00');
INSERT INTO public.acts VALUES ('strike-09', '2024/BJ-0003/compliance-cycle', 1722495600000, 'strike-off-verifier', 'city/a', 'city/b', '{"basis": "决定书", "verifier": "V-09"}', 'applied', NULL, '2026-11-28 12:10:16.803471+00');
INSERT INTO public.acts VALUES ('strike-09', '2024/BJ-0004/compliance-cycle', 1722495600000, 'strike-off-verifier', 'city/a', 'city/b', '{"basis": "决定书", "verifier": "V-09"}', 'applied', NULL, '2026-11-28 12:10:16.803475+00');
INSERT INTO public.acts VALUES ('strike-09', '2024/BJ-0002/compliance-cycle', 1722495600000, 'strike-off-verifier', 'city/a', 'city/b', '{"basis": "决定书", "verifier": "V-09"}', 'applied', NULL, '2026-11-28 12:10:16.803466+00');
INSERT INTO public.acts VALUES ('check-general-0005', '2024/BJ-0005/general-report', 1722823200000, 'check-general-report', 'chaoyang', NULL, '{"result": "pass"}', 'applied', NULL, '2026-11-28 12:10:17.066996+00');
INSERT INTO public.acts VALUES ('check-general-0006', '2024/BJ-0006/general-report', 1722909600000, 'check-general-report', 'haidian', NULL, '{"result": "return", "findings": ["缺少热力数据"]}', 'applied', NULL, '2026-11-28 12:10:17.222757+00');
INSERT INTO public.acts VALUES ('general-0006-again', '2024/BJ-0006/general-report', 1723428000000, 'submit-general-report', 'BJ-0006', NULL, '{"sealed": true, "emissions": "3000"}', 'applied', NULL, '2026-11-28 12:10:17.294081+00');
INSERT INTO public.acts VALUES ('decide-adjust-0001', '2024/BJ-0001/compliance-cycle', 1725156000000, 'decide-adjustment', 'city/a', 'city/b', '{"basis": "审核意见", "result": "accept", "tonnes": "1000"}', 'applied', NULL, '2026-11-28 12:10:17.649332+00');
INSERT INTO public.acts VALUES ('spot-0001', '2024/BJ-0001/compliance-cycle', 1725242400000, 'record-spot-check', 'city/a', 'city/b', '{"emissions": "98210"}', 'applied', NULL, '2026-11-28 12:10:17.733283+00');
INSERT INTO public.acts VALUES ('close-0005', '2024/BJ-0005/general-report', 1725328800000, 'close-case', 'city/a', 'city/b', '{"basis": "报告已核"}', 'applied', NULL, '2026-11-28 12:10:17.84054+00');
INSERT INTO public.acts VALUES ('confirm-both', '2024/BJ-0001/compliance-cycle', 1725930000000, 'confirm-emissions', 'city/a', 'city/b', '{"basis": "核查报告", "emissions": "98200"}', 'applied', NULL, '2026-11-28 12:10:18.262733+00');
INSERT INTO public.acts VALUES ('confirm-both', '2024/BJ-0004/compliance-cycle', 1725930000000, 'confirm-emissions', 'city/a', 'city/b', '{"basis": "核查报告", "emissions": "40000"}', 'applied', NULL, '2026-11-28 12:10:18.308139+00');
INSERT INTO public.acts VALUES ('announcement', '', 1725933600000, 'announce-auction', 'city/a', 'city/b', '{"lot": "100000", "basis": "有偿竞价发放公告", "floor": "100.00", "auction": "2024-1", "opensAt": "2024-09-11T09:00:00+08:00", "closesAt": "2024-09-12T00:00:00+08:00", "voluntary": [], "minimumCover": "100000.00", "openingEndsAt": "2024-09-12T17:00:00+08:00"}', 'applied', NULL, '2026-11-28 12:10:18.591997+00');
INSERT INTO public.acts VALUES ('strike-10', '2024/BJ-0001/compliance-cycle', 1732068002000, 'strike-off-verifier', 'city/a', 'city/b', '{"basis": "决定书", "verifier": "V-10"}', 'stored', NULL, '2026-11-28 12:10:26.864832+00');
INSERT INTO public.acts VALUES ('strike-10', '2024/BJ-0002/compliance-cycle', 1732068002000, 'strike-off-verifier', 'city/a', 'city/b', '{"basis": "决定书", "verifier": "V-10"}', 'stored', NULL, '2026-11-28 12:10:26.864842+00');
INSERT INTO public.acts VALUES ('strike-10', '2024/BJ-0003/compliance-cycle', 1732068002000, 'strike-off-verifier', 'city/a', 'city/b', '{"basis": "决定书", "verifier": "V-10"}', 'stored', NULL, '2026-11-28 12:10:26.864846+00');
INSERT INTO public.acts VALUES ('auction-0', '2024/2024-1/auction', 1726016400000, 'record-cover', 'exchange', NULL, '{"kind": "key", "mail": "ops@bj-0001.example", "name": "示例热力有限公司", "cover": "2200000.00", "bidder": "BJ-0001", "auction": "2024-1"}', 'applied', NULL, '2026-11-28 12:10:18.743151+00');
INSERT INTO public.acts VALUES ('2024/2024-1/auction/credit/BJ-0004', '2024/BJ-0004/compliance-cycle', 1726131600000, 'credit-auction', 'exchange', NULL, '{"to": "BJ-0004", "price": "110.00", "quantity": "400"}', 'applied', NULL, '2026-11-28 12:10:19.325987+00');
INSERT INTO public.acts VALUES ('auction-1', '2024/2024-1/auction', 1726016400000, 'file-bid', 'BJ-0001', NULL, '{"auction": "2024-1", "commitment": "aeca10e83c333306beac43cf7cfe7a8ac3b1e1152c7e03712ef2b44aff7e74b3"}', 'applied', NULL, '2026-11-28 12:10:18.771026+00');
INSERT INTO public.acts VALUES ('auction-2', '2024/2024-1/auction', 1726020000000, 'record-cover', 'exchange', NULL, '{"kind": "key", "mail": "ops@bj-0004.example", "name": "示例石化有限公司", "cover": "500000.00", "bidder": "BJ-0004", "auction": "2024-1"}', 'applied', NULL, '2026-11-28 12:10:18.844747+00');
INSERT INTO public.acts VALUES ('auction-3', '2024/2024-1/auction', 1726020000000, 'file-bid', 'BJ-0004', NULL, '{"auction": "2024-1", "commitment": "51c267f3d5dc583546bb926790a85e48296b03d4433c3f8659e1c0456fc55e39"}', 'applied', NULL, '2026-11-28 12:10:18.881319+00');
INSERT INTO public.acts VALUES ('auction-4', '2024/2024-1/auction', 1726023600000, 'record-cover', 'exchange', NULL, '{"kind": "key", "mail": "ops@bj-0002.example", "name": "示例数据中心有限公司", "cover": "500000.00", "bidder": "BJ-0002", "auction": "2024-1"}', 'applied', NULL, '2026-11-28 12:10:18.952223+00');
INSERT INTO public.acts VALUES ('auction-5', '2024/2024-1/auction', 1726023600000, 'file-bid', 'BJ-0002', NULL, '{"auction": "2024-1", "commitment": "14532dc39155ae38d35de4c6bad401eadd9173125746e5b346f2c11f9694626b"}', 'applied', NULL, '2026-11-28 12:10:18.996069+00');
INSERT INTO public.acts VALUES ('auction-6', '2024/2024-1/auction', 1726070400000, 'open-bid', 'BJ-0001', NULL, '{"fits": "aeca10e83c333306beac43cf7cfe7a8ac3b1e1152c7e03712ef2b44aff7e74b3", "lines": [{"price": "110.00", "quantity": "2000"}], "nonce": "e6b248badc6cf1ae3eccc7ccd11ece533a7ab06328b01b68415cb4aec5cab8da", "auction": "2024-1"}', 'applied', NULL, '2026-11-28 12:10:19.124303+00');
INSERT INTO public.acts VALUES ('auction-7', '2024/2024-1/auction', 1726070400000, 'open-bid', 'BJ-0004', NULL, '{"fits": "51c267f3d5dc583546bb926790a85e48296b03d4433c3f8659e1c0456fc55e39", "lines": [{"price": "120.00", "quantity": "400"}], "nonce": "7b23200d381cd31e81a87554e98b36d3eabdbdbfb52f57677653ead6b8a5fd1a", "auction": "2024-1"}', 'applied', NULL, '2026-11-28 12:10:19.16954+00');
INSERT INTO public.acts VALUES ('2024/2024-1/auction/credit/BJ-0001', '2024/BJ-0001/compliance-cycle', 1726131600000, 'credit-auction', 'exchange', NULL, '{"to": "BJ-0001", "price": "110.00", "quantity": "2000"}', 'applied', NULL, '2026-11-28 12:10:19.322786+00');
INSERT INTO public.acts VALUES ('allocate-0001', '2024/BJ-0001/compliance-cycle', 1726279200000, 'allocate', 'city/a', 'city/b', '{"basis": "核定意见", "amount": "97000"}', 'applied', NULL, '2026-11-28 12:10:19.509249+00');
INSERT INTO public.acts VALUES ('allocate-0004', '2024/BJ-0004/compliance-cycle', 1726279201000, 'allocate', 'city/a', 'city/b', '{"basis": "核定意见", "amount": "35000"}', 'applied', NULL, '2026-11-28 12:10:19.58971+00');
INSERT INTO public.acts VALUES ('trade-1', '2024/BJ-0001/compliance-cycle', 1726797600000, 'settle-trade', 'exchange', NULL, '{"to": "BJ-0001", "from": "BJ-0004", "price": "90.50", "quantity": "500"}', 'applied', NULL, '2026-11-28 12:10:20.178274+00');
INSERT INTO public.acts VALUES ('trade-1', '2024/BJ-0004/compliance-cycle', 1726797600000, 'settle-trade', 'exchange', NULL, '{"to": "BJ-0001", "from": "BJ-0004", "price": "90.50", "quantity": "500"}', 'applied', NULL, '2026-11-28 12:10:20.17822+00');
INSERT INTO public.acts VALUES ('trade-2', '2024/BJ-0001/compliance-cycle', 1726797601000, 'settle-trade', 'exchange', NULL, '{"to": "BJ-0001", "from": "BJ-0002", "price": "90.50", "quantity": "50000"}', 'refused', '{"en": "150 t can be traded, 50000 t are asked", "zh": "可交易配额 150 吨，不足 50000 吨", "check": "not-tradable", "refused": "insufficient-holdings"}', '2026-11-28 12:10:20.479916+00');
INSERT INTO public.acts VALUES ('trade-2', '2024/BJ-0002/compliance-cycle', 1726797601000, 'settle-trade', 'exchange', NULL, '{"to": "BJ-0001", "from": "BJ-0002", "price": "90.50", "quantity": "50000"}', 'refused', '{"en": "150 t can be traded, 50000 t are asked", "zh": "可交易配额 150 吨，不足 50000 吨", "check": "not-tradable", "refused": "insufficient-holdings"}', '2026-11-28 12:10:20.479866+00');
INSERT INTO public.acts VALUES ('offsets-0001', '2024/BJ-0001/compliance-cycle', 1728352800000, 'apply-for-offsets', 'BJ-0001', NULL, '{"lots": [{"lot": "BJ-0001/L3", "quantity": "900"}]}', 'applied', NULL, '2026-11-28 12:10:20.734108+00');
INSERT INTO public.acts VALUES ('offsets-decided-0001', '2024/BJ-0001/compliance-cycle', 1728871200000, 'decide-offsets', 'city/a', 'city/b', '{"basis": "审核意见", "result": "accept"}', 'applied', NULL, '2026-11-28 12:10:20.940124+00');
INSERT INTO public.acts VALUES ('freeze-0004', '2024/BJ-0004/compliance-cycle', 1729389600000, 'freeze-account', 'city/a', 'city/b', '{"basis": "法院协助执行"}', 'applied', NULL, '2026-11-28 12:10:21.573882+00');
INSERT INTO public.acts VALUES ('frozen-trade', '2024/BJ-0001/compliance-cycle', 1729476000000, 'settle-trade', 'exchange', NULL, '{"to": "BJ-0001", "from": "BJ-0004", "price": "90.50", "quantity": "1"}', 'refused', '{"en": "the account is frozen", "zh": "账户已冻结", "check": "account-frozen", "clause": "三(四)", "refused": "account-frozen"}', '2026-11-28 12:10:21.781739+00');
INSERT INTO public.acts VALUES ('frozen-trade', '2024/BJ-0004/compliance-cycle', 1729476000000, 'settle-trade', 'exchange', NULL, '{"to": "BJ-0001", "from": "BJ-0004", "price": "90.50", "quantity": "1"}', 'refused', '{"en": "the account is frozen", "zh": "账户已冻结", "check": "account-frozen", "clause": "三(四)", "refused": "account-frozen"}', '2026-11-28 12:10:21.781688+00');
INSERT INTO public.acts VALUES ('unfreeze-0004', '2024/BJ-0004/compliance-cycle', 1729821600000, 'unfreeze-account', 'city/a', 'city/b', '{"basis": "解除协助"}', 'applied', NULL, '2026-11-28 12:10:21.911586+00');
INSERT INTO public.acts VALUES ('confirm-0002', '2024/BJ-0002/compliance-cycle', 1730772000000, 'confirm-emissions', 'city/a', 'city/b', '{"basis": "核查报告", "emissions": "1200.25"}', 'applied', NULL, '2026-11-28 12:10:22.052184+00');
INSERT INTO public.acts VALUES ('allocate-0002', '2024/BJ-0002/compliance-cycle', 1730858400000, 'allocate', 'city/a', 'city/b', '{"basis": "核定意见", "amount": "1000"}', 'applied', NULL, '2026-11-28 12:10:22.277624+00');
INSERT INTO public.acts VALUES ('surrender-0001', '2024/BJ-0001/compliance-cycle', 1731204000000, 'surrender', 'BJ-0001', NULL, '{"quantity": "98200"}', 'applied', NULL, '2026-11-28 12:10:22.631987+00');
INSERT INTO public.acts VALUES ('surrender-0004', '2024/BJ-0004/compliance-cycle', 1731290400000, 'surrender', 'BJ-0004', NULL, '{"quantity": "20000"}', 'applied', NULL, '2026-11-28 12:10:22.789414+00');
INSERT INTO public.acts VALUES ('cancel-0001', '2024/BJ-0001/compliance-cycle', 1731376800000, 'cancel', 'BJ-0001', NULL, '{"reason": "自愿注销", "quantity": "5"}', 'applied', NULL, '2026-11-28 12:10:22.930098+00');
INSERT INTO public.acts VALUES ('extend-0002', '2024/BJ-0002/compliance-cycle', 1731895200000, 'extend-deadline', 'city/a', 'city/b', '{"duty": "surrender", "basis": "延期决定", "dueOn": "2024-11-29"}', 'applied', NULL, '2026-11-28 12:10:26.650344+00');
INSERT INTO public.acts VALUES ('move-0004', '2024/BJ-0004/monthly-evidence', 1731981600000, 'move-district', 'city/a', 'city/b', '{"basis": "迁址", "district": "chaoyang"}', 'stored', NULL, '2026-11-28 12:10:26.758372+00');
INSERT INTO public.acts VALUES ('move-0004', '2024/BJ-0004/compliance-cycle', 1731981600000, 'move-district', 'city/a', 'city/b', '{"basis": "迁址", "district": "chaoyang"}', 'applied', NULL, '2026-11-28 12:10:26.757775+00');
INSERT INTO public.acts VALUES ('surrender-0002', '2024/BJ-0002/compliance-cycle', 1732068000000, 'surrender', 'BJ-0002', NULL, '{"quantity": "100"}', 'stored', NULL, '2026-11-28 12:10:26.86129+00');
INSERT INTO public.acts VALUES ('trade-3', '2024/BJ-0002/compliance-cycle', 1732068001000, 'settle-trade', 'exchange', NULL, '{"to": "BJ-0001", "from": "BJ-0002", "price": "88", "quantity": "10"}', 'stored', NULL, '2026-11-28 12:10:26.863814+00');
INSERT INTO public.acts VALUES ('trade-3', '2024/BJ-0001/compliance-cycle', 1732068001000, 'settle-trade', 'exchange', NULL, '{"to": "BJ-0001", "from": "BJ-0002", "price": "88", "quantity": "10"}', 'stored', NULL, '2026-11-28 12:10:26.863852+00');
INSERT INTO public.acts VALUES ('strike-10', '2024/city/city-cycle', 1732068002000, 'strike-off-verifier', 'city/a', 'city/b', '{"basis": "决定书", "verifier": "V-10"}', 'stored', NULL, '2026-11-28 12:10:26.864801+00');
INSERT INTO public.acts VALUES ('strike-10', '2024/BJ-0004/compliance-cycle', 1732068002000, 'strike-off-verifier', 'city/a', 'city/b', '{"basis": "决定书", "verifier": "V-10"}', 'stored', NULL, '2026-11-28 12:10:26.86485+00');


--
-- Data for Name: alarms; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.alarms OVERRIDING SYSTEM VALUE VALUES (1, 'offset-cap-exceeded', '2024/BJ-0001/compliance-cycle', 'a trial of the alarm', 1727744400000, '2026-11-28 12:10:20.665686+00', '2026-11-28 12:10:20.667047+00', 'city/a', 'city/b', '演练');


--
-- Data for Name: anchored_heads; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.anchored_heads VALUES ('2024-05-21', '2024/BJ-0002/compliance-cycle', 7, 'ab75b1c9b6a0b9048cf37450a4969fc927a54ba4bf4e8b808539fc35bf817357', '9215eda8e95b4eadf51645ddd1a24fe90c0c006fd2d913de5df6713f57b9a39b');
INSERT INTO public.anchored_heads VALUES ('2024-05-21', '2024/BJ-0001/monthly-evidence', 4, '07cb5b4e498130d3fe5b1484b13726f377b64d27677f98afe79578042f7e498d', '');
INSERT INTO public.anchored_heads VALUES ('2024-05-21', '2024/BJ-0003/monthly-evidence', 4, 'd995e400b9647187283c7d2da7f368a8ee9d869f88ba888ede1712fe4ea709d9', '');
INSERT INTO public.anchored_heads VALUES ('2024-05-21', '2024/BJ-0003/compliance-cycle', 5, '87f2ba64afff22ebd4c5900ba0959da2aed4e4e7fbdf3f01076a3d5869ca0bf5', '78cb5f23da8af39684dcb0e4336e7f3d571efd49bd5da3af6dfdc68ea0689652');
INSERT INTO public.anchored_heads VALUES ('2024-05-21', '2024/BJ-0001/compliance-cycle', 5, '2cf585d6b336a78a7d29d311676209cc1680bac16e2ddbd32b5b1b49a4d9970d', '777d17d83fac8a5054ffbda81201fe3e45d92aed737d2b55a92763f08aa50e98');
INSERT INTO public.anchored_heads VALUES ('2024-05-21', '2024/BJ-0002/monthly-evidence', 4, '3d4788931041f4148b76a5bd6327e99da71ede6e97e6922f03d0e39d4f31e63c', '');
INSERT INTO public.anchored_heads VALUES ('2024-05-21', '2024/BJ-0004/compliance-cycle', 5, 'c3681beaaa0717392313d107afb70d28f25edc7c1df9f5dc76d91d5d490c4767', '7b40ee0d79985bcce83a873d66c41c9c55b75b481c7f9b097107f015f9929fa8');
INSERT INTO public.anchored_heads VALUES ('2024-05-21', '2024/BJ-0004/monthly-evidence', 4, '4cc73ead57bb21ec9961cd93db8cdaf256bf584979a01d5426710fc307e2640e', '');
INSERT INTO public.anchored_heads VALUES ('2024-05-21', '2024/BJ-0005/general-report', 2, '9580ed973da81b91d94efdffac11ff80487b7dc6b71caa02ce008784551ed2de', '');
INSERT INTO public.anchored_heads VALUES ('2024-05-21', '2024/BJ-0006/general-report', 2, 'a1bab1887373ad7abb5a1def7d889535995d833aa5c1e29e91574b695da9cbb1', '');
INSERT INTO public.anchored_heads VALUES ('2024-05-21', '2024/city/city-cycle', 3, '2dccbac7a0b9840ce85ba5cbc128658a4e2b492cf23db6de813ea7c8e3cade89', '');
INSERT INTO public.anchored_heads VALUES ('2024-06-21', '2024/BJ-0001/monthly-evidence', 7, '87ab5746b21d89bcb9db8c8882b12c60ece296b216962c7197ea0ffae03e1977', '');
INSERT INTO public.anchored_heads VALUES ('2024-06-21', '2024/BJ-0006/general-report', 3, 'bba331725edcdf8aab0c9d3223cae0c8158f253c4aec52902c62fd7ef6894b69', '');
INSERT INTO public.anchored_heads VALUES ('2024-06-21', '2024/BJ-0001/compliance-cycle', 10, '2ae09c420664f20f7e565ccf0dbf25af936f1ca38156a75f150fb8514fc48dbf', '777d17d83fac8a5054ffbda81201fe3e45d92aed737d2b55a92763f08aa50e98');
INSERT INTO public.anchored_heads VALUES ('2024-06-21', '2024/BJ-0005/general-report', 3, 'd1b37efd6a04fb3fb47310aede16264c1f9606c0fb456bca53aeb02144a046c1', '');
INSERT INTO public.anchored_heads VALUES ('2024-06-21', '2024/BJ-0003/compliance-cycle', 9, '982cceb0e78117c495cfe0e5f539de51c5bb68ee840b017626711c4f8c1e959c', '78cb5f23da8af39684dcb0e4336e7f3d571efd49bd5da3af6dfdc68ea0689652');
INSERT INTO public.anchored_heads VALUES ('2024-06-21', '2024/BJ-0004/compliance-cycle', 10, 'eea2820d5df75f8c8021b80a310de364b4324ac6788d9fbb9d9d39859df57198', '7b40ee0d79985bcce83a873d66c41c9c55b75b481c7f9b097107f015f9929fa8');
INSERT INTO public.anchored_heads VALUES ('2024-06-21', '2024/BJ-0004/monthly-evidence', 11, '5223ad8e8eb241c3dc347275c66f4e7407eac2affe5f1a80daaf14ab44d2ccb3', '');
INSERT INTO public.anchored_heads VALUES ('2024-06-21', '2024/BJ-0003/monthly-evidence', 7, '27ad6e2764bf1e8b8d61a36cf7e23308612507663ba77f9f265c74cb1977f4d6', '');
INSERT INTO public.anchored_heads VALUES ('2024-06-21', '2024/BJ-0002/monthly-evidence', 7, '975b3ccb584382e1112be5a1c8e3af62e57ef8df95d5a92d6f7a45ce03098c79', '');
INSERT INTO public.anchored_heads VALUES ('2024-06-21', '2024/BJ-0002/compliance-cycle', 12, 'a3174510e37df7e88bbc87d6814f002e796bdebff318e68effb66838fc285ebf', '9215eda8e95b4eadf51645ddd1a24fe90c0c006fd2d913de5df6713f57b9a39b');
INSERT INTO public.anchored_heads VALUES ('2024-09-30', '2024/BJ-0004/monthly-evidence', 22, 'a9f351a279710791787ec6e641986eb737137fe46ecb6a32635ffeb41333a384', '');
INSERT INTO public.anchored_heads VALUES ('2024-09-30', '2024/BJ-0002/monthly-evidence', 16, '6f18bf6ddb5502ae871cefaf4d03e1b9ab559933a13f0a2f089330fbcf0d9f02', '');
INSERT INTO public.anchored_heads VALUES ('2024-09-30', '2024/BJ-0003/monthly-evidence', 24, 'e2096591043017d53eb18947c517a33e51dd4a486d74d84b1869aaaf5d634fd0', '');
INSERT INTO public.anchored_heads VALUES ('2024-09-30', '2024/BJ-0001/monthly-evidence', 16, 'c5b82f32ccee627b1f5a3ac27f14d3281686b5ce51473a503767732a77e81e83', '');
INSERT INTO public.anchored_heads VALUES ('2024-09-30', '2024/BJ-0006/general-report', 17, '3dbbcc3817bd7254fd77b3b562633671494ac29332fd9f78d63cbd498c68a0fe', '');
INSERT INTO public.anchored_heads VALUES ('2024-09-30', '2024/2024-1/auction', 16, 'f17301fcb53c2aa07e782e9f618a9e7f346220f7d7393ed572c292a985c79233', '');
INSERT INTO public.anchored_heads VALUES ('2024-09-30', '2024/city/city-cycle', 8, '020ebd0832194f8db557dd1f12d65165d7d69093d0fbb657bb4949e53c205a9f', '');
INSERT INTO public.anchored_heads VALUES ('2024-09-30', '2024/BJ-0001/compliance-cycle', 32, 'c18c93a3763338190b6fe9fc8bf55987b9418e8e3617fd4da3670c9ef10f30e8', 'ca4d56417d6f4449038759d3fb2d18556f27c4d4869d498e21510ee3363d4db4');
INSERT INTO public.anchored_heads VALUES ('2024-09-30', '2024/BJ-0004/compliance-cycle', 36, '986f0852347c4affc2857720a8f8c4393996d7ce9d8e0fffbcdf2813ba9696d7', '88777a1a4a385e604b9c811fd8447cb8094f44426e9ebd0911f922c8db3723ed');
INSERT INTO public.anchored_heads VALUES ('2024-09-30', '2024/BJ-0005/general-report', 7, '192bd19aa78b71d77d847ba81665cfd03c2befba3d7c3ecf2002132f87799c72', '');
INSERT INTO public.anchored_heads VALUES ('2024-09-30', '2024/BJ-0003/compliance-cycle', 24, '779fd3c148827d69da70798b3db4495f219fcbd6905598c7c980758ea0a9ce11', 'c0050141a9ebe8f657cbf4a2d57d59cf258e93b5207e6b61997ecf9398eb5725');
INSERT INTO public.anchored_heads VALUES ('2024-09-30', '2024/BJ-0002/compliance-cycle', 33, '1b221237deb40f9f582d2d1cbc0d2eb76aef3565bf6033b3d6903edb443a783c', '9215eda8e95b4eadf51645ddd1a24fe90c0c006fd2d913de5df6713f57b9a39b');
INSERT INTO public.anchored_heads VALUES ('2024-11-17', '2024/BJ-0002/compliance-cycle', 42, '034ca9e3c4381d6a2e3879f799b0e28692bce4a3bc859b1ca625c9f4162fffa7', '1a6a353d2951c98f5227bc15347f93c58e3ef60119f5ff2879f5393047d3acab');
INSERT INTO public.anchored_heads VALUES ('2024-11-17', '2024/BJ-0001/compliance-cycle', 40, 'ae41671fa5d71005babbf2357209302d71e0bcf5ccd9798fe00af9c2a8ebb19a', '3f668989e8cf8a095ea2fc45f36b78aa2a09a62d38585723785d6b2792c67d78');
INSERT INTO public.anchored_heads VALUES ('2024-11-17', '2024/BJ-0004/monthly-evidence', 27, '7f1e5bbfaedcdb58f1e943ca8e8767f5d143d2673d8d1b960e1f8b1e398ae68b', '');
INSERT INTO public.anchored_heads VALUES ('2024-11-17', '2024/BJ-0002/monthly-evidence', 21, '54753bdf509ded536eed9dda0413fea386aebfa861c00560d011adb0c6b8c6ee', '');
INSERT INTO public.anchored_heads VALUES ('2024-11-17', '2024/BJ-0001/monthly-evidence', 21, 'dd9e8b6ceb7f01b86f28fbb3bd1dffe6a72a0c881c904c2705cb7533953c02d1', '');
INSERT INTO public.anchored_heads VALUES ('2024-11-17', '2024/BJ-0004/compliance-cycle', 50, 'bdbf5e31b3920168d898f46d6af91978996905c1cc385dc58d203205666f2b48', '1d1346d294e3fba8427a48d0e32ee2bb30023ca19677549cebd5a00850e2d680');


--
-- Data for Name: anchors; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.anchors VALUES ('2024-05-21', 11, 45, 4, '32714a87698c2795e9bdedf0f87069704605e2619e49a58ce40179c415423c7f', '', 'd08ae7daed428c6f6d1c9b23106bbb1a4ec1620f5070ebb7b5258532d4008740', '2026-11-28 12:10:12.020509+00');
INSERT INTO public.anchors VALUES ('2024-06-21', 11, 82, 4, '73aba566430a26c0eff51974042f72e632da4e4e263910c4b52be9ebf1674962', 'd08ae7daed428c6f6d1c9b23106bbb1a4ec1620f5070ebb7b5258532d4008740', 'b743051c5fe63bae4174a2a651deb0148bbf08c7209adf473a8b702aeda7e465', '2026-11-28 12:10:13.643792+00');
INSERT INTO public.anchors VALUES ('2024-09-30', 12, 251, 13, '6e59e1765e80f9398b23baa554a07ae905af381dceb6ad0f415a5460b4614cb7', 'b743051c5fe63bae4174a2a651deb0148bbf08c7209adf473a8b702aeda7e465', 'e52549124fb4b221680555446fe4d9aba8aebabb40967ada7d45e8a638bb7239', '2026-11-28 12:10:20.546763+00');
INSERT INTO public.anchors VALUES ('2024-11-17', 12, 297, 18, 'a2f1840cf44e16cbafd70c4e9dbc9dc0890cd3895a36e9aba988c14b88c9c83b', 'e52549124fb4b221680555446fe4d9aba8aebabb40967ada7d45e8a638bb7239', '2520dc882d5d45da295946a7b21ce2b3fa9809c4616a814210051597706bf87a', '2026-11-28 12:10:23.09836+00');


--
-- Data for Name: cases; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.cases VALUES ('2024/BJ-0002/compliance-cycle', 'compliance-cycle', 'BJ-0002', 2024, '{"id": "2024/BJ-0002/compliance-cycle", "kind": "compliance-cycle", "unit": {"id": "BJ-0002", "kind": "key", "mail": "ops@bj-0002.example", "name": "示例数据中心有限公司", "district": "haidian", "newlyListed": true}, "terms": {"cycle": 2024, "dates": {"surrender": "2024-11-15", "confirmation": "2024-09-15", "first-report": "2024-06-15", "general-report": "2024-07-15", "pre-allocation": "2024-07-15", "verified-report": "2024-07-15", "final-allocation": "2024-09-15", "offset-application": "2024-10-15", "adjustment-application": "2024-07-15"}, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "offsets": {"share": "0.05", "oldUsableTo": "2024-12-31", "outsideShare": "0.025", "oldRecordedUpTo": "2017-03-14"}, "windows": {"firstCheck": 10, "generalCheck": 30, "monthlyCheck": 10, "rectification": 10, "monthlyEvidence": 20, "surrenderAfterConfirmation": 10}, "calendar": {"free": ["2024-01-01", "2024-02-12", "2024-02-13", "2024-02-14", "2024-02-15", "2024-02-16", "2024-04-04", "2024-04-05", "2024-05-01", "2024-05-02", "2024-05-03", "2024-06-10", "2024-09-16", "2024-09-17", "2024-10-01", "2024-10-02", "2024-10-03", "2024-10-04", "2024-10-07", "2025-01-01", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31", "2025-02-03", "2025-02-04", "2025-04-04", "2025-05-01", "2025-05-02", "2025-05-05", "2025-06-02", "2025-10-01", "2025-10-02", "2025-10-03", "2025-10-06", "2025-10-07", "2025-10-08"], "worked": ["2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12", "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"]}, "revision": 1, "reminders": {"at": "09:00:00", "annual": [30, 7, 1], "monthly": [5, 1], "authority": [3, 1]}, "spotCheck": {"share": "0.10", "tonnes": "1000"}, "provisional": ["windows.rectification", "offsets.outsideShare", "preAllocationShare", "binding", "allocation", "adjustment"], "emissionYear": 2023, "evidenceYear": 2024, "surplusLimit": "0.20", "missingReport": {"maxFine": "50000", "provisional": true}, "preAllocationShare": "0.70"}, "opensAt": 1715270400000, "holdings": [{"product": "allowance", "vintage": 2023, "quantity": "150"}], "cityEvent": 1, "mailboxes": {}, "allowProvisional": false}', 45, '4a557dfedafacdbe1f757d36f2b0a0d5a2586ba65789ca1fc1aa297c81823305', 1731895200000, 1715270400000, '2026-11-28 12:10:10.888815+00');
INSERT INTO public.cases VALUES ('2024/BJ-0003/monthly-evidence', 'monthly-evidence', 'BJ-0003', 2024, '{"id": "2024/BJ-0003/monthly-evidence", "kind": "monthly-evidence", "unit": {"id": "BJ-0003", "kind": "key", "mail": "ops@bj-0003.example", "name": "示例水泥有限公司", "district": "chaoyang", "lastCycle": {"settled": true, "approved": "20000"}, "newlyListed": false}, "terms": {"cycle": 2024, "dates": {"surrender": "2024-11-15", "confirmation": "2024-09-15", "first-report": "2024-06-15", "general-report": "2024-07-15", "pre-allocation": "2024-07-15", "verified-report": "2024-07-15", "final-allocation": "2024-09-15", "offset-application": "2024-10-15", "adjustment-application": "2024-07-15"}, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "offsets": {"share": "0.05", "oldUsableTo": "2024-12-31", "outsideShare": "0.025", "oldRecordedUpTo": "2017-03-14"}, "windows": {"firstCheck": 10, "generalCheck": 30, "monthlyCheck": 10, "rectification": 10, "monthlyEvidence": 20, "surrenderAfterConfirmation": 10}, "calendar": {"free": ["2024-01-01", "2024-02-12", "2024-02-13", "2024-02-14", "2024-02-15", "2024-02-16", "2024-04-04", "2024-04-05", "2024-05-01", "2024-05-02", "2024-05-03", "2024-06-10", "2024-09-16", "2024-09-17", "2024-10-01", "2024-10-02", "2024-10-03", "2024-10-04", "2024-10-07", "2025-01-01", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31", "2025-02-03", "2025-02-04", "2025-04-04", "2025-05-01", "2025-05-02", "2025-05-05", "2025-06-02", "2025-10-01", "2025-10-02", "2025-10-03", "2025-10-06", "2025-10-07", "2025-10-08"], "worked": ["2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12", "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"]}, "revision": 1, "reminders": {"at": "09:00:00", "annual": [30, 7, 1], "monthly": [5, 1], "authority": [3, 1]}, "spotCheck": {"share": "0.10", "tonnes": "1000"}, "provisional": ["windows.rectification", "offsets.outsideShare", "preAllocationShare", "binding", "allocation", "adjustment"], "emissionYear": 2023, "evidenceYear": 2024, "surplusLimit": "0.20", "missingReport": {"maxFine": "50000", "provisional": true}, "preAllocationShare": "0.70"}, "opensAt": 1715270400000, "holdings": [], "cityEvent": 1, "mailboxes": {}, "allowProvisional": false}', 24, 'e2096591043017d53eb18947c517a33e51dd4a486d74d84b1869aaaf5d634fd0', 1721491200000, 1715270400000, '2026-11-28 12:10:11.025509+00');
INSERT INTO public.cases VALUES ('2024/BJ-0002/monthly-evidence', 'monthly-evidence', 'BJ-0002', 2024, '{"id": "2024/BJ-0002/monthly-evidence", "kind": "monthly-evidence", "unit": {"id": "BJ-0002", "kind": "key", "mail": "ops@bj-0002.example", "name": "示例数据中心有限公司", "district": "haidian", "newlyListed": true}, "terms": {"cycle": 2024, "dates": {"surrender": "2024-11-15", "confirmation": "2024-09-15", "first-report": "2024-06-15", "general-report": "2024-07-15", "pre-allocation": "2024-07-15", "verified-report": "2024-07-15", "final-allocation": "2024-09-15", "offset-application": "2024-10-15", "adjustment-application": "2024-07-15"}, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "offsets": {"share": "0.05", "oldUsableTo": "2024-12-31", "outsideShare": "0.025", "oldRecordedUpTo": "2017-03-14"}, "windows": {"firstCheck": 10, "generalCheck": 30, "monthlyCheck": 10, "rectification": 10, "monthlyEvidence": 20, "surrenderAfterConfirmation": 10}, "calendar": {"free": ["2024-01-01", "2024-02-12", "2024-02-13", "2024-02-14", "2024-02-15", "2024-02-16", "2024-04-04", "2024-04-05", "2024-05-01", "2024-05-02", "2024-05-03", "2024-06-10", "2024-09-16", "2024-09-17", "2024-10-01", "2024-10-02", "2024-10-03", "2024-10-04", "2024-10-07", "2025-01-01", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31", "2025-02-03", "2025-02-04", "2025-04-04", "2025-05-01", "2025-05-02", "2025-05-05", "2025-06-02", "2025-10-01", "2025-10-02", "2025-10-03", "2025-10-06", "2025-10-07", "2025-10-08"], "worked": ["2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12", "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"]}, "revision": 1, "reminders": {"at": "09:00:00", "annual": [30, 7, 1], "monthly": [5, 1], "authority": [3, 1]}, "spotCheck": {"share": "0.10", "tonnes": "1000"}, "provisional": ["windows.rectification", "offsets.outsideShare", "preAllocationShare", "binding", "allocation", "adjustment"], "emissionYear": 2023, "evidenceYear": 2024, "surplusLimit": "0.20", "missingReport": {"maxFine": "50000", "provisional": true}, "preAllocationShare": "0.70"}, "opensAt": 1715270400000, "holdings": [], "cityEvent": 1, "mailboxes": {}, "allowProvisional": false}', 22, 'e0c3cf8b8b7878a9fec72ea6b36a162ab5c8e86916cb95267f3ee4e8d132f368', 1731978000000, 1715270400000, '2026-11-28 12:10:10.949111+00');
INSERT INTO public.cases VALUES ('2024/BJ-0004/monthly-evidence', 'monthly-evidence', 'BJ-0004', 2024, '{"id": "2024/BJ-0004/monthly-evidence", "kind": "monthly-evidence", "unit": {"id": "BJ-0004", "kind": "key", "mail": "ops@bj-0004.example", "name": "示例石化有限公司", "district": "haidian", "lastCycle": {"settled": true, "approved": "41000"}, "newlyListed": false}, "terms": {"cycle": 2024, "dates": {"surrender": "2024-11-15", "confirmation": "2024-09-15", "first-report": "2024-06-15", "general-report": "2024-07-15", "pre-allocation": "2024-07-15", "verified-report": "2024-07-15", "final-allocation": "2024-09-15", "offset-application": "2024-10-15", "adjustment-application": "2024-07-15"}, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "offsets": {"share": "0.05", "oldUsableTo": "2024-12-31", "outsideShare": "0.025", "oldRecordedUpTo": "2017-03-14"}, "windows": {"firstCheck": 10, "generalCheck": 30, "monthlyCheck": 10, "rectification": 10, "monthlyEvidence": 20, "surrenderAfterConfirmation": 10}, "calendar": {"free": ["2024-01-01", "2024-02-12", "2024-02-13", "2024-02-14", "2024-02-15", "2024-02-16", "2024-04-04", "2024-04-05", "2024-05-01", "2024-05-02", "2024-05-03", "2024-06-10", "2024-09-16", "2024-09-17", "2024-10-01", "2024-10-02", "2024-10-03", "2024-10-04", "2024-10-07", "2025-01-01", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31", "2025-02-03", "2025-02-04", "2025-04-04", "2025-05-01", "2025-05-02", "2025-05-05", "2025-06-02", "2025-10-01", "2025-10-02", "2025-10-03", "2025-10-06", "2025-10-07", "2025-10-08"], "worked": ["2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12", "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"]}, "revision": 1, "reminders": {"at": "09:00:00", "annual": [30, 7, 1], "monthly": [5, 1], "authority": [3, 1]}, "spotCheck": {"share": "0.10", "tonnes": "1000"}, "provisional": ["windows.rectification", "offsets.outsideShare", "preAllocationShare", "binding", "allocation", "adjustment"], "emissionYear": 2023, "evidenceYear": 2024, "surplusLimit": "0.20", "missingReport": {"maxFine": "50000", "provisional": true}, "preAllocationShare": "0.70"}, "opensAt": 1715270400000, "holdings": [], "cityEvent": 1, "mailboxes": {}, "allowProvisional": false}', 28, '0063e00426d0e37eb48521d82e1e2cd46c171d44878f92cd001aae3e68a0b939', 1731978000000, 1715270400000, '2026-11-28 12:10:11.197032+00');
INSERT INTO public.cases VALUES ('2024/BJ-0006/general-report', 'general-report', 'BJ-0006', 2024, '{"id": "2024/BJ-0006/general-report", "kind": "general-report", "unit": {"id": "BJ-0006", "kind": "general", "mail": "ops@bj-0006.example", "name": "示例医院", "district": "haidian", "newlyListed": false}, "terms": {"cycle": 2024, "dates": {"surrender": "2024-11-15", "confirmation": "2024-09-15", "first-report": "2024-06-15", "general-report": "2024-07-15", "pre-allocation": "2024-07-15", "verified-report": "2024-07-15", "final-allocation": "2024-09-15", "offset-application": "2024-10-15", "adjustment-application": "2024-07-15"}, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "offsets": {"share": "0.05", "oldUsableTo": "2024-12-31", "outsideShare": "0.025", "oldRecordedUpTo": "2017-03-14"}, "windows": {"firstCheck": 10, "generalCheck": 30, "monthlyCheck": 10, "rectification": 10, "monthlyEvidence": 20, "surrenderAfterConfirmation": 10}, "calendar": {"free": ["2024-01-01", "2024-02-12", "2024-02-13", "2024-02-14", "2024-02-15", "2024-02-16", "2024-04-04", "2024-04-05", "2024-05-01", "2024-05-02", "2024-05-03", "2024-06-10", "2024-09-16", "2024-09-17", "2024-10-01", "2024-10-02", "2024-10-03", "2024-10-04", "2024-10-07", "2025-01-01", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31", "2025-02-03", "2025-02-04", "2025-04-04", "2025-05-01", "2025-05-02", "2025-05-05", "2025-06-02", "2025-10-01", "2025-10-02", "2025-10-03", "2025-10-06", "2025-10-07", "2025-10-08"], "worked": ["2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12", "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"]}, "revision": 1, "reminders": {"at": "09:00:00", "annual": [30, 7, 1], "monthly": [5, 1], "authority": [3, 1]}, "spotCheck": {"share": "0.10", "tonnes": "1000"}, "provisional": ["windows.rectification", "offsets.outsideShare", "preAllocationShare", "binding", "allocation", "adjustment"], "emissionYear": 2023, "evidenceYear": 2024, "surplusLimit": "0.20", "missingReport": {"maxFine": "50000", "provisional": true}, "preAllocationShare": "0.70"}, "opensAt": 1715270400000, "holdings": [], "cityEvent": 1, "mailboxes": {}, "allowProvisional": false}', 17, '3dbbcc3817bd7254fd77b3b562633671494ac29332fd9f78d63cbd498c68a0fe', 1726070400000, 1715270400000, '2026-11-28 12:10:11.274893+00');
INSERT INTO public.cases VALUES ('2024/2024-1/auction', 'auction', '2024-1', 2024, '{"at": 1725933600000, "by": "city/a", "act": "announcement", "lot": "100000", "basis": "有偿竞价发放公告", "floor": "100.00", "terms": {"caps": {"keyShare": "0.15", "voluntaryShare": "0.03", "voluntaryTotalShare": "0.20"}, "cycle": 2024, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "revision": 1, "provisional": ["auction.key-share", "auction.voluntary-share", "auction.voluntary-total-share", "auction.floor-multiple", "auction.clearing"], "floorMultiple": "1.0", "surrenderDeadline": "2024-11-15"}, "caseId": "2024/2024-1/auction", "auction": "2024-1", "opensAt": 1726016400000, "closesAt": 1726070400000, "voluntary": [], "approvedBy": "city/b", "minimumCover": "100000.00", "openingEndsAt": 1726131600000}', 16, 'f17301fcb53c2aa07e782e9f618a9e7f346220f7d7393ed572c292a985c79233', 1726131600000, 1725933600000, '2026-11-28 12:10:18.622425+00');
INSERT INTO public.cases VALUES ('2024/city/city-cycle', 'city-cycle', 'city', 2024, '{"id": "2024/city/city-cycle", "mail": "city@authority.example", "terms": {"cycle": 2024, "dates": {"surrender": "2024-11-15", "confirmation": "2024-09-15", "first-report": "2024-06-15", "general-report": "2024-07-15", "pre-allocation": "2024-07-15", "verified-report": "2024-07-15", "final-allocation": "2024-09-15", "offset-application": "2024-10-15", "adjustment-application": "2024-07-15"}, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "offsets": {"share": "0.05", "oldUsableTo": "2024-12-31", "outsideShare": "0.025", "oldRecordedUpTo": "2017-03-14"}, "windows": {"firstCheck": 10, "generalCheck": 30, "monthlyCheck": 10, "rectification": 10, "monthlyEvidence": 20, "surrenderAfterConfirmation": 10}, "calendar": {"free": ["2024-01-01", "2024-02-12", "2024-02-13", "2024-02-14", "2024-02-15", "2024-02-16", "2024-04-04", "2024-04-05", "2024-05-01", "2024-05-02", "2024-05-03", "2024-06-10", "2024-09-16", "2024-09-17", "2024-10-01", "2024-10-02", "2024-10-03", "2024-10-04", "2024-10-07", "2025-01-01", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31", "2025-02-03", "2025-02-04", "2025-04-04", "2025-05-01", "2025-05-02", "2025-05-05", "2025-06-02", "2025-10-01", "2025-10-02", "2025-10-03", "2025-10-06", "2025-10-07", "2025-10-08"], "worked": ["2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12", "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"]}, "revision": 1, "reminders": {"at": "09:00:00", "annual": [30, 7, 1], "monthly": [5, 1], "authority": [3, 1]}, "spotCheck": {"share": "0.10", "tonnes": "1000"}, "provisional": ["windows.rectification", "offsets.outsideShare", "preAllocationShare", "binding", "allocation", "adjustment"], "emissionYear": 2023, "evidenceYear": 2024, "surplusLimit": "0.20", "missingReport": {"maxFine": "50000", "provisional": true}, "preAllocationShare": "0.70"}, "opensAt": 1715270400000}', 8, '020ebd0832194f8db557dd1f12d65165d7d69093d0fbb657bb4949e53c205a9f', 1726416000000, 1715270400000, '2026-11-28 12:10:10.487988+00');
INSERT INTO public.cases VALUES ('2024/BJ-0001/monthly-evidence', 'monthly-evidence', 'BJ-0001', 2024, '{"id": "2024/BJ-0001/monthly-evidence", "kind": "monthly-evidence", "unit": {"id": "BJ-0001", "kind": "key", "mail": "ops@bj-0001.example", "name": "示例热力有限公司", "district": "chaoyang", "lastCycle": {"settled": true, "approved": "100000"}, "newlyListed": false}, "terms": {"cycle": 2024, "dates": {"surrender": "2024-11-15", "confirmation": "2024-09-15", "first-report": "2024-06-15", "general-report": "2024-07-15", "pre-allocation": "2024-07-15", "verified-report": "2024-07-15", "final-allocation": "2024-09-15", "offset-application": "2024-10-15", "adjustment-application": "2024-07-15"}, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "offsets": {"share": "0.05", "oldUsableTo": "2024-12-31", "outsideShare": "0.025", "oldRecordedUpTo": "2017-03-14"}, "windows": {"firstCheck": 10, "generalCheck": 30, "monthlyCheck": 10, "rectification": 10, "monthlyEvidence": 20, "surrenderAfterConfirmation": 10}, "calendar": {"free": ["2024-01-01", "2024-02-12", "2024-02-13", "2024-02-14", "2024-02-15", "2024-02-16", "2024-04-04", "2024-04-05", "2024-05-01", "2024-05-02", "2024-05-03", "2024-06-10", "2024-09-16", "2024-09-17", "2024-10-01", "2024-10-02", "2024-10-03", "2024-10-04", "2024-10-07", "2025-01-01", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31", "2025-02-03", "2025-02-04", "2025-04-04", "2025-05-01", "2025-05-02", "2025-05-05", "2025-06-02", "2025-10-01", "2025-10-02", "2025-10-03", "2025-10-06", "2025-10-07", "2025-10-08"], "worked": ["2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12", "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"]}, "revision": 1, "reminders": {"at": "09:00:00", "annual": [30, 7, 1], "monthly": [5, 1], "authority": [3, 1]}, "spotCheck": {"share": "0.10", "tonnes": "1000"}, "provisional": ["windows.rectification", "offsets.outsideShare", "preAllocationShare", "binding", "allocation", "adjustment"], "emissionYear": 2023, "evidenceYear": 2024, "surplusLimit": "0.20", "missingReport": {"maxFine": "50000", "provisional": true}, "preAllocationShare": "0.70"}, "opensAt": 1715270400000, "holdings": [], "cityEvent": 1, "mailboxes": {}, "allowProvisional": false}', 22, '28ee0eab370745e8f8f0b3eec5c56e768ed2576948fc47a864d758e721a09dd5', 1731978000000, 1715270400000, '2026-11-28 12:10:10.827094+00');
INSERT INTO public.cases VALUES ('2024/BJ-0004/compliance-cycle', 'compliance-cycle', 'BJ-0004', 2024, '{"id": "2024/BJ-0004/compliance-cycle", "kind": "compliance-cycle", "unit": {"id": "BJ-0004", "kind": "key", "mail": "ops@bj-0004.example", "name": "示例石化有限公司", "district": "haidian", "lastCycle": {"settled": true, "approved": "41000"}, "newlyListed": false}, "terms": {"cycle": 2024, "dates": {"surrender": "2024-11-15", "confirmation": "2024-09-15", "first-report": "2024-06-15", "general-report": "2024-07-15", "pre-allocation": "2024-07-15", "verified-report": "2024-07-15", "final-allocation": "2024-09-15", "offset-application": "2024-10-15", "adjustment-application": "2024-07-15"}, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "offsets": {"share": "0.05", "oldUsableTo": "2024-12-31", "outsideShare": "0.025", "oldRecordedUpTo": "2017-03-14"}, "windows": {"firstCheck": 10, "generalCheck": 30, "monthlyCheck": 10, "rectification": 10, "monthlyEvidence": 20, "surrenderAfterConfirmation": 10}, "calendar": {"free": ["2024-01-01", "2024-02-12", "2024-02-13", "2024-02-14", "2024-02-15", "2024-02-16", "2024-04-04", "2024-04-05", "2024-05-01", "2024-05-02", "2024-05-03", "2024-06-10", "2024-09-16", "2024-09-17", "2024-10-01", "2024-10-02", "2024-10-03", "2024-10-04", "2024-10-07", "2025-01-01", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31", "2025-02-03", "2025-02-04", "2025-04-04", "2025-05-01", "2025-05-02", "2025-05-05", "2025-06-02", "2025-10-01", "2025-10-02", "2025-10-03", "2025-10-06", "2025-10-07", "2025-10-08"], "worked": ["2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12", "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"]}, "revision": 1, "reminders": {"at": "09:00:00", "annual": [30, 7, 1], "monthly": [5, 1], "authority": [3, 1]}, "spotCheck": {"share": "0.10", "tonnes": "1000"}, "provisional": ["windows.rectification", "offsets.outsideShare", "preAllocationShare", "binding", "allocation", "adjustment"], "emissionYear": 2023, "evidenceYear": 2024, "surplusLimit": "0.20", "missingReport": {"maxFine": "50000", "provisional": true}, "preAllocationShare": "0.70"}, "opensAt": 1715270400000, "holdings": [{"product": "allowance", "vintage": 2022, "quantity": "800"}], "cityEvent": 1, "mailboxes": {}, "allowProvisional": false}', 51, '39712a75689d04a229f95ef645e8a8f6a30c3850269c92686ae3a4d7ff8e362b', 1731981600000, 1715270400000, '2026-11-28 12:10:11.092971+00');
INSERT INTO public.cases VALUES ('2024/BJ-0005/general-report', 'general-report', 'BJ-0005', 2024, '{"id": "2024/BJ-0005/general-report", "kind": "general-report", "unit": {"id": "BJ-0005", "kind": "general", "mail": "ops@bj-0005.example", "name": "示例学校", "district": "chaoyang", "newlyListed": false}, "terms": {"cycle": 2024, "dates": {"surrender": "2024-11-15", "confirmation": "2024-09-15", "first-report": "2024-06-15", "general-report": "2024-07-15", "pre-allocation": "2024-07-15", "verified-report": "2024-07-15", "final-allocation": "2024-09-15", "offset-application": "2024-10-15", "adjustment-application": "2024-07-15"}, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "offsets": {"share": "0.05", "oldUsableTo": "2024-12-31", "outsideShare": "0.025", "oldRecordedUpTo": "2017-03-14"}, "windows": {"firstCheck": 10, "generalCheck": 30, "monthlyCheck": 10, "rectification": 10, "monthlyEvidence": 20, "surrenderAfterConfirmation": 10}, "calendar": {"free": ["2024-01-01", "2024-02-12", "2024-02-13", "2024-02-14", "2024-02-15", "2024-02-16", "2024-04-04", "2024-04-05", "2024-05-01", "2024-05-02", "2024-05-03", "2024-06-10", "2024-09-16", "2024-09-17", "2024-10-01", "2024-10-02", "2024-10-03", "2024-10-04", "2024-10-07", "2025-01-01", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31", "2025-02-03", "2025-02-04", "2025-04-04", "2025-05-01", "2025-05-02", "2025-05-05", "2025-06-02", "2025-10-01", "2025-10-02", "2025-10-03", "2025-10-06", "2025-10-07", "2025-10-08"], "worked": ["2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12", "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"]}, "revision": 1, "reminders": {"at": "09:00:00", "annual": [30, 7, 1], "monthly": [5, 1], "authority": [3, 1]}, "spotCheck": {"share": "0.10", "tonnes": "1000"}, "provisional": ["windows.rectification", "offsets.outsideShare", "preAllocationShare", "binding", "allocation", "adjustment"], "emissionYear": 2023, "evidenceYear": 2024, "surplusLimit": "0.20", "missingReport": {"maxFine": "50000", "provisional": true}, "preAllocationShare": "0.70"}, "opensAt": 1715270400000, "holdings": [], "cityEvent": 1, "mailboxes": {}, "allowProvisional": false}', 7, '192bd19aa78b71d77d847ba81665cfd03c2befba3d7c3ecf2002132f87799c72', 1725328800000, 1715270400000, '2026-11-28 12:10:11.244363+00');
INSERT INTO public.cases VALUES ('2024/BJ-0003/compliance-cycle', 'compliance-cycle', 'BJ-0003', 2024, '{"id": "2024/BJ-0003/compliance-cycle", "kind": "compliance-cycle", "unit": {"id": "BJ-0003", "kind": "key", "mail": "ops@bj-0003.example", "name": "示例水泥有限公司", "district": "chaoyang", "lastCycle": {"settled": true, "approved": "20000"}, "newlyListed": false}, "terms": {"cycle": 2024, "dates": {"surrender": "2024-11-15", "confirmation": "2024-09-15", "first-report": "2024-06-15", "general-report": "2024-07-15", "pre-allocation": "2024-07-15", "verified-report": "2024-07-15", "final-allocation": "2024-09-15", "offset-application": "2024-10-15", "adjustment-application": "2024-07-15"}, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "offsets": {"share": "0.05", "oldUsableTo": "2024-12-31", "outsideShare": "0.025", "oldRecordedUpTo": "2017-03-14"}, "windows": {"firstCheck": 10, "generalCheck": 30, "monthlyCheck": 10, "rectification": 10, "monthlyEvidence": 20, "surrenderAfterConfirmation": 10}, "calendar": {"free": ["2024-01-01", "2024-02-12", "2024-02-13", "2024-02-14", "2024-02-15", "2024-02-16", "2024-04-04", "2024-04-05", "2024-05-01", "2024-05-02", "2024-05-03", "2024-06-10", "2024-09-16", "2024-09-17", "2024-10-01", "2024-10-02", "2024-10-03", "2024-10-04", "2024-10-07", "2025-01-01", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31", "2025-02-03", "2025-02-04", "2025-04-04", "2025-05-01", "2025-05-02", "2025-05-05", "2025-06-02", "2025-10-01", "2025-10-02", "2025-10-03", "2025-10-06", "2025-10-07", "2025-10-08"], "worked": ["2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12", "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"]}, "revision": 1, "reminders": {"at": "09:00:00", "annual": [30, 7, 1], "monthly": [5, 1], "authority": [3, 1]}, "spotCheck": {"share": "0.10", "tonnes": "1000"}, "provisional": ["windows.rectification", "offsets.outsideShare", "preAllocationShare", "binding", "allocation", "adjustment"], "emissionYear": 2023, "evidenceYear": 2024, "surplusLimit": "0.20", "missingReport": {"maxFine": "50000", "provisional": true}, "preAllocationShare": "0.70"}, "opensAt": 1715270400000, "holdings": [{"product": "allowance", "vintage": 2022, "quantity": "700"}], "cityEvent": 1, "mailboxes": {}, "allowProvisional": false}', 24, '779fd3c148827d69da70798b3db4495f219fcbd6905598c7c980758ea0a9ce11', 1722495600000, 1715270400000, '2026-11-28 12:10:10.9853+00');
INSERT INTO public.cases VALUES ('2024/BJ-0001/compliance-cycle', 'compliance-cycle', 'BJ-0001', 2024, '{"id": "2024/BJ-0001/compliance-cycle", "kind": "compliance-cycle", "unit": {"id": "BJ-0001", "kind": "key", "mail": "ops@bj-0001.example", "name": "示例热力有限公司", "district": "chaoyang", "lastCycle": {"settled": true, "approved": "100000"}, "newlyListed": false}, "terms": {"cycle": 2024, "dates": {"surrender": "2024-11-15", "confirmation": "2024-09-15", "first-report": "2024-06-15", "general-report": "2024-07-15", "pre-allocation": "2024-07-15", "verified-report": "2024-07-15", "final-allocation": "2024-09-15", "offset-application": "2024-10-15", "adjustment-application": "2024-07-15"}, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "offsets": {"share": "0.05", "oldUsableTo": "2024-12-31", "outsideShare": "0.025", "oldRecordedUpTo": "2017-03-14"}, "windows": {"firstCheck": 10, "generalCheck": 30, "monthlyCheck": 10, "rectification": 10, "monthlyEvidence": 20, "surrenderAfterConfirmation": 10}, "calendar": {"free": ["2024-01-01", "2024-02-12", "2024-02-13", "2024-02-14", "2024-02-15", "2024-02-16", "2024-04-04", "2024-04-05", "2024-05-01", "2024-05-02", "2024-05-03", "2024-06-10", "2024-09-16", "2024-09-17", "2024-10-01", "2024-10-02", "2024-10-03", "2024-10-04", "2024-10-07", "2025-01-01", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31", "2025-02-03", "2025-02-04", "2025-04-04", "2025-05-01", "2025-05-02", "2025-05-05", "2025-06-02", "2025-10-01", "2025-10-02", "2025-10-03", "2025-10-06", "2025-10-07", "2025-10-08"], "worked": ["2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12", "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"]}, "revision": 1, "reminders": {"at": "09:00:00", "annual": [30, 7, 1], "monthly": [5, 1], "authority": [3, 1]}, "spotCheck": {"share": "0.10", "tonnes": "1000"}, "provisional": ["windows.rectification", "offsets.outsideShare", "preAllocationShare", "binding", "allocation", "adjustment"], "emissionYear": 2023, "evidenceYear": 2024, "surplusLimit": "0.20", "missingReport": {"maxFine": "50000", "provisional": true}, "preAllocationShare": "0.70"}, "opensAt": 1715270400000, "holdings": [{"product": "allowance", "vintage": 2022, "quantity": "5000"}, {"product": "allowance", "vintage": 2021, "quantity": "300"}, {"origin": "outside", "product": "ccer", "quantity": "900", "recordedOn": "2016-05-01"}, {"origin": "beijing", "product": "carbon-inclusive", "quantity": "40", "recordedOn": "2023-06-01"}], "cityEvent": 1, "mailboxes": {}, "allowProvisional": false}', 40, 'ae41671fa5d71005babbf2357209302d71e0bcf5ccd9798fe00af9c2a8ebb19a', 1731686400000, 1715270400000, '2026-11-28 12:10:10.714727+00');


--
-- Data for Name: events; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.events VALUES ('2024/city/city-cycle', 1, 'open', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1715270400000, "by": "platform", "seq": 1, "type": "city-cycle-opened", "with": {"cycle": 2024, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "revision": 1}}', 'eea9985074ab073a93f2fa3c9bc97e29ed7c965f342cb759cbe797d9360332ca', 'f482c36ca5fba46123935d3928e21444b460bc1461b4e1da857cca9b5755cfd1', '2026-11-28 12:10:10.495652+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 1, 'open', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1715270400000, "by": "platform", "seq": 1, "type": "case-opened", "with": {"kind": "compliance-cycle", "cycle": 2024, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "revision": 1}}', '9a348933e75dd4a038ecb47252a1158219bdc99de9a9996a10c01b1791e31e7f', 'cf5c38cb55dcdb36c1ca2799c087ebd6b4fc66f1f6ff4624beb745b70b986601', '2026-11-28 12:10:10.74659+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 2, 'open', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1715270400000, "by": "platform", "seq": 2, "type": "credited", "with": {"lots": [{"lot": "BJ-0001/L1", "product": "allowance", "quantity": "5000"}, {"lot": "BJ-0001/L2", "product": "allowance", "quantity": "300"}, {"lot": "BJ-0001/L3", "product": "ccer", "quantity": "900"}, {"lot": "BJ-0001/L4", "product": "carbon-inclusive", "quantity": "40"}], "reason": "opening"}}', '8b86466ebfe1c1d5e1d30bae5c3a984cce8b8103c0c620fa1cb7da32da1a16a2', '720493ed5eb9dfd2c4459798c2bea39a1f1f10f1a28f9c281fab3e3f0195c1e9', '2026-11-28 12:10:10.746618+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/monthly-evidence', 1, 'open', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1715270400000, "by": "platform", "seq": 1, "type": "case-opened", "with": {"kind": "monthly-evidence", "cycle": 2024, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "revision": 1}}', '2dc3e6340c851643e7b8f46ad3ec57e960fa49190ae4407de81699fd2bda4adc', 'e92de828c0ea77769930db7aee59ba8884711793e688cbc631c096fd594644fb', '2026-11-28 12:10:10.829152+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 1, 'open', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1715270400000, "by": "platform", "seq": 1, "type": "case-opened", "with": {"kind": "compliance-cycle", "cycle": 2024, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "revision": 1}}', '724aa52c82b226f93900864345dc4ed409ee55103e2d6bac10d1ac842c5f25d1', 'c6a8eaf65473e56c176430d07b2944378272090e5fc3b9ca8fe79fd85ad3fc2f', '2026-11-28 12:10:10.89132+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 2, 'open', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1715270400000, "by": "platform", "seq": 2, "type": "credited", "with": {"lots": [{"lot": "BJ-0002/L1", "product": "allowance", "quantity": "150"}], "reason": "opening"}}', '8d28ed308710c02bb6b972a504970ed82628217888f276b42cabe683347df93f', '9314e640c1f38c48028bf56694f68860b0c7884c2de45ad3148d38420218199a', '2026-11-28 12:10:10.891345+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/monthly-evidence', 1, 'open', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1715270400000, "by": "platform", "seq": 1, "type": "case-opened", "with": {"kind": "monthly-evidence", "cycle": 2024, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "revision": 1}}', 'df6b376eff39fcfb3f5ac6fe96d736924552f2939a879dec77addf2f40e8890e', '34612eaea9bbd60843ff6ee0f8b138bd21de2b2ad7ff975d38cfa7baf15331ae', '2026-11-28 12:10:10.95159+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/compliance-cycle', 1, 'open', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1715270400000, "by": "platform", "seq": 1, "type": "case-opened", "with": {"kind": "compliance-cycle", "cycle": 2024, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "revision": 1}}', '5abcfaeba8fb4f790c15106d879a5c9ad3507f2d14b929ae427d8098dc353a77', '252976fb8138f7cfa82c9e3576c8332df8d867be0bcf2c8a4ca314c69e3e1306', '2026-11-28 12:10:10.987872+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/compliance-cycle', 2, 'open', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1715270400000, "by": "platform", "seq": 2, "type": "credited", "with": {"lots": [{"lot": "BJ-0003/L1", "product": "allowance", "quantity": "700"}], "reason": "opening"}}', 'f495e662718c1abc48598cb62129f5540a0c46f25cfdf45ebfa0bbe0291564c8', '9c733835592d3bbd937475cfd8658c47484ea2adb7cb5a8abecc544339f36f93', '2026-11-28 12:10:10.987898+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/monthly-evidence', 1, 'open', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1715270400000, "by": "platform", "seq": 1, "type": "case-opened", "with": {"kind": "monthly-evidence", "cycle": 2024, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "revision": 1}}', 'd4742f89d5b37b5dfc0ada170ae75a5442bc1d32a1e395de07773b9ed3eeef2e', '94ba5bf4f0d593db290bf6210b0db9487793c7fc7cbcedc6e4a40647155f1152', '2026-11-28 12:10:11.02822+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 1, 'open', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1715270400000, "by": "platform", "seq": 1, "type": "case-opened", "with": {"kind": "compliance-cycle", "cycle": 2024, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "revision": 1}}', '7a9faa047678d47c8b34ae2b44b173614a7c983116f246099205a1044a16c8ba', 'b8c984400eeefa11e04f7ad833e4ea366d269ef7f832f11e0062c82634aecb8a', '2026-11-28 12:10:11.106717+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 2, 'open', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1715270400000, "by": "platform", "seq": 2, "type": "credited", "with": {"lots": [{"lot": "BJ-0004/L1", "product": "allowance", "quantity": "800"}], "reason": "opening"}}', '962b631c6deb91677c80111377fa077011ddaf05409e3d5fe7798c0597df174f', 'c597d8fce8624dae7114acaec57292d05b40e63ce7a34914e32fc02ead5b380f', '2026-11-28 12:10:11.106749+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/monthly-evidence', 1, 'open', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1715270400000, "by": "platform", "seq": 1, "type": "case-opened", "with": {"kind": "monthly-evidence", "cycle": 2024, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "revision": 1}}', '2f100659a198498faf71cea976353995f8d9fd646ab5ab6787ff13152456fc01', 'b84b5781322f8ee7dfcff542bcd2057387fcfe3bb5139c2b9dc191270612f690', '2026-11-28 12:10:11.198636+00');
INSERT INTO public.events VALUES ('2024/BJ-0005/general-report', 1, 'open', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1715270400000, "by": "platform", "seq": 1, "type": "case-opened", "with": {"kind": "general-report", "cycle": 2024, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "revision": 1}}', '6b83f5f1196cfc10498c8411d8173c4fe57f6158af81261071cdcc394f82b34e', '247e8ecd946031a095b81d93d1d6d776dc912a07c3132dcf1488626d9fa9b624', '2026-11-28 12:10:11.245139+00');
INSERT INTO public.events VALUES ('2024/BJ-0006/general-report', 1, 'open', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1715270400000, "by": "platform", "seq": 1, "type": "case-opened", "with": {"kind": "general-report", "cycle": 2024, "digest": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "revision": 1}}', '70bb6767c51c79cf2e0c6a44f751765c2ea012227a480585f2efbe33eb710b86', '2c4766cafacc5a5bbc83a495765ed26e4d669b70405990555edffde2d2775f76', '2026-11-28 12:10:11.275677+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/monthly-evidence', 2, 'at:1715734800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1715734800000, "by": "platform", "seq": 2, "duty": "monthly-evidence/2024-04", "type": "reminded"}', 'f2e31b4f6222e9d23558baf736600f7fc15f573cbcd3155416d6c2852b0011d7', '91276f9920c36349fab9db18d7d85a78b85840ff9ebd6f9144d103d8c4de4bc1', '2026-11-28 12:10:11.343522+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/monthly-evidence', 2, 'at:1715734800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1715734800000, "by": "platform", "seq": 2, "duty": "monthly-evidence/2024-04", "type": "reminded"}', '8ea18f89a26a82a0d8bce7110cc19ee1ea7878bf8b90bc1b92fa46bf4bd61f88', 'd54177daeca26fa1f56799219d010d530fa70e69df999dda60264d6da26012a7', '2026-11-28 12:10:11.355334+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/compliance-cycle', 4, 'act:adopt-2', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1716188400000, "by": "city/a", "seq": 4, "type": "revision-adopted", "with": {"basis": "通告", "before": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "digest": "sha256:9adcf80a3310d0adf4a48c59996a281051203aebd5faf8b2817c7197a2a18cfc", "revision": 2, "deadlines": {"first-report": "2024-06-30"}, "approvedBy": "city/b"}}', 'a802184c562477414e105fc7d32e30bad0837539e50c4f854116e987bcbd0641', 'aecf207c3b32258f902ffcf3a2c09e273a1832df97760212f716c9035eb8eaba', '2026-11-28 12:10:11.785492+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/compliance-cycle', 5, 'act:adopt-2', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1716188400000, "by": "platform", "seq": 5, "duty": "first-report", "type": "date-moved", "with": {"from": "2024-06-15"}, "dueOn": "2024-06-30"}', '87f2ba64afff22ebd4c5900ba0959da2aed4e4e7fbdf3f01076a3d5869ca0bf5', '0e4f166d057fdb7d5c43e23595363b6266f4d28ae083f49c65c6a282b2ca1363', '2026-11-28 12:10:11.78552+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 3, 'at:1715821200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1715821200000, "by": "platform", "seq": 3, "duty": "first-report", "type": "reminded"}', '2256e542fb37e57356f3bb1a7361100e6d99318e52430e1c64c3733981a3a4e6', '20e516b1e77f1929619e5ecb32c782478d293442a8030e1e5d7dcb408a8d1580', '2026-11-28 12:10:11.350057+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 4, 'at:1715821200000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1715821200000, "by": "platform", "seq": 4, "duty": "data-quality-plan", "type": "reminded"}', '4f4b4c1cfe23f971bfbb3f02fa227068627e4881e095497b87750bfce682c479', 'a710be92c895dcf96a7843894484181e4988dc5ae5489820d203fbc2cf14d810', '2026-11-28 12:10:11.350133+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 3, 'at:1715821200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1715821200000, "by": "platform", "seq": 3, "duty": "first-report", "type": "reminded"}', 'a98bec4a8c9ed2efccc17d0d765558d3cd64a3f829733ff7a9f6bee6ddb7fba4', '12501ef0511b473a1136ae19267a7a05649471cf2cfed8fafa1cb506114cb543', '2026-11-28 12:10:11.395826+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/monthly-evidence', 2, 'at:1715734800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1715734800000, "by": "platform", "seq": 2, "duty": "monthly-evidence/2024-04", "type": "reminded"}', '8dc4aa41c2737f108d905c5d7f602b0556e0cc4cc7b9c7818f266cfb96b1e111', 'f1154d867daa4e5cc364951f54dd2989572e9ebb65f0600105cb5ef0e1b92212', '2026-11-28 12:10:11.408213+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/compliance-cycle', 3, 'at:1715821200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1715821200000, "by": "platform", "seq": 3, "duty": "first-report", "type": "reminded"}', 'd121350a59d128c5b3225e25ecf33d490d05914dfb5b8879e0279d0786b96e4a', '05f5228f6272efc17d6d1b1039766fef2036183fb7d043d0f0bb131d3f2ae4c1', '2026-11-28 12:10:11.412309+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/monthly-evidence', 2, 'at:1715734800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1715734800000, "by": "platform", "seq": 2, "duty": "monthly-evidence/2024-04", "type": "reminded"}', 'dd49c4855ddbbb3e0776439d3c45998b3ec3887fe292bfa69fd831d348428672', '0235360495aa63f8c42eb3d5ab8bb27a39b826f45217811af01530c1179d491d', '2026-11-28 12:10:11.416198+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 3, 'at:1715821200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1715821200000, "by": "platform", "seq": 3, "duty": "first-report", "type": "reminded"}', '6223cdb6adac5a423852f97ba2ea9b0c5af0fae0fea24cd9a36c6f862da71e1c', 'f3352eec193a3b4e67078f3696be7a296a07ac788c6513b5bd56c7eab31255d6', '2026-11-28 12:10:11.428368+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/monthly-evidence', 3, 'at:1716080400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1716080400000, "by": "platform", "seq": 3, "duty": "monthly-evidence/2024-04", "type": "reminded"}', '93985aec1cc3d951bcef4646b313c77f013fde6e07550e57dbf3db3e73c2a7f9', 'b50c5b6809fcd62de31a15552ddc7b3378898d03f1e96415376009d3d4890e6e', '2026-11-28 12:10:11.464667+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/monthly-evidence', 3, 'at:1716080400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1716080400000, "by": "platform", "seq": 3, "duty": "monthly-evidence/2024-04", "type": "reminded"}', 'c864112230662bfa226f8b5d4cf75689893ea57dceeb11ea6d0e2a6f2f5fe57c', '8502228b6fdc5792f4faa2bb2de57a2f71b53b0be9920e6b64653e91a9ab194d', '2026-11-28 12:10:11.468512+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/monthly-evidence', 3, 'at:1716080400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1716080400000, "by": "platform", "seq": 3, "duty": "monthly-evidence/2024-04", "type": "reminded"}', '6e46782a50bd3e00df913e25da2e81e20808d77c7cdea1deef66dbd7a91fd637', 'f495260223c2ca0f73e44b74f584c93977614c2bf049a8608c38ad0828dfdd59', '2026-11-28 12:10:11.485141+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/monthly-evidence', 3, 'at:1716080400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1716080400000, "by": "platform", "seq": 3, "duty": "monthly-evidence/2024-04", "type": "reminded"}', '9ffe98eebbeded1b7c347d511a28b360f59adfcd382f18abeaaab3845befd17b', 'f5ce26bfb820cb1d469373db1f67a5c50a02d7b66875e439698af07b747a5510', '2026-11-28 12:10:11.487573+00');
INSERT INTO public.events VALUES ('2024/city/city-cycle', 2, 'act:adopt-2', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1716188400000, "by": "city/a", "seq": 2, "type": "revision-adopted", "with": {"basis": "通告", "before": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "digest": "sha256:9adcf80a3310d0adf4a48c59996a281051203aebd5faf8b2817c7197a2a18cfc", "revision": 2, "deadlines": {"first-report": "2024-06-30"}, "approvedBy": "city/b"}}', '424cb5a56371649d3c658a07aef23bf8aada1a603e1f7618955a3059f186f306', '2210645cf960a7336ac5b9718953f0d91fdb462f9aab7f6ded39a646060119a1', '2026-11-28 12:10:11.629694+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 5, 'act:adopt-2', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1716188400000, "by": "city/a", "seq": 5, "type": "revision-adopted", "with": {"basis": "通告", "before": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "digest": "sha256:9adcf80a3310d0adf4a48c59996a281051203aebd5faf8b2817c7197a2a18cfc", "revision": 2, "deadlines": {"first-report": "2024-06-30"}, "approvedBy": "city/b"}}', '97a2b5c7f94fd3a46d9341a938971dda1611bc38b5fc6b1d3f0eb4d5283fd36b', 'b1ad2870c6f40618683eaac85724ba410ea662cd1773cde560578aa9a2e3cf59', '2026-11-28 12:10:11.782878+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 6, 'act:adopt-2', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1716188400000, "by": "platform", "seq": 6, "duty": "first-report", "type": "date-moved", "with": {"from": "2024-06-15"}, "dueOn": "2024-06-30"}', 'e2ed94ac73b065a4a8ae8b33d4c852e9663802a39e0da07b147e89d9d0557049', '1ad0da72c7aff70f4306dfb7b8411ad48b45c8ea023867fb21b75c234687729b', '2026-11-28 12:10:11.782917+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 7, 'act:adopt-2', 3, DEFAULT, DEFAULT, DEFAULT, '{"at": 1716188400000, "by": "platform", "seq": 7, "duty": "data-quality-plan", "type": "date-moved", "with": {"from": "2024-06-15"}, "dueOn": "2024-06-30"}', 'ab75b1c9b6a0b9048cf37450a4969fc927a54ba4bf4e8b808539fc35bf817357', '7b169cd4e8cec7263f3ae9d73666066697c1167cec7045a81d317fdce7fb1069', '2026-11-28 12:10:11.782923+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/monthly-evidence', 4, 'act:adopt-2', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1716188400000, "by": "city/a", "seq": 4, "type": "revision-adopted", "with": {"basis": "通告", "before": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "digest": "sha256:9adcf80a3310d0adf4a48c59996a281051203aebd5faf8b2817c7197a2a18cfc", "revision": 2, "deadlines": {"first-report": "2024-06-30"}, "approvedBy": "city/b"}}', '07cb5b4e498130d3fe5b1484b13726f377b64d27677f98afe79578042f7e498d', 'e8d9937d8e6ca98951fa531d5b69260df01623a6d14e49154fb408066a2c30eb', '2026-11-28 12:10:11.784496+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/monthly-evidence', 4, 'act:adopt-2', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1716188400000, "by": "city/a", "seq": 4, "type": "revision-adopted", "with": {"basis": "通告", "before": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "digest": "sha256:9adcf80a3310d0adf4a48c59996a281051203aebd5faf8b2817c7197a2a18cfc", "revision": 2, "deadlines": {"first-report": "2024-06-30"}, "approvedBy": "city/b"}}', 'd995e400b9647187283c7d2da7f368a8ee9d869f88ba888ede1712fe4ea709d9', 'e97eafe89960829addd16fd19aae6db1fe9d65f58681933d89383f5b2e12a836', '2026-11-28 12:10:11.784822+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/monthly-evidence', 8, 'act:check-evidence-0004-05', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718244001000, "by": "haidian", "seq": 8, "duty": "monthly-evidence/2024-05", "type": "returned", "with": {"findings": ["缺少电费单"]}, "turns": "returned"}', '0716f166b42c7d33dbcafd329e8eee313765352acc7e640bbc0e279e3c1fa5c3', 'a2455e69c1cf270602342ecb05d5a77787dc604ecc8a924c7a6557762b493851', '2026-11-28 12:10:12.946607+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 4, 'act:adopt-2', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1716188400000, "by": "city/a", "seq": 4, "type": "revision-adopted", "with": {"basis": "通告", "before": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "digest": "sha256:9adcf80a3310d0adf4a48c59996a281051203aebd5faf8b2817c7197a2a18cfc", "revision": 2, "deadlines": {"first-report": "2024-06-30"}, "approvedBy": "city/b"}}', 'a51330930ff4e735dcefd8a6a61dc955cd29667e0545eb8e9c40a0f0f632a422', '6c0c139f47f4cf7882e8403bf57985f566a7a04ecf6ae3b9c2b14ffde6c02d6d', '2026-11-28 12:10:11.786843+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 5, 'act:adopt-2', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1716188400000, "by": "platform", "seq": 5, "duty": "first-report", "type": "date-moved", "with": {"from": "2024-06-15"}, "dueOn": "2024-06-30"}', '2cf585d6b336a78a7d29d311676209cc1680bac16e2ddbd32b5b1b49a4d9970d', '3205435b6cbaa21858ed82ce78c619ad536410aabd24ebc68b4e1a4fb7dc281c', '2026-11-28 12:10:11.786925+00');
INSERT INTO public.events VALUES ('2024/city/city-cycle', 4, 'at:1721059200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721059200000, "by": "platform", "seq": 4, "duty": "pre-allocation", "type": "city-date-passed", "with": {"named": [], "units": 0}, "dueOn": "2024-07-15"}', 'a67ffe7335b3cc4c86c076aee1a7d6f3dfaca1f59210cca10c76e89c849269af', 'a0201fc054751fbf3cad30374549fb422aaaaa5369964d4dc0f82a0e2996c93d', '2026-11-28 12:10:15.876738+00');
INSERT INTO public.events VALUES ('2024/BJ-0006/general-report', 8, 'act:general-0006', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721268000000, "by": "BJ-0006", "seq": 8, "duty": "general-report", "late": true, "type": "general-report-filed", "with": {"sealed": true, "emissions": "2900.5"}, "turns": "done"}', '45826b48abcf1a9139f454b303530c374c8b7dc48c0827ae635c4291ff8b829b', '267266b245b4f53fb0cf251add75788254a914dd1d50e12c66be2a1bd4ccf062', '2026-11-28 12:10:15.918822+00');
INSERT INTO public.events VALUES ('2024/BJ-0006/general-report', 9, 'act:general-0006', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721268000000, "by": "platform", "seq": 9, "type": "referral-closed", "with": {"duty": "general-report"}}', '039ea9a4cf758eb04721afb435bb394e48b7b2160c8a5f24e8513190b5389a82', '5630690ecd5fb62f0f6e195181ca40925d5923a578934219569219216f47881d', '2026-11-28 12:10:15.918859+00');
INSERT INTO public.events VALUES ('2024/BJ-0006/general-report', 10, 'act:general-0006', 3, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721268000000, "by": "platform", "seq": 10, "duty": "general-check", "type": "check-window-opened", "with": {"from": "2024-07-18"}, "dueOn": "2024-08-17", "turns": "pending"}', 'e030b947fbf2ff64b9ec6362f93388fea653b900840c5097acb1d08d916cdebd', '9b5f9be5fac3dd6a5be1f974039017847f9dea99e0d609244fc50d5087543dd7', '2026-11-28 12:10:15.918864+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/monthly-evidence', 10, 'at:1721350800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721350800000, "by": "platform", "seq": 10, "duty": "monthly-evidence/2024-06", "type": "reminded"}', '15f9787ed4132aa3c3b64e4c335a9e52b4404dcc24a83cf4afbb76b734969632', 'e6d25a18200905dd24c9db823d257c4b5bb13e572d550b5f733901f70ff38013', '2026-11-28 12:10:15.948269+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/monthly-evidence', 23, 'at:1721350800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721350800000, "by": "platform", "seq": 23, "duty": "monthly-evidence/2024-06", "type": "reminded"}', '3988ea556d5e78eb2993be75135bd87f03a765879f98b7c3b07cc607bea7b0c4', 'be07c97f78b5375f6cd932d0ee35495ffc2a28f4c18d037b9f5a2a625b47b730', '2026-11-28 12:10:15.953935+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/monthly-evidence', 16, 'at:1721350800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721350800000, "by": "platform", "seq": 16, "duty": "monthly-evidence/2024-06", "type": "reminded"}', '3e50f3480adf51e7033176496ab461c4f0201ce2dbf563cc8a2da63e65d39bfe', 'd4fe0850bd35f616138e82cb2e2e78f03d9cf6eaabfe4d89f128ea441a9e237c', '2026-11-28 12:10:15.966816+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 19, 'act:check-0001', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721354400000, "by": "chaoyang", "seq": 19, "duty": "first-check", "late": false, "type": "first-check-passed", "with": {"result": "pass"}, "turns": "done"}', '094aa585e43e26e6038c789c744b1b6ab2c047ce1a23e18c4554c01408cf83a9', 'ff34bdecb706ccfa9a415c64c3f5eee60440663b5bebce0c628a82cf68c351dc', '2026-11-28 12:10:16.212601+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 21, 'act:check-0004', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721440800000, "by": "haidian", "seq": 21, "duty": "first-check", "late": false, "type": "first-check-returned", "with": {"result": "return", "findings": ["燃料数据与账单不符"]}, "turns": "done"}', '5a6d996b0cf075f9d5c893c07eafb07b745dc4c6fe986bea6d9cd63b191dc5eb', '2bca8084692f28b43eb4bd12ef98aacf34c140724c38b0a240d5187373d5b73e', '2026-11-28 12:10:16.289413+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 22, 'act:check-0004', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721440800000, "by": "haidian", "seq": 22, "duty": "verified-report", "type": "returned", "with": {"findings": ["燃料数据与账单不符"]}, "turns": "returned"}', 'ae706e153ec1ddff187a355411c79a83913276a4017ba0e63f1e1fec71750998', '93b30f73227a7b0062d9fe4f1c5abbcbe429ab01c78f97fc8b1955efd1b63afe', '2026-11-28 12:10:16.289452+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/monthly-evidence', 24, 'at:1721491200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721491200000, "by": "platform", "seq": 24, "duty": "monthly-evidence/2024-06", "type": "overdue", "turns": "overdue"}', 'e2096591043017d53eb18947c517a33e51dd4a486d74d84b1869aaaf5d634fd0', 'cf16b850000c02f0d4e7a3552c5f04164bc9c1c4a5ac92c81da887656427c26a', '2026-11-28 12:10:16.376828+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/monthly-evidence', 11, 'at:1721491200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721491200000, "by": "platform", "seq": 11, "duty": "monthly-evidence/2024-06", "type": "overdue", "turns": "overdue"}', '68b62bf50838268043a553e5b95f2cdb1a5d7f4a4b3e611b11c4961250ec644e', 'fb406619689b8398adf90da527b05f60d9ffd9cf8eced7bf7ec386ada82e368d', '2026-11-28 12:10:16.386484+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/monthly-evidence', 17, 'at:1721491200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721491200000, "by": "platform", "seq": 17, "duty": "monthly-evidence/2024-06", "type": "overdue", "turns": "overdue"}', 'c2a7e9248ace3fb72b541e5ce14a7fd65b7ea2dc24fe35a562fed3adc6fbdc0f', '71afe283329b074124f315b4785dd34a20e1b665aab8962383af0e749754601b', '2026-11-28 12:10:16.438116+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 23, 'act:verified-0004-again', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721786400000, "by": "BJ-0004", "seq": 23, "duty": "verified-report", "type": "verified-report-filed", "with": {"sealed": true, "emissions": "40000", "verifierReport": {"sealed": true, "verifier": "V-02"}}, "turns": "done"}', 'c86667e768ab4232d518bc899ea683879fac543821d0772c0fa954166def426f', '034882cb8f2c456a08f7640ad0271029c44e741b44af037a492359fd12bf58b9', '2026-11-28 12:10:16.556896+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 24, 'act:verified-0004-again', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721786400000, "by": "platform", "seq": 24, "duty": "first-check", "type": "check-window-opened", "with": {"from": "2024-07-24"}, "dueOn": "2024-08-03", "turns": "pending"}', '3e973258251630409eef33c0495a98846f2120f2ee4ea4e25036206a09ac021a', '4b9f36f8ce6750e9c34779cd27af09a1c6e4548a6dac338f95366c97ff174bbc', '2026-11-28 12:10:16.556935+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 25, 'act:check-0004-again', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721959200000, "by": "haidian", "seq": 25, "duty": "first-check", "late": false, "type": "first-check-passed", "with": {"result": "pass"}, "turns": "done"}', '0fad60080da17520b289ddde05794f2acf0ae1bbdd8062b18be70de64558068e', '8188a1e8f27d315adb591a86f1687c4691efb635fe04a52209903a330ffadd0c', '2026-11-28 12:10:16.702506+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/monthly-evidence', 4, 'act:adopt-2', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1716188400000, "by": "city/a", "seq": 4, "type": "revision-adopted", "with": {"basis": "通告", "before": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "digest": "sha256:9adcf80a3310d0adf4a48c59996a281051203aebd5faf8b2817c7197a2a18cfc", "revision": 2, "deadlines": {"first-report": "2024-06-30"}, "approvedBy": "city/b"}}', '3d4788931041f4148b76a5bd6327e99da71ede6e97e6922f03d0e39d4f31e63c', '9f876061c18f4aa32502ac2f8d78c0d06b2943cbf5bc666bd13bb9c9f2f221f0', '2026-11-28 12:10:11.788274+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/compliance-cycle', 6, 'at:1717117200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1717117200000, "by": "platform", "seq": 6, "duty": "first-report", "type": "reminded"}', '652642e1a2634bada192bf9d2dbdb3d8474c51db6c8a021c30fc8ac08fb00268', '9b2582c8156d896169f642461a806b23dff3168e2acc842a1594ebe4b3ad6b57', '2026-11-28 12:10:12.090375+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/monthly-evidence', 9, 'at:1721005200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721005200000, "by": "platform", "seq": 9, "duty": "monthly-evidence/2024-06", "type": "reminded"}', '21f4b1114e914675c14e5e0366a7c2a0b1716c9dc41e5ccfa10217631f78eb34', '60b83321a9d37f2127c62afc09daacef18a17edf81bad8603355aa612a9cff1c', '2026-11-28 12:10:15.786228+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 4, 'act:adopt-2', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1716188400000, "by": "city/a", "seq": 4, "type": "revision-adopted", "with": {"basis": "通告", "before": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "digest": "sha256:9adcf80a3310d0adf4a48c59996a281051203aebd5faf8b2817c7197a2a18cfc", "revision": 2, "deadlines": {"first-report": "2024-06-30"}, "approvedBy": "city/b"}}', '56ed764a889e2e25abe070d84e21bed3de551192eca12a20c318153cffa01554', 'f6f14318f4bcf9fe89de565bd22d98bb32a517d0d5c4f181b196c509145f5f40', '2026-11-28 12:10:11.788947+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 5, 'act:adopt-2', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1716188400000, "by": "platform", "seq": 5, "duty": "first-report", "type": "date-moved", "with": {"from": "2024-06-15"}, "dueOn": "2024-06-30"}', 'c3681beaaa0717392313d107afb70d28f25edc7c1df9f5dc76d91d5d490c4767', '63ab7d4608f711fb29dfc47ab58906afaa00b62f5e74e250c99b5a6c4244a669', '2026-11-28 12:10:11.789011+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 6, 'at:1717117200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1717117200000, "by": "platform", "seq": 6, "duty": "first-report", "type": "reminded"}', '3645bd83461611f7a4419ef948ab5e322148b33da7ecff14fd0e107e2f3e8580', '6125651d6c4f672d60a216a486566b87467657b789a096a91a1015fca0075860', '2026-11-28 12:10:12.088786+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/monthly-evidence', 5, 'at:1716220800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1716220800000, "by": "platform", "seq": 5, "duty": "monthly-evidence/2024-04", "type": "overdue", "turns": "overdue"}', 'f6578fa196c502bdd62ee29cf9233e146b4da8519a2db9072db76339bf88cc4d', 'a754551cec585e530b412fa33d9f9127be9c3c56ddfd9f9ccee1a6adf0ddd560', '2026-11-28 12:10:12.099411+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/monthly-evidence', 6, 'act:evidence-0001-05', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1717552800000, "by": "BJ-0001", "seq": 6, "duty": "monthly-evidence/2024-05", "late": false, "type": "monthly-evidence-filed", "with": {"files": [{"name": "账单.pdf", "sha256": "abababababababababababababababababababababababababababababababab"}], "fuels": [{"fuel": "natural-gas", "consumption": "120.5"}], "month": "2024-05", "electricityMWh": "1234.5"}, "turns": "done"}', '2b015f80ca4fe36d7e0a2d6539381aa37a368600239fb42b25446048b140ecfe', '7e4bfee41793bc13d8db72a60b1c7c23db454ae800d4c2089d21a1950af5c533', '2026-11-28 12:10:12.356319+00');
INSERT INTO public.events VALUES ('2024/BJ-0006/general-report', 3, 'at:1718413200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718413200000, "by": "platform", "seq": 3, "duty": "general-report", "type": "reminded"}', 'bba331725edcdf8aab0c9d3223cae0c8158f253c4aec52902c62fd7ef6894b69', '282834c838fd696cce25826033f1b4fbbc83546ab432138cfe50113f2d127cf5', '2026-11-28 12:10:13.093448+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/monthly-evidence', 6, 'at:1718413200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718413200000, "by": "platform", "seq": 6, "duty": "monthly-evidence/2024-05", "type": "reminded"}', 'b1c5e9af270eed252ca10f28b50fe212ab95921ae239f9136af64fd7c37d8d3c', 'f0f6e63e76fa78bda69736dfd6b2a6e4fad1407d20f3c8a1e3ca6d81aeebf935', '2026-11-28 12:10:13.152688+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 8, 'at:1718413200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718413200000, "by": "platform", "seq": 8, "duty": "verified-report", "type": "reminded"}', 'b5e8309cb748efd027fe79065ead6ad37718184c3d3963e57d95b50f2c60eda8', '2f0c1e736b11c28bb06e9952af4af02e1901a36391436d0f341ab49ea7276423', '2026-11-28 12:10:13.160194+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 9, 'at:1718413200000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718413200000, "by": "platform", "seq": 9, "duty": "adjustment-application", "type": "reminded"}', '506d5e9c52aa8fb8682a30b80acb1faad029b2d840365844ab68b9ea35be8099', '826cebe91052de9d54821dba0e8ce79e98048b146e625b5a290dfaa390a0c11b', '2026-11-28 12:10:13.160223+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/compliance-cycle', 7, 'at:1718413200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718413200000, "by": "platform", "seq": 7, "duty": "verified-report", "type": "reminded"}', 'cd0def6e1f7141871f4fcf008bc1242eba0b432fc6e9f68eb0ace80c17b5f7d4', 'b8e7ef64b9a9d2157e9964ad7beb53be2f4ecb7e0df1f9c691dc1cde8bfdd052', '2026-11-28 12:10:13.170178+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/compliance-cycle', 8, 'at:1718413200000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718413200000, "by": "platform", "seq": 8, "duty": "adjustment-application", "type": "reminded"}', '223445e1083fe11c661c95e36c340d8b675b342cdc31f7113b1014730ff36505', 'db5c5b4f5b7b4494ae8752154c990b237d4d2d862132f45b5b5523a6bcdc2413', '2026-11-28 12:10:13.170208+00');
INSERT INTO public.events VALUES ('2024/BJ-0005/general-report', 3, 'at:1718413200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718413200000, "by": "platform", "seq": 3, "duty": "general-report", "type": "reminded"}', 'd1b37efd6a04fb3fb47310aede16264c1f9606c0fb456bca53aeb02144a046c1', '7aa85ee9656ba07665191b35b73c147ffb89e08ba8674a469d140e668d6c0f8d', '2026-11-28 12:10:13.225002+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/compliance-cycle', 9, 'act:report-0003', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718416800000, "by": "BJ-0003", "seq": 9, "duty": "first-report", "late": false, "type": "first-report-filed", "with": {"sealed": true, "emissions": "19000"}, "turns": "done"}', '982cceb0e78117c495cfe0e5f539de51c5bb68ee840b017626711c4f8c1e959c', '7ed0299c34f1899e5327127aa45b591dd1d74f4a60fc178bd401d8c334706614', '2026-11-28 12:10:13.283846+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 10, 'act:report-0004', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718589600000, "by": "BJ-0004", "seq": 10, "duty": "first-report", "late": false, "type": "first-report-filed", "with": {"sealed": true, "emissions": "40000"}, "turns": "done"}', 'eea2820d5df75f8c8021b80a310de364b4324ac6788d9fbb9d9d39859df57198', 'f5d85e1f1b68bcb29d3c586aa460aa1c6aea746f8ab6f357489b6a1fb321d908', '2026-11-28 12:10:13.363506+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/monthly-evidence', 7, 'at:1718758800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718758800000, "by": "platform", "seq": 7, "duty": "monthly-evidence/2024-05", "type": "reminded"}', '975b3ccb584382e1112be5a1c8e3af62e57ef8df95d5a92d6f7a45ce03098c79', 'dd8f9777fbedd55ebd7b81960919ac79c14fd35fc22cb6403380248e09ea3707', '2026-11-28 12:10:13.573195+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 12, 'act:plan-0002', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718848800000, "by": "BJ-0002", "seq": 12, "duty": "data-quality-plan", "late": false, "type": "data-quality-plan-filed", "with": {"sealed": true, "version": "1.0"}, "turns": "done"}', 'a3174510e37df7e88bbc87d6814f002e796bdebff318e68effb66838fc285ebf', 'bb56c3aceff96b66f832a9ee707764fd04a13af82decd5a52b6fc83d71cabf08', '2026-11-28 12:10:13.628084+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/monthly-evidence', 12, 'at:1719450000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1719450000000, "by": "platform", "seq": 12, "duty": "monthly-check/2024-05", "type": "reminded"}', 'c187b962c0b26d6af1965a14d1381ca17b0feaf331ceaca3daac2c64f0d0cc4b', '20c5b672ae7d68f8f542db88bc38f1eeb1f3120f2130bd1003f7d2b51e16e4e1', '2026-11-28 12:10:13.717099+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 13, 'at:1719104400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1719104400000, "by": "platform", "seq": 13, "duty": "first-report", "type": "reminded"}', 'a98b357ecfd05fa8d2bef7521e1071cfe3293af17d51da2987753e36f45a556e', 'f4bf5cb2b24c0b998718cf8efa314978c69795a9ba1b3f6a76794e5bb537da61', '2026-11-28 12:10:13.791037+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/monthly-evidence', 8, 'at:1718899200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718899200000, "by": "platform", "seq": 8, "duty": "monthly-evidence/2024-05", "type": "overdue", "turns": "overdue"}', 'c0b59ac856b58b027ee53b97f25dd0d31c5e2708131a2f16058657a021fd3ac5', '8d39fe3269a1c0ab415a4315d340a055a2107cfedfab4c3b8fe95081ecd0127b', '2026-11-28 12:10:13.842688+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/monthly-evidence', 4, 'act:adopt-2', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1716188400000, "by": "city/a", "seq": 4, "type": "revision-adopted", "with": {"basis": "通告", "before": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "digest": "sha256:9adcf80a3310d0adf4a48c59996a281051203aebd5faf8b2817c7197a2a18cfc", "revision": 2, "deadlines": {"first-report": "2024-06-30"}, "approvedBy": "city/b"}}', '4cc73ead57bb21ec9961cd93db8cdaf256bf584979a01d5426710fc307e2640e', '1a55d19512a43ac9bc863ab3c7b2d4ff78a6cda733e12f546fd28567acdfca9d', '2026-11-28 12:10:11.790931+00');
INSERT INTO public.events VALUES ('2024/BJ-0005/general-report', 2, 'act:adopt-2', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1716188400000, "by": "city/a", "seq": 2, "type": "revision-adopted", "with": {"basis": "通告", "before": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "digest": "sha256:9adcf80a3310d0adf4a48c59996a281051203aebd5faf8b2817c7197a2a18cfc", "revision": 2, "deadlines": {"first-report": "2024-06-30"}, "approvedBy": "city/b"}}', '9580ed973da81b91d94efdffac11ff80487b7dc6b71caa02ce008784551ed2de', 'd17013fb3597738373bbd64218055a0b3aab9ff6351c65253a5778606ac006c2', '2026-11-28 12:10:11.944388+00');
INSERT INTO public.events VALUES ('2024/BJ-0006/general-report', 2, 'act:adopt-2', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1716188400000, "by": "city/a", "seq": 2, "type": "revision-adopted", "with": {"basis": "通告", "before": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "digest": "sha256:9adcf80a3310d0adf4a48c59996a281051203aebd5faf8b2817c7197a2a18cfc", "revision": 2, "deadlines": {"first-report": "2024-06-30"}, "approvedBy": "city/b"}}', 'a1bab1887373ad7abb5a1def7d889535995d833aa5c1e29e91574b695da9cbb1', 'deaacb0b682edde11039239e6daf3181dc0de2486571623da8b3e76acec10620', '2026-11-28 12:10:11.949475+00');
INSERT INTO public.events VALUES ('2024/city/city-cycle', 3, 'rolled-out:adopt-2', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1716188401173, "by": "platform", "seq": 3, "type": "rolled-out", "with": {"do": "adopt-revision", "act": "adopt-2", "cases": 10, "applied": 10, "refused": []}}', '2dccbac7a0b9840ce85ba5cbc128658a4e2b492cf23db6de813ea7c8e3cade89', 'd9e5c2ba5bd3b3d36e370dcb6457f12f164b75675b8727b48ac56cf3b45a58ed', '2026-11-28 12:10:11.972707+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 6, 'at:1717117200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1717117200000, "by": "platform", "seq": 6, "duty": "first-report", "type": "reminded"}', 'df64f84e9ae2f06ec855f968f955fc4b099387d512b07f129a4ead6a767a2107', 'd87babe9ed7406cafe6b88057fb756ff4a43a61cac9014db7da4fa0aab56d7ca', '2026-11-28 12:10:12.082539+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/monthly-evidence', 5, 'at:1716220800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1716220800000, "by": "platform", "seq": 5, "duty": "monthly-evidence/2024-04", "type": "overdue", "turns": "overdue"}', '4e4269a0168eec71b463e68fde22298141c42543e4cd8b00082356142caa2f40', 'f198ef232a92ea81e9cb5da3a3cb5db00222d78dab4af98b7f223197fe310777', '2026-11-28 12:10:12.082587+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/monthly-evidence', 5, 'at:1716220800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1716220800000, "by": "platform", "seq": 5, "duty": "monthly-evidence/2024-04", "type": "overdue", "turns": "overdue"}', '64ce0ebf98ab0658734f0c3cb2986e35635ac9eaf58a024e1c78e07c3e2844e2', '8093f96b17c12bf97e502cfbd63a54834fc2964276c9ef8e709c91d641a2e916', '2026-11-28 12:10:12.089386+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/monthly-evidence', 5, 'at:1716220800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1716220800000, "by": "platform", "seq": 5, "duty": "monthly-evidence/2024-04", "type": "overdue", "turns": "overdue"}', '5c27e919459e9cf9b419e24f3aec38ae768a995eb2c52d11e903c554f4fe36eb', 'dac69ea06a6f12a740a2018636ef51bb4410c995c849afb29a60e4412149e2e5', '2026-11-28 12:10:12.093994+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 8, 'at:1717117200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1717117200000, "by": "platform", "seq": 8, "duty": "first-report", "type": "reminded"}', '6f3aa656c1a3fb76566aae25f060abfb158eb61066327a43e9f4c6d12d07a7b7', '3931f4a68feabd775fa96a3fbd0ec75f9ea9c3691602d94f9eac0facc9237131', '2026-11-28 12:10:12.106651+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 9, 'at:1717117200000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1717117200000, "by": "platform", "seq": 9, "duty": "data-quality-plan", "type": "reminded"}', 'eee11dd41697482e424352d8bdf69d3992cfcc3b74458436d7d74f109eb28762', 'bea02637f6577843dd1a014d00a1e956dded8c7fc88a43e2a7e4d899fd41760a', '2026-11-28 12:10:12.106681+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/monthly-evidence', 6, 'act:evidence-0004-05', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1717639200000, "by": "BJ-0004", "seq": 6, "duty": "monthly-evidence/2024-05", "late": false, "type": "monthly-evidence-filed", "with": {"files": [{"name": "账单.pdf", "sha256": "abababababababababababababababababababababababababababababababab"}], "fuels": [{"fuel": "natural-gas", "consumption": "120.5"}], "month": "2024-05", "electricityMWh": "900"}, "turns": "done"}', '38793692cc0d25bdf96ce240c92cb26c933148f5b7aab85834145471d65932e7', '43dc804f0fa678f40321acd16b3cbde36ca9d95f3fa34f550bffe8ad3135e8fa', '2026-11-28 12:10:12.419827+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 7, 'act:report-0001', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1717984800000, "by": "BJ-0001", "seq": 7, "duty": "first-report", "late": false, "type": "first-report-filed", "with": {"sealed": true, "emissions": "98000"}, "turns": "done"}', 'a773935126d9a40fbde6a293b658742d188221278b9331ddc6293a99d7d793fc', '73153dd6dc9402a9419d7f45f8f1762016303d018d267430aa9e4a4d94fe4089', '2026-11-28 12:10:12.497242+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 8, 'act:verifier-0001', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718157600000, "by": "BJ-0001", "seq": 8, "type": "verifier-appointed", "with": {"verifier": "V-01"}}', 'd608513dbc8f8b3326db82c06ceb6f0ac8fb58ec2332dd70d7796a16a64cf935', 'ad94f02f3fdf59351a48fab6ab23cf2236cc3f1b0f1e283f850c28238024b6bb', '2026-11-28 12:10:12.637475+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 7, 'act:verifier-0004', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718157601000, "by": "BJ-0004", "seq": 7, "type": "verifier-appointed", "with": {"verifier": "V-02"}}', '7c97e9d9b9cd3bd2ef35c7352cc2f4011b3d72a7b0d6a8f93b781706941d2f7e', 'a710ef823c084352f4554eaf43b6c0d96595fdbb351a6336224d6fe3e7127d17', '2026-11-28 12:10:12.738129+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/monthly-evidence', 7, 'act:check-evidence-0001-05', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718244000000, "by": "chaoyang", "seq": 7, "duty": "monthly-check/2024-05", "late": false, "type": "monthly-check-passed", "with": {"month": "2024-05", "result": "pass"}, "turns": "done"}', '87ab5746b21d89bcb9db8c8882b12c60ece296b216962c7197ea0ffae03e1977', '767a930ce6451ed741b1796b8c57e5155b4aa0186dc6eaae98f12be4fbb9dc0d', '2026-11-28 12:10:12.842764+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/monthly-evidence', 7, 'act:check-evidence-0004-05', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718244001000, "by": "haidian", "seq": 7, "duty": "monthly-check/2024-05", "late": false, "type": "monthly-check-returned", "with": {"month": "2024-05", "result": "return", "findings": ["缺少电费单"]}, "turns": "done"}', '5589fb4f979338aabe8d865f0c745047bd344089e647f8cb353211f6e1048c78', '41b4f2c1d6deb5405f1abd13e401e82bfa5c029f54627f2705ee6842a878f9b8', '2026-11-28 12:10:12.946566+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 16, 'at:1720918800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720918800000, "by": "platform", "seq": 16, "duty": "pre-allocation", "type": "reminded"}', 'ee9bc343e19c88b9667ee62d7c877c1d9be4ba5fd02f9cd673962b9126b8c90c', '6aac06bda596e2288166ea47b1112093e54fc6b4b5adaadac4d58afd4f31ffce', '2026-11-28 12:10:15.512253+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 10, 'at:1718413200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718413200000, "by": "platform", "seq": 10, "duty": "verified-report", "type": "reminded"}', '15dc6b6eae8691e269ae26d613a611f7f78968711b60b4f4ed3beb940945d706', '7d02612b38df52eaae559bb4823397907371a46345a01368d11192cb888f0192', '2026-11-28 12:10:13.032034+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 11, 'at:1718413200000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718413200000, "by": "platform", "seq": 11, "duty": "adjustment-application", "type": "reminded"}', '8b0a8ea1a6fc3236d6eb4e9a48d023e6514d5b54bb6576084e7a360284337908', 'e0ae5ba1090866329a721c39295e6b634354d3314aa0d726ffc45df6806963f9', '2026-11-28 12:10:13.032104+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/monthly-evidence', 6, 'at:1718413200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718413200000, "by": "platform", "seq": 6, "duty": "monthly-evidence/2024-05", "type": "reminded"}', '7e6e8c3e2a2229bcaa1643ea54e3e0afca085c2425ccbab8c45481252c2f2669', '7f2883ebe58d24bfef66022f4569c9fe61ca2e7e1e9b085e777c6759bdcefc07', '2026-11-28 12:10:13.070691+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 9, 'at:1718413200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718413200000, "by": "platform", "seq": 9, "duty": "verified-report", "type": "reminded"}', '8a64a11d96181298bdac9e536d07a8130243538d0c5a11f25bd98db085d183fd', '41fb4197ce90e0d309378e7b461793691b0c802fe58df5926538f0e0a2db3b5f', '2026-11-28 12:10:13.098422+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 10, 'at:1718413200000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718413200000, "by": "platform", "seq": 10, "duty": "adjustment-application", "type": "reminded"}', '2ae09c420664f20f7e565ccf0dbf25af936f1ca38156a75f150fb8514fc48dbf', 'b6fc639ac0fbac487a7c0d9a7587b4b5a404605809fcf066ae938882ac60cca3', '2026-11-28 12:10:13.098454+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/monthly-evidence', 9, 'at:1718413200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718413200000, "by": "platform", "seq": 9, "duty": "monthly-evidence/2024-05", "type": "reminded"}', '3321be3747251b7d7619567855991c8aa5ca1968bb529772e226c435446dd32d', 'a492db959e5c2f6ebb63c3b99badef6e947423f07a0343f94d0ccc9143ac827b', '2026-11-28 12:10:13.150434+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/monthly-evidence', 10, 'act:evidence-0004-05-again', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718676000000, "by": "BJ-0004", "seq": 10, "duty": "monthly-evidence/2024-05", "type": "monthly-evidence-filed", "with": {"files": [{"name": "账单.pdf", "sha256": "abababababababababababababababababababababababababababababababab"}], "fuels": [{"fuel": "natural-gas", "consumption": "120.5"}], "month": "2024-05", "electricityMWh": "910"}, "turns": "done"}', 'f498130e51004e2adfaebba31266cbcd223be60e961f70d8055f138bf93cb5a9', 'cbbd57ff6552ed8944783466719a83ac669b2f18007c6e2961531b5677b34709', '2026-11-28 12:10:13.510679+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/monthly-evidence', 11, 'act:evidence-0004-05-again', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718676000000, "by": "platform", "seq": 11, "duty": "monthly-check/2024-05", "type": "check-window-opened", "with": {"from": "2024-06-18"}, "dueOn": "2024-06-30", "turns": "pending"}', '5223ad8e8eb241c3dc347275c66f4e7407eac2affe5f1a80daaf14ab44d2ccb3', '3d5cc9514dda85b34993515cbeb9d848da394dcfc9d877cdb1c6ad93b28a4e84', '2026-11-28 12:10:13.510717+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/monthly-evidence', 7, 'at:1718758800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718758800000, "by": "platform", "seq": 7, "duty": "monthly-evidence/2024-05", "type": "reminded"}', '27ad6e2764bf1e8b8d61a36cf7e23308612507663ba77f9f265c74cb1977f4d6', 'd98163b4544ca3d05d977e6890182056b15c8027ae40990087152d1159899e16', '2026-11-28 12:10:13.572356+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/monthly-evidence', 8, 'at:1718899200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1718899200000, "by": "platform", "seq": 8, "duty": "monthly-evidence/2024-05", "type": "overdue", "turns": "overdue"}', '13a48d2a36567c0c83fa0fc86d98a5b75681f7acfa2f2acbaccc3b09f0a00887', '3c6cf85b89f7a0bf47e96a79f9b0e9efd1ef22b306ee19761c893c7100bf1154', '2026-11-28 12:10:13.790706+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/monthly-evidence', 14, 'at:1719763200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1719763200000, "by": "platform", "seq": 14, "duty": "monthly-check/2024-05", "type": "overdue", "turns": "overdue"}', 'da285c532fe83fd2b7f99ed27933507e9d70b97e92cf72bcf8cbb7655200fb17', '374ca57a94532bc237c1ae830578c59b70f9957487e439a04d78156629b296a1', '2026-11-28 12:10:13.999823+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 17, 'act:report-0002', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1719885600000, "by": "BJ-0002", "seq": 17, "duty": "first-report", "late": true, "type": "first-report-filed", "with": {"sealed": true, "emissions": "1200.25"}, "turns": "done"}', 'a6f3c38854b2beb478b15ae2f94b8f26ff9ba84486db104ebc9ab2ae353e0d19', '323e238e0f308833399005721133c68464df1843abcd1d9b07ad3a3b7f44959c', '2026-11-28 12:10:14.127283+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 18, 'act:report-0002', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1719885600000, "by": "platform", "seq": 18, "type": "referral-closed", "with": {"duty": "first-report"}}', '18471e7cbf93fd7300e7d32d6ce01c39ff52c9a8dc689c31b2faf9780edbfeab', 'db5d25bedb8fee6350ccdbd8832c4954baacbc97d4e64be4eb06be088358c6d8', '2026-11-28 12:10:14.127321+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/monthly-evidence', 8, 'act:evidence-0001-06', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720144800000, "by": "BJ-0001", "seq": 8, "duty": "monthly-evidence/2024-06", "late": false, "type": "monthly-evidence-filed", "with": {"files": [{"name": "账单.pdf", "sha256": "abababababababababababababababababababababababababababababababab"}], "fuels": [{"fuel": "natural-gas", "consumption": "120.5"}], "month": "2024-06", "electricityMWh": "1100"}, "turns": "done"}', '41d94110e51ef154674fa622ed73aed7f3d817e058961a1cbd64f7aecdf25895', '1efa18503449905aaed15cb1d9b873986f14b7c979ffa62b1231cbb5ae33d32d', '2026-11-28 12:10:14.250622+00');
INSERT INTO public.events VALUES ('2024/BJ-0006/general-report', 4, 'at:1720400400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720400400000, "by": "platform", "seq": 4, "duty": "general-report", "type": "reminded"}', '7eaadc6613c27f1b54f59de4ba604e88c00bc61e3aa61630bb215e9097899421', 'efc2366396a63c957b93d6161c544fdefc0871ea5ec0d7ca6dc60bf0dad4c870', '2026-11-28 12:10:14.379805+00');
INSERT INTO public.events VALUES ('2024/BJ-0005/general-report', 4, 'at:1720400400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720400400000, "by": "platform", "seq": 4, "duty": "general-report", "type": "reminded"}', '77f2b1ed5f06ad231a03bc4244d7f0e384fc04c804a075d2abe400cd624b67e2', 'cf7457a6daddec8e01a7d3b8577c0c2e5d642b8e55c17c2e09ddfe36b6abbb6d', '2026-11-28 12:10:14.383141+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 11, 'at:1720400400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720400400000, "by": "platform", "seq": 11, "duty": "verified-report", "type": "reminded"}', '1aa8a5047183bd2a2ea23e419a0487bde0560f5df159f8e2b3bf13f3db1939cb', '63dd447100442a5b017d0c4b8a58dc2fc69032688d9c5a0fbe37fd96340bd52b', '2026-11-28 12:10:14.43942+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 12, 'at:1720400400000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720400400000, "by": "platform", "seq": 12, "duty": "adjustment-application", "type": "reminded"}', 'f1e0458488aee348067c0a1f2661a4d412cbd60304e09a5a148c134409c07371', '3fcb43874d123d202a1ab0d91ffb837cf59ff2de677ecc79b2a3c8fe0f61e7e9', '2026-11-28 12:10:14.439458+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 11, 'at:1720400400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720400400000, "by": "platform", "seq": 11, "duty": "verified-report", "type": "reminded"}', 'be73b16fbb3606ac1d3a558c30e207ab7ab7ce761740e406dee4b0ea71c23bc0', '6921c05d36dd9e7a15527e9a00d7b797c6dfe196d4dee99feeaea8b60c4c7402', '2026-11-28 12:10:14.473564+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 14, 'at:1719622800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1719622800000, "by": "platform", "seq": 14, "duty": "first-report", "type": "reminded"}', '508cf64473b5ef5a7da391115271935a4e21ea2ebd65c63f4f9231dea580e6ea', '2811ee6bfad59491762cb070ec8ef8cf39b5b2130257a215116382376e36a2c8', '2026-11-28 12:10:13.92432+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/monthly-evidence', 13, 'at:1719622800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1719622800000, "by": "platform", "seq": 13, "duty": "monthly-check/2024-05", "type": "reminded"}', '2b3525745967fef0b7f8e758c49087ad7870fd83b438a42c41abe02212dc70ae', 'ab22b9ad862a7f1f70b2bc49652c5b09c17ba44d0567388e50405f1cb3558b92', '2026-11-28 12:10:13.941125+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 15, 'at:1719763200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1719763200000, "by": "platform", "seq": 15, "duty": "first-report", "type": "overdue", "turns": "overdue"}', '6554b403a0fc3cb16bc10ee6c04b74c047994e7763a4831df450c55e92b3d197', 'b016022292eae887a261f2723bf30cf5acb71a22deaa4a74fbf8d328dc69b40e', '2026-11-28 12:10:13.996248+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 16, 'at:1719763200000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1719763200000, "by": "platform", "seq": 16, "type": "referral-opened", "with": {"duty": "first-report", "proposal": {"upTo": "50000", "provisional": true}}}', '205b72d7b7be7d56258e86fb245392f83206f09ff5909723973e3b6c885c6cb0', 'ef61f6b8ff47cb1c43f7514086f34dd5216484f5cb393bd9effc0dedc67dcd40', '2026-11-28 12:10:13.996285+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 19, 'at:1720400400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720400400000, "by": "platform", "seq": 19, "duty": "verified-report", "type": "reminded"}', 'cfddb216d7ed89c75cd3a07078b2892f7c69c6e38563a40c3c83a302c4fcb4f9', '598c41a166757bca0a64a6af96b23879b8fbb6b5f36b21606243618fe1df5df7', '2026-11-28 12:10:14.380347+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 20, 'at:1720400400000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720400400000, "by": "platform", "seq": 20, "duty": "adjustment-application", "type": "reminded"}', 'dbe0a4d3039195f214f82b8627b951707736df508ff7802a7ea938a375df440a', '5215eccf65debbeeaf5770d80d8b6e4551cc8943fa430a6ee89e6734ca948deb', '2026-11-28 12:10:14.380372+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/compliance-cycle', 10, 'at:1720400400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720400400000, "by": "platform", "seq": 10, "duty": "verified-report", "type": "reminded"}', '2f8f4e28caf71480fd1d903305224ef5456b5f23a66db7b4b9ee7a6e9ec52ce8', '893ce29ccc1aeb15ca0b5db8b575d600e05a6daf726685fe93ab95d594e8c2f8', '2026-11-28 12:10:14.467397+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/compliance-cycle', 11, 'at:1720400400000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720400400000, "by": "platform", "seq": 11, "duty": "adjustment-application", "type": "reminded"}', 'e7eb0e00b65ff121e4e1f383b4b872fa32c8e3c9756a6a548407891764866732', '0f8462b88787fad8db072666d45bc9f5311277a10e20f1a84d5492bab382970e', '2026-11-28 12:10:14.467435+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 21, 'act:verifier-0002', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720404000000, "by": "BJ-0002", "seq": 21, "type": "verifier-appointed", "with": {"verifier": "V-01"}}', '9dc1eca5c7ddc44d4f553c10a48328cda6f3ce5745bd7e089a421dc506590166', 'aace4850407cb2c844bbedf779d6245fc0c1d89b729f1e12eb78fe960195a6d4', '2026-11-28 12:10:14.640858+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 14, 'at:1720918800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720918800000, "by": "platform", "seq": 14, "duty": "verified-report", "type": "reminded"}', '86ea9c1a7117812cb40f2754e3003e02179c1588dabf1440250fbb36ce7c2bd3', '891272b00159a3e2ca004d8140e36c990ab07744be6a964ce3c2ff5f2947fdee', '2026-11-28 12:10:15.503416+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 15, 'at:1720918800000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720918800000, "by": "platform", "seq": 15, "duty": "adjustment-application", "type": "reminded"}', '5e9dee0030cb8c2aa72acc238929fbc793569bd2d20676e96ac8ef9d14608589', '29f0e1411f8985a4534361802c42b2fd691da5610963269a0b5bb892113db5f5', '2026-11-28 12:10:15.503538+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 16, 'at:1720918800000', 3, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720918800000, "by": "platform", "seq": 16, "duty": "pre-allocation", "type": "reminded"}', 'bbe003b25ad6ddcf19634e081323c2af0bd4af2680a1294e88b6df57a39bab1f', '86ac14debe61ec6028c2595dc914dace2264824a21bf5246e6bc687c30b16444', '2026-11-28 12:10:15.503544+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 20, 'at:1721059200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721059200000, "by": "platform", "seq": 20, "duty": "adjustment-application", "type": "right-lapsed", "turns": "not-required"}', 'e0edacfa14455028bf33b5ba9df94aceda2a59890c4c1e6959807c03ec213739', '5844a95edeb810a0c5b5264e57e677461f656c1d420e46178946019179ebc4b1', '2026-11-28 12:10:15.77654+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/monthly-evidence', 15, 'at:1721005200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721005200000, "by": "platform", "seq": 15, "duty": "monthly-evidence/2024-06", "type": "reminded"}', '09ea320f483dadba65fc6841e7c00180402fd5205c7a7d20ce81a180493120bb', '5f62665746855ff6186daf12241f1ca689711c9acf132ab57910020740787cc9', '2026-11-28 12:10:15.778259+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 24, 'at:1721059200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721059200000, "by": "platform", "seq": 24, "duty": "verified-report", "type": "overdue", "turns": "overdue"}', '5b0eb1036e9b2c155489a9b547810e9693a9cb107d75cc67844685a8d54fd05c', 'e426e82760e3d25938d2c12b45e2c53dbcdd037331d28ab2d02a0863865ae98e', '2026-11-28 12:10:15.796033+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 25, 'at:1721059200000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721059200000, "by": "platform", "seq": 25, "type": "referral-opened", "with": {"duty": "verified-report", "proposal": {"upTo": "50000", "provisional": true}}}', 'eab3a393007f5bce0590613f06a629330a1affbec75dc7a1d5cf80c7bba99365', '9626a052255b237dbac99a40ea4dfb725e7337cc00fc62ee0c4b59d7424f1138', '2026-11-28 12:10:15.796066+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 26, 'at:1721059200000', 3, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721059200000, "by": "platform", "seq": 26, "duty": "adjustment-application", "type": "right-lapsed", "turns": "not-required"}', '683166f507593d39139432f239a9b73a4ebf94ab2bbd34a15102edb018d47545', 'c936202e193177124dc0ad93aac036d9000af3130843575757b55bf65443a228', '2026-11-28 12:10:15.796072+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/compliance-cycle', 24, 'act:strike-09', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1722495600000, "by": "city/a", "seq": 24, "type": "verifier-struck-off", "with": {"basis": "决定书", "verifier": "V-09", "approvedBy": "city/b"}}', '779fd3c148827d69da70798b3db4495f219fcbd6905598c7c980758ea0a9ce11', 'ed318ccde755649ae8c124e3c17d1915a18ac8fe04dbbdb0cfe2db14670df500', '2026-11-28 12:10:16.88627+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 27, 'act:strike-09', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1722495600000, "by": "city/a", "seq": 27, "type": "verifier-struck-off", "with": {"basis": "决定书", "verifier": "V-09", "approvedBy": "city/b"}}', '1730856f6c4881c9cb3b159ce643e295ecad6cff892c67c3b5cdcddca8615129', 'fd9f4630484848131489361af410ea0bbba1facac0457e021d72e833aae5c705', '2026-11-28 12:10:16.936848+00');
INSERT INTO public.events VALUES ('2024/city/city-cycle', 6, 'rolled-out:strike-09', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1722495602751, "by": "platform", "seq": 6, "type": "rolled-out", "with": {"do": "strike-off-verifier", "act": "strike-09", "cases": 4, "applied": 4, "refused": []}}', 'e29d5588ee93d8d411d23b5e0a70e60ef3c3cbd32b2537391dd996ffe9d1d6c9', 'e73c58d95cee1856f2f571def78d46ef5f131344e20ffa4034d844db344c8fc6', '2026-11-28 12:10:16.998997+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 12, 'at:1720400400000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720400400000, "by": "platform", "seq": 12, "duty": "adjustment-application", "type": "reminded"}', 'fdb03502a07e723d5bf9b91e03de021c518a304b8f5eec6fccf7881bd94818fa', '084279d9dc25bd9486d0a3f7fd36f8369c5f2147dcb74553808374c48a4ebdbf', '2026-11-28 12:10:14.473599+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/compliance-cycle', 12, 'act:pre-0003', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720490400000, "by": "city/a", "seq": 12, "duty": "pre-allocation", "late": false, "type": "pre-allocated", "with": {"basis": "预发方案", "quantity": "14000", "approvedBy": "city/b"}, "turns": "done"}', 'df8633f23cde2c6bad2174f886cf7c466971596571b535b6584ffd624587b5e5', '6c98fe2826c65d51f4de7df581917ace9d78cb043a529db9117778fa71879c29', '2026-11-28 12:10:14.918995+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/compliance-cycle', 13, 'act:pre-0003', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720490400000, "by": "platform", "seq": 13, "type": "credited", "with": {"lots": [{"lot": "BJ-0003/L2", "product": "allowance", "quantity": "14000"}], "reason": "pre-allocation"}}', '3bd44ac7da4882ce214211cb9f839b7d8abf36a85e6aa3ef37e60b5bc0110774', '741d49dd7aabb5abb4bec45785547a6788cd441c55f4f4b8ef8c81afee6e6314', '2026-11-28 12:10:14.919029+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/compliance-cycle', 14, 'act:leave-0003', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720576800000, "by": "city/a", "seq": 14, "type": "unit-left", "with": {"to": "national-market", "basis": "名单调整", "approvedBy": "city/b"}}', '97fa21b8ab39959d980918baf514631a451ed97e9633cbebb275a8cc35e9c1fb', '2d5ad45c412440460eb23c8d20a9224e5da22520c4f761c1a58fd9a085c6e778', '2026-11-28 12:10:15.023046+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/compliance-cycle', 15, 'act:leave-0003', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720576800000, "by": "platform", "seq": 15, "duty": "verified-report", "type": "no-longer-due", "turns": "not-required"}', '84ebddcda01a61258e28134d42661b78a28b1a4ae0052f51f2a60412cbcc3d5d', '54fcb3bf4d97788d44d6fbec2ada20c443257538b9ee02c469ae224e5189d4e3', '2026-11-28 12:10:15.023082+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/compliance-cycle', 16, 'act:leave-0003', 3, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720576800000, "by": "platform", "seq": 16, "duty": "first-check", "type": "no-longer-due", "turns": "not-required"}', 'd20439fe3a28851b24aeb9e69a90e09bc53b8514f8d74198d125f2717ad0613e', 'b89fe95bc504538204f373e05fe70ab6840284851bada36b5e411bdeb7e072da', '2026-11-28 12:10:15.023087+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/compliance-cycle', 17, 'act:leave-0003', 4, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720576800000, "by": "platform", "seq": 17, "duty": "adjustment-application", "type": "no-longer-due", "turns": "not-required"}', '1a45e91398baaa4f15cdef18a696874c7a99ab8d484b3dd659d1798eff1947cd', 'fec01d46492db5674cdb362f4737661b59b055cec4a6f5f79b8c436e257a3841', '2026-11-28 12:10:15.023091+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/compliance-cycle', 18, 'act:leave-0003', 5, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720576800000, "by": "platform", "seq": 18, "duty": "confirmation", "type": "no-longer-due", "turns": "not-required"}', '8ec6c80b9d30faf1e5fc8cd1465cfe15015cae2aaec24fd593fd29bb4929a048', 'f1b4f33e2bb15ada02d63de95e46a49f47c18230911ff8d27f174dc46caf952a', '2026-11-28 12:10:15.023094+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/compliance-cycle', 19, 'act:leave-0003', 6, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720576800000, "by": "platform", "seq": 19, "duty": "final-allocation", "type": "no-longer-due", "turns": "not-required"}', '66543803b471aa9af78bcaf3ab357717a6cca822c41d8ab746ef4a6c995d66d3', 'b5c6952df5648ac0b58f9fba1aec50156e6e059aeea5097b49d31f0782a35e2e', '2026-11-28 12:10:15.023098+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/compliance-cycle', 20, 'act:leave-0003', 7, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720576800000, "by": "platform", "seq": 20, "duty": "offset-application", "type": "no-longer-due", "turns": "not-required"}', '33ac4d8baa9d748794d38dcb836abb6ed092aca7c0572a14f48a41212cf31eaf', '9dac26b7143008cf7cc703d9402aca953238ac9ea5ff1a6180d517597c6d8908', '2026-11-28 12:10:15.023101+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/compliance-cycle', 21, 'act:leave-0003', 8, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720576800000, "by": "platform", "seq": 21, "duty": "surrender", "type": "no-longer-due", "turns": "not-required"}', '01734a64dcbbccf31d5a46007d1b844441659c8299d6c14f3bf4ecdae4e96b3a', '7ea685916bd565b8c208a03156ba6eaf590d996c83edc64beb826bab11d72d1a', '2026-11-28 12:10:15.023104+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/compliance-cycle', 22, 'act:leave-0003', 9, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720576800000, "by": "platform", "seq": 22, "duty": "collection", "type": "no-longer-due", "turns": "not-required"}', '29b3df790749ebfc8d05c680757b9836fbeaadee186fe1af7b0bbd13e48de41b', '7eea2317f1ac82244fb08a2ee6a0acc41902cd5b00c1ac716d98a18de5150f1b', '2026-11-28 12:10:15.023106+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/compliance-cycle', 23, 'act:leave-0003', 10, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720576800000, "by": "platform", "seq": 23, "type": "taken-back", "with": {"debt": "0", "moves": [{"lot": "BJ-0003/L2", "quantity": "14000"}], "quantity": "14000"}}', '12bef59d62b1fca06db69d95fb25b8bf952de3a058945005f388ea40d655d42f', '4ffbb26de6cba22207e9a3a81ff72cc90df5ca25211e068899b840df6b7ce73e', '2026-11-28 12:10:15.023109+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/monthly-evidence', 9, 'act:leave-0003', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720576800000, "by": "city/a", "seq": 9, "type": "unit-left", "with": {"to": "national-market", "basis": "名单调整", "approvedBy": "city/b"}}', '928e44b3df79ffba90a6e501edfe2c20fee9840be594faa2699968cf33ad1586', 'cbe1f638a6fd61086418efcdbced4eb3e485dc1a2174e07ad06cb74ff26f04f2', '2026-11-28 12:10:15.052063+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/monthly-evidence', 10, 'act:leave-0003', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720576800000, "by": "platform", "seq": 10, "duty": "monthly-evidence/2024-07", "type": "no-longer-due", "turns": "not-required"}', '72a6c031ee1e18178e6fb7c47718832913ef8291295e238097eee37e690dbfb5', 'ed84ac789a381067eb999b983812e452bc2cbe7e3357e2de1d573432afcd33ea', '2026-11-28 12:10:15.0521+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/monthly-evidence', 11, 'act:leave-0003', 3, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720576800000, "by": "platform", "seq": 11, "duty": "monthly-check/2024-07", "type": "no-longer-due", "turns": "not-required"}', '34b13cd92eeae3e207ea52784740db98c7dd784b2e7594dbe6c6f2ba6a2bec56', '805a7416433640b05989d3df8f52b552cf6263e4b6188cd37ff122b8280b1099', '2026-11-28 12:10:15.052106+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/monthly-evidence', 12, 'act:leave-0003', 4, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720576800000, "by": "platform", "seq": 12, "duty": "monthly-evidence/2024-08", "type": "no-longer-due", "turns": "not-required"}', '1aecde1d3b5f324c643f7d6de6dce70d5bf2b3259c0958f216664fd06e407288', '6b78886dfbad319573edd0e6e8d96cc6d97abfc1ab6516db44e2286d1ae83e39', '2026-11-28 12:10:15.05211+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/monthly-evidence', 13, 'act:leave-0003', 5, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720576800000, "by": "platform", "seq": 13, "duty": "monthly-check/2024-08", "type": "no-longer-due", "turns": "not-required"}', '2ed45bec729126ee8b29eb6be9f2588e775bda8ece38dd35d9d913e930ef74ce', 'd49cd0cdc722c140847df436da08a387ba33b7415fef1926f8311f2b75aff7f4', '2026-11-28 12:10:15.052113+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/monthly-evidence', 14, 'act:leave-0003', 6, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720576800000, "by": "platform", "seq": 14, "duty": "monthly-evidence/2024-09", "type": "no-longer-due", "turns": "not-required"}', '59047044f9408256896ad25013afdcdea02ee002eb7ac7fee4f9b8639b16f79a', '979f555f1b955065b875478088a131e6585bd4adaded38182402ec42dc12c105', '2026-11-28 12:10:15.052116+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/monthly-evidence', 15, 'act:leave-0003', 7, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720576800000, "by": "platform", "seq": 15, "duty": "monthly-check/2024-09", "type": "no-longer-due", "turns": "not-required"}', '4f656064ced5ddeca11ade3180b1fadfe0e78ff47eebdb77880bc1a5be3583d8', '8ba965a8b224d60b1dd571574247e0f35d0bdc11e31c558000d6d434f2b39407', '2026-11-28 12:10:15.052119+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/monthly-evidence', 16, 'act:leave-0003', 8, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720576800000, "by": "platform", "seq": 16, "duty": "monthly-evidence/2024-10", "type": "no-longer-due", "turns": "not-required"}', 'b3028e0599fb27a138139819a6bfed84c09210a884ca4b45e95f1201327c86fc', '5dc7c427c800c3610e6207e1de92056b9e12d86be3cacc76b16dce4b7cda18a5', '2026-11-28 12:10:15.052183+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/monthly-evidence', 17, 'act:leave-0003', 9, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720576800000, "by": "platform", "seq": 17, "duty": "monthly-check/2024-10", "type": "no-longer-due", "turns": "not-required"}', '280dd94ac9ff596315c62e951873e3d9d73e0e610da26691339cdf0f8327b28e', '631e8702130af20c6c3ba96ba829ec48ae40718c93f4773249fa1fd378345f20', '2026-11-28 12:10:15.052185+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/monthly-evidence', 18, 'act:leave-0003', 10, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720576800000, "by": "platform", "seq": 18, "duty": "monthly-evidence/2024-11", "type": "no-longer-due", "turns": "not-required"}', '3b809a45e499f45a509ba1b536f02623c82d22a42d5c31efdb83977340f4aa0f', '906c94c3ada25e44c0dcabe940924a3e0d43c072cb04ce2033f3da6a566ea89f', '2026-11-28 12:10:15.052254+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/monthly-evidence', 19, 'act:leave-0003', 11, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720576800000, "by": "platform", "seq": 19, "duty": "monthly-check/2024-11", "type": "no-longer-due", "turns": "not-required"}', '442e98e1992c213dfaa6b60fd0776f271472343adce4f5365cf4290d15218fbc', '5e868ea7312d6b3fb31b09edea3afa025f5d8f97dad5a5a4fdeff8fa705f2bc2', '2026-11-28 12:10:15.052258+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/monthly-evidence', 20, 'act:leave-0003', 12, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720576800000, "by": "platform", "seq": 20, "duty": "monthly-evidence/2024-12", "type": "no-longer-due", "turns": "not-required"}', '67f5f41f5ff414bbda61eca6ac0de756366d34d94d9252d9dd040d8376c79cf5', '540d7dd1d52169470b18bc5fdc607a48cb57f32032c73b452ec912d3a8506f44', '2026-11-28 12:10:15.05226+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/monthly-evidence', 21, 'act:leave-0003', 13, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720576800000, "by": "platform", "seq": 21, "duty": "monthly-check/2024-12", "type": "no-longer-due", "turns": "not-required"}', '7bac1eff6efb5a6174be013a362b6132a1488ace860ca2d44b93502c565f79b5', '822375ac540f89fefae77f89065b74a3a2ff4716226ae65f45976c048102d693', '2026-11-28 12:10:15.052263+00');
INSERT INTO public.events VALUES ('2024/BJ-0005/general-report', 5, 'act:general-0005', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720580400000, "by": "BJ-0005", "seq": 5, "duty": "general-report", "late": false, "type": "general-report-filed", "with": {"sealed": true, "emissions": "3100"}, "turns": "done"}', '90a4209a2715ebb5b242c927fe9924e5a19ffd12697ffe51c481ae344bfa9247', '702bd3805a28f0c7dac966b868f5e85b1d0342e266fa78bd0f012b23fa90d165', '2026-11-28 12:10:15.153397+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 13, 'at:1720746000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720746000000, "by": "platform", "seq": 13, "duty": "pre-allocation", "type": "reminded"}', '1cbb8f262f76fe62a908eac44eea522d1317ac53fd419f1b6b1ae14b56d4e8d7', '951d5f8a87b9ed8a1e162139f513592bd2bbf68e8c378b788be8e0e9e7fde03f', '2026-11-28 12:10:15.234979+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 13, 'at:1720746000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720746000000, "by": "platform", "seq": 13, "duty": "pre-allocation", "type": "reminded"}', 'c16445a573e1c3011fc2a89e688fbb4933d0ebb7ae89bbe4b7e3aaafb30fc1d0', 'f1fcded86a51cf67cfad065735a5d1e1dbad30eaf663e275f919f50bb8046b78', '2026-11-28 12:10:15.260362+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 14, 'act:verified-0001', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720749600000, "by": "BJ-0001", "seq": 14, "duty": "verified-report", "late": false, "type": "verified-report-filed", "with": {"sealed": true, "emissions": "98200", "verifierReport": {"sealed": true, "verifier": "V-01"}}, "turns": "done"}', 'd0f835e55af65933247a0cfdf435e49aab456708f83f8ea113c1e0a23704a348', '842d95a1384f81abd0d1926fff4cbcacb473afd66ba56034d05ecb82b3bf4b98', '2026-11-28 12:10:15.318273+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 15, 'act:adjust-0001', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720836000000, "by": "BJ-0001", "seq": 15, "duty": "adjustment-application", "late": false, "type": "adjustment-applied-for", "with": {"ground": "新增设施", "sealed": true, "tonnes": "1200"}, "turns": "done"}', '3f5b014a1c54b55c6198065ac5dc6cc4c9b5a11bc826851f90f2df2eacc04539', '56af2470bf46190180660a53cb7485ff9021b58b303bfa4617fb5d7312592476', '2026-11-28 12:10:15.443271+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 22, 'at:1720918800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720918800000, "by": "platform", "seq": 22, "duty": "verified-report", "type": "reminded"}', 'f51b5c10d68da1045980daef6bf737d37c179eb64ed1696ae094374b598e21f5', '7ec31cdc398d8106b2fb58ad8bfb0c38b28ce3a64e923b88c8376eff58006fb3', '2026-11-28 12:10:15.501063+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 23, 'at:1720918800000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720918800000, "by": "platform", "seq": 23, "duty": "adjustment-application", "type": "reminded"}', 'c7e8f1e691b79f6d5ede983856bf23558331ca29fbe70e42c7a92cf12552b357', '007b40bdbfaeaf7a30a8c7b13b9017102609d4d355bcc4075e2bcf9e6c0a2211', '2026-11-28 12:10:15.501102+00');
INSERT INTO public.events VALUES ('2024/BJ-0003/monthly-evidence', 22, 'at:1721005200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721005200000, "by": "platform", "seq": 22, "duty": "monthly-evidence/2024-06", "type": "reminded"}', '78c19434dc3a64ec8a5016847672fe11f2e3542c70ebc9f53151d66dd8cec9fb', 'aa209edd58bd9ea88bdc93f83be60ebe0b61fe68422281406db89134c25a4ae5', '2026-11-28 12:10:15.777815+00');
INSERT INTO public.events VALUES ('2024/BJ-0006/general-report', 6, 'at:1721059200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721059200000, "by": "platform", "seq": 6, "duty": "general-report", "type": "overdue", "turns": "overdue"}', 'abef96ee274aa5a7c381e8d05586115c9b8d084d76528b8f8c3a63199914a1eb', '727e48ffe571fb23bf380d8a455485fe3083ada40f3a7ebc0bccec42e8a60b5b', '2026-11-28 12:10:15.779557+00');
INSERT INTO public.events VALUES ('2024/BJ-0006/general-report', 7, 'at:1721059200000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1721059200000, "by": "platform", "seq": 7, "type": "referral-opened", "with": {"duty": "general-report", "proposal": {"upTo": "50000", "provisional": true}}}', 'a1a36a6817cdfdbc57a3b2b3614fbb1dcbb55d3fb09e4ebf7f1730b4d99fc9dc', '5d2fab5d95392f4b01ec9a5f61cfd15289c64a578277feb79ced612ad4da15f9', '2026-11-28 12:10:15.779581+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 20, 'act:strike-09', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1722495600000, "by": "city/a", "seq": 20, "type": "verifier-struck-off", "with": {"basis": "决定书", "verifier": "V-09", "approvedBy": "city/b"}}', '568c40f1389ddf4b9edc5f2d662e76f9c77daae4e2533858f4afd47ce5cbf1d6', '1a73135cc72d5779f03aca07548215ddc96ea06a026b83eaa21ad1dc2068c74e', '2026-11-28 12:10:16.878625+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 30, 'at:1726275600000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726275600000, "by": "platform", "seq": 30, "duty": "confirmation", "type": "reminded"}', '0bdd355092e2ec839af39e8fd81ad227c03d8f864dae881b760bddebbf425068', 'c30d9ff53326b93b1a31a44e0d302ab539e3a0b0b3e4293adb04a2d38684d597', '2026-11-28 12:10:19.490123+00');
INSERT INTO public.events VALUES ('2024/BJ-0006/general-report', 5, 'at:1720918800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720918800000, "by": "platform", "seq": 5, "duty": "general-report", "type": "reminded"}', '86ad7222ffee9de42191344fac0940321d295080b0750ed2fb518c7a06610fe1', 'b13bc420b539c3cda297468cc89b74097b6069c3df1a7606c0d6bf8eedbc0f76', '2026-11-28 12:10:15.529084+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 17, 'act:verified-0004', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720922400000, "by": "BJ-0004", "seq": 17, "duty": "verified-report", "late": false, "type": "verified-report-filed", "with": {"sealed": true, "emissions": "40100", "verifierReport": {"sealed": true, "verifier": "V-02"}}, "turns": "done"}', '9e3ad5b90adbaebe63930fcb5de26e3757b2fbe5a10dae019f7a77bfb4327fe6', '2d00a473a650ca25a2b954ac6e6601c2590d51d3108efca2cbe7d36ea8a3d4de', '2026-11-28 12:10:15.568542+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 17, 'act:pre-0001', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720926000000, "by": "city/a", "seq": 17, "duty": "pre-allocation", "late": false, "type": "pre-allocated", "with": {"basis": "预发方案", "quantity": "70000", "approvedBy": "city/b"}, "turns": "done"}', '58e82c4172b76398667dfc295691697582b0e0202c4e52b6d3ea78e20d8e6306', '6acade245942dde037aa5a9ae1ac1982ca7a2afa668ee61eea653cb3756668ef', '2026-11-28 12:10:15.627195+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 18, 'act:pre-0001', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720926000000, "by": "platform", "seq": 18, "type": "credited", "with": {"lots": [{"lot": "BJ-0001/L5", "product": "allowance", "quantity": "70000"}], "reason": "pre-allocation"}}', '1dc0205c78af5b448e315c19ebdfc1b631129a501bf23b24ea837a55576adad8', '0222a48526c56bd961160c79c608aac766799c41e3e3157971b66099aca201b5', '2026-11-28 12:10:15.627225+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 18, 'act:pre-0004', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720926001000, "by": "city/a", "seq": 18, "duty": "pre-allocation", "late": false, "type": "pre-allocated", "with": {"basis": "预发方案", "quantity": "28700", "approvedBy": "city/b"}, "turns": "done"}', '0a9688dff12a92bc1024e5e73eb9cab62b48b4106b5d975a310b6145739ef893', '96dfcb278ee4912d0405e5f8aaa24616a6af43b1823acbcf6ba7d91068429ac7', '2026-11-28 12:10:15.677972+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 19, 'act:pre-0004', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1720926001000, "by": "platform", "seq": 19, "type": "credited", "with": {"lots": [{"lot": "BJ-0004/L2", "product": "allowance", "quantity": "28700"}], "reason": "pre-allocation"}}', '5391c7bfedbd8ae85b6ac6f04434ee9e7795b3c0b1438149f2bf099edb8f36d8', '296a0a256beb28be5929c9d544e35f3e9b8cedc452f56347311484762e3c731f', '2026-11-28 12:10:15.678005+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/monthly-evidence', 9, 'at:1722042000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1722042000000, "by": "platform", "seq": 9, "duty": "monthly-check/2024-06", "type": "reminded"}', 'e0543ba6b7cb684d3636df9bd9bb6069dc6071ac613554f9a37458d53858284b', '3bf8357320a13bd2c3cb634d1765dd65d74b265b1b313246e721dd76a80b6da8', '2026-11-28 12:10:16.758768+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/monthly-evidence', 10, 'at:1722214800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1722214800000, "by": "platform", "seq": 10, "duty": "monthly-check/2024-06", "type": "reminded"}', '7c46873114928ab9054bc4c85cc4e9f763e9a08e3720914442acfc913eab635e', '50ab5a671e132f0e70949bf6883aa1a3b4b666fa41c2e60f2e0e850ecb8efb75', '2026-11-28 12:10:16.771762+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/monthly-evidence', 11, 'at:1722355200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1722355200000, "by": "platform", "seq": 11, "duty": "monthly-check/2024-06", "type": "overdue", "turns": "overdue"}', 'd730167385dd6b13a00d22c08feb71e75bb4ddd528375d254223a197301873b5', '1b3fd581910660740179789e5f4e1cdd2c9cea2c923385710c396a3577487abc', '2026-11-28 12:10:16.791158+00');
INSERT INTO public.events VALUES ('2024/city/city-cycle', 5, 'act:strike-09', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1722495600000, "by": "city/a", "seq": 5, "type": "verifier-struck-off", "with": {"basis": "决定书", "verifier": "V-09", "approvedBy": "city/b"}}', 'aa8f7757cfbc9262f64a5500f43862e91ab034127f4c4469ed80d240094ecdd1', '4ad0db2cc48f11d61d62dabe0eaa7f30722e99331c8406805cbda1f1eb29c97f', '2026-11-28 12:10:16.820398+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 26, 'act:strike-09', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1722495600000, "by": "city/a", "seq": 26, "type": "verifier-struck-off", "with": {"basis": "决定书", "verifier": "V-09", "approvedBy": "city/b"}}', '454bf2af9ed3d3759c74b710de72a1b61506a84be132522b8e1cf5de7151b655', '0037785ba095a1be115bc1899bfc372d104c292b818fd21dbdc750ff3f037dce', '2026-11-28 12:10:16.921471+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/monthly-evidence', 12, 'at:1723683600000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1723683600000, "by": "platform", "seq": 12, "duty": "monthly-evidence/2024-07", "type": "reminded"}', 'de0565dc55fcca44a3d634e7e57cfbf82eb27c524b514210682957f8358bf690', '6649a646dc4b31e4384855720dfa3a6ffc041816c90cc37da9bf5dc788a12ba8', '2026-11-28 12:10:17.470144+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/monthly-evidence', 20, 'at:1724169600000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1724169600000, "by": "platform", "seq": 20, "duty": "monthly-evidence/2024-07", "type": "overdue", "turns": "overdue"}', '368b3b80a2820db69d62529b2e066caceb00a02c1df07ef15e5b396cd1b32566', '180893f8be653fe9d472987b59852f8a95dbb460e383521444df2a429eedd53c', '2026-11-28 12:10:17.531519+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/monthly-evidence', 13, 'at:1724029200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1724029200000, "by": "platform", "seq": 13, "duty": "monthly-evidence/2024-07", "type": "reminded"}', 'de6bca15e1500bcd007fb8a5bb1d3a89a3e61a742715145b3a990f28076ca700', '9d551a295d00336f37258c6e98db1996b24f1b6eb6ff6d3665f5d9d8bd0b12ed', '2026-11-28 12:10:17.540632+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/monthly-evidence', 14, 'at:1724169600000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1724169600000, "by": "platform", "seq": 14, "duty": "monthly-evidence/2024-07", "type": "overdue", "turns": "overdue"}', 'c4309de24583f373eb5ba50daaa291ca0ddf4886c499cf8bbc79cad4bce746fa', '4de75f0c1a301beff7b6035e606ced58bd51203ffb54087b1a360b445207c6ac', '2026-11-28 12:10:17.614961+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 21, 'act:decide-adjust-0001', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1725156000000, "by": "city/a", "seq": 21, "type": "adjustment-accepted", "with": {"basis": "审核意见", "result": "accept", "tonnes": "1000", "approvedBy": "city/b"}}', 'b988c3e0e9b5161f670bcc86ad0a69c78de5d960c786c7c16c01bb8d3a763fac', '707c18578b01e0bb44bff6eb9673a5dac5694f80e3f4b7d6a1cef19a8cc1676d', '2026-11-28 12:10:17.708392+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 22, 'act:spot-0001', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1725242400000, "by": "city/a", "seq": 22, "type": "spot-checked", "with": {"remind": false, "emissions": "98210", "approvedBy": "city/b", "difference": "10"}}', 'ac17bc6e6846ab57ee5e17381de3fd99e588e4db65f6d8818423f469fefcb45a', '09f4bb3b30b912c7b06aa206a1a5fc61023afc67f0a6687143c285934b02920c', '2026-11-28 12:10:17.77887+00');
INSERT INTO public.events VALUES ('2024/BJ-0005/general-report', 7, 'act:close-0005', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1725328800000, "by": "city/a", "seq": 7, "type": "case-closed", "with": {"basis": "报告已核", "approvedBy": "city/b"}}', '192bd19aa78b71d77d847ba81665cfd03c2befba3d7c3ecf2002132f87799c72', 'a90266372dd4808cf855b3076c944989aee065f04cb56f8dd5571551822dbe79', '2026-11-28 12:10:17.924135+00');
INSERT INTO public.events VALUES ('2024/BJ-0006/general-report', 15, 'at:1725757200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1725757200000, "by": "platform", "seq": 15, "duty": "general-check", "type": "reminded"}', '9eab100e9e05553b73e666cebc946a050debbaf7f41e221ec4ab1172f2a50bfd', 'dc870f3d72a698c03d9574b6f60f894cd4a490dc4ec412f3431c8c4bc4057192', '2026-11-28 12:10:18.218537+00');
INSERT INTO public.events VALUES ('2024/BJ-0006/general-report', 16, 'at:1725930000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1725930000000, "by": "platform", "seq": 16, "duty": "general-check", "type": "reminded"}', 'b5aacd959673e021f3267b541aa5a202574a307b8f7bf8e8bab557ea8c2340c3', 'c384b17902c5e2fdaf42f89c92247b1576a73095d7fc00d87e8d031a6b829d06', '2026-11-28 12:10:18.254096+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 23, 'act:confirm-both', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1725930000000, "by": "city/a", "seq": 23, "duty": "confirmation", "late": false, "type": "emissions-confirmed", "with": {"basis": "核查报告", "emissions": "98200", "approvedBy": "city/b", "obligation": "98200"}, "turns": "done"}', '7e6269a9a13e0c475f5c8980cad3384c3818d3e7fc17eb797569b085ac771cff', 'dbea9a683c7c73c4567518f01db644da7e8e26936bcdd956a5ccced5b6a3e800', '2026-11-28 12:10:18.296204+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 24, 'act:confirm-both', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1725930000000, "by": "platform", "seq": 24, "duty": "surrender", "type": "surrender-due", "dueOn": "2024-11-15", "turns": "pending"}', '06dc90009bc7bef28ec2e8d57df213f277b462d850f6451ea593aca37c249959', 'bca7256843d4d66c7de4699610ed8d8983d331eb174b8818a802009b098bb61b', '2026-11-28 12:10:18.296246+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 27, 'act:confirm-both', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1725930000000, "by": "city/a", "seq": 27, "duty": "confirmation", "late": false, "type": "emissions-confirmed", "with": {"basis": "核查报告", "emissions": "40000", "approvedBy": "city/b", "obligation": "40000"}, "turns": "done"}', '0f8e46c8372929d7254036c9fd7e4503af72b2cca126599315d7a4471b681c03', '71c842cf21d264f3023b443a3c6b4cc0dbe4ab39873aaafc2de5a0b2e71b3833', '2026-11-28 12:10:18.317034+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 28, 'act:confirm-both', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1725930000000, "by": "platform", "seq": 28, "duty": "surrender", "type": "surrender-due", "dueOn": "2024-11-15", "turns": "pending"}', '0a0cbb22c7fc4d6d7cc219c69b54bee4b6e6fd658443d5b53070771d0ccbe542', '696f4e7c590f3d8ce0e2a8c8e84d2b988f3bd3a72979c64942e927b21ab9f139', '2026-11-28 12:10:18.317079+00');
INSERT INTO public.events VALUES ('2024/2024-1/auction', 2, 'act:auction-0', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726016400000, "by": "exchange", "seq": 2, "type": "cover-recorded", "with": {"kind": "key", "mail": "ops@bj-0001.example", "name": "示例热力有限公司", "cover": "2200000.00", "bidder": "BJ-0001", "auction": "2024-1"}}', 'fd7fc59bf17f1e1baa9c69ab423393c51967ea779efbb4ac01344e605a9e4a59', '79c76441f31c5ea4a42f89bccc9bcb66aa38e0770d338696a097472e2ac6f085', '2026-11-28 12:10:18.753923+00');
INSERT INTO public.events VALUES ('2024/BJ-0005/general-report', 6, 'act:check-general-0005', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1722823200000, "by": "chaoyang", "seq": 6, "duty": "general-check", "late": false, "type": "general-check-passed", "with": {"result": "pass"}, "turns": "done"}', '92cb2459bde87f378d7ee52a351baccf44cc122c98ee25b913a5b44be4325087', '8e541e129e0b9fffb340ac33b17a6f93081ce8f343ecc18f9870704ee53cb266', '2026-11-28 12:10:17.190719+00');
INSERT INTO public.events VALUES ('2024/BJ-0006/general-report', 11, 'act:check-general-0006', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1722909600000, "by": "haidian", "seq": 11, "duty": "general-check", "late": false, "type": "general-check-returned", "with": {"result": "return", "findings": ["缺少热力数据"]}, "turns": "done"}', '949e147a9d6278af29471d1be8c6933ccd1ee9d35fd2f07a4dc368ea7ca1b92d', '8653af44ba7687f456cef8bc47e6df3e555ca661d57823c0be5f1bcddee89d15', '2026-11-28 12:10:17.254431+00');
INSERT INTO public.events VALUES ('2024/BJ-0006/general-report', 12, 'act:check-general-0006', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1722909600000, "by": "haidian", "seq": 12, "duty": "general-report", "type": "returned", "with": {"findings": ["缺少热力数据"]}, "turns": "returned"}', 'a2427415c4958e1abaf029a5fbb7ece5917614025523f645b9477fa1cf5a17fb', '93d1a3fd2cb4c3af20bad34fc82d29847197c59b1b5c76427d9e9dca639ba898', '2026-11-28 12:10:17.254471+00');
INSERT INTO public.events VALUES ('2024/BJ-0006/general-report', 13, 'act:general-0006-again', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1723428000000, "by": "BJ-0006", "seq": 13, "duty": "general-report", "type": "general-report-filed", "with": {"sealed": true, "emissions": "3000"}, "turns": "done"}', '390df765f712d9e579431f21ec4f9c3f67a65a1119272a71fa737dfa16a698be', 'ee3d57336686094441eb84ce1b17dff3fb5a76fa1ec89518baea4ed26ab9292b', '2026-11-28 12:10:17.322749+00');
INSERT INTO public.events VALUES ('2024/BJ-0006/general-report', 14, 'act:general-0006-again', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1723428000000, "by": "platform", "seq": 14, "duty": "general-check", "type": "check-window-opened", "with": {"from": "2024-08-12"}, "dueOn": "2024-09-11", "turns": "pending"}', 'a7dbb74b7a9ed45ba12541977e0f5915a5da4facf2a1a26c32604fe06ac87fad', '2af072cd16d704a4f58af74c8a45c085ac33bb087ef0a8391b4b2b4ffbae455b', '2026-11-28 12:10:17.32279+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/monthly-evidence', 18, 'at:1723683600000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1723683600000, "by": "platform", "seq": 18, "duty": "monthly-evidence/2024-07", "type": "reminded"}', '1deef22c707d9455a4b488f0b2091365449e4654d1f970d0458eeb88c66295f0', '230ae016afc4544ba9c0bbced14d41752b0f0397f6306a21428d5162c2f9e302', '2026-11-28 12:10:17.383417+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/monthly-evidence', 19, 'at:1724029200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1724029200000, "by": "platform", "seq": 19, "duty": "monthly-evidence/2024-07", "type": "reminded"}', '7e6c320477e22f2aa42ebd0d7258b79b274641bcb1a1ca0218b1b762c8ab85e4', 'f110359f1a98af0501c0d0d88a4f401488058bd0daf45c3457eb66bd3223a471', '2026-11-28 12:10:17.465234+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/monthly-evidence', 12, 'at:1723683600000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1723683600000, "by": "platform", "seq": 12, "duty": "monthly-evidence/2024-07", "type": "reminded"}', '66d4a4ed3a3d896e516dbf86bcc83b4b5601b6e78d04eb1615d802fb07b2d499', '95586796005d185840238114971fc2eebb22a55f92871ab28ccd63ff38faaadf', '2026-11-28 12:10:17.468003+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/monthly-evidence', 13, 'at:1724029200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1724029200000, "by": "platform", "seq": 13, "duty": "monthly-evidence/2024-07", "type": "reminded"}', '22786d6219b69315a3e81429e355d047bbc3b458f45059244e7dbc5bc507f1c5', 'dfd594d206d036f2e489a8c4562855b5dcd06bb3451dad04ae117fc922e2d991', '2026-11-28 12:10:17.540632+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/monthly-evidence', 14, 'at:1724169600000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1724169600000, "by": "platform", "seq": 14, "duty": "monthly-evidence/2024-07", "type": "overdue", "turns": "overdue"}', 'ee03643e29674c2863fad6556656c01dfbc1f76e2bc32ae459f0bb45c9020f42', '11bcf895b61109745a5a2cf54bfa0cea13f2df8ac6647091caa8f9fdfabaf2a5', '2026-11-28 12:10:17.614541+00');
INSERT INTO public.events VALUES ('2024/2024-1/auction', 1, 'open', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1725933600000, "by": "city/a", "seq": 1, "type": "auction-announced", "with": {"act": "announcement", "lot": "100000", "basis": "有偿竞价发放公告", "floor": "100.00", "opensAt": 1726016400000, "closesAt": 1726070400000, "rulebook": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "approvedBy": "city/b", "openingEndsAt": 1726131600000}}', '2f7b985f17fce051f643c2b3ae66e22d2fb43d0287bd977c9f1e391a1264db98', 'f6571d2f21512562b0b7e0236d385e192f7d1a48257daa6e6f19083ea681c2c2', '2026-11-28 12:10:18.630642+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 29, 'at:1726102800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726102800000, "by": "platform", "seq": 29, "duty": "final-allocation", "type": "reminded"}', '874c310bbf6649e671d79780d9bc522018c043d5358e107831199afaf0b94e46', '2cbf8b1c20060bc6ad5e2752c47f94226e32fa5c7501ab8c49723d4c58af3192', '2026-11-28 12:10:19.292788+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/monthly-evidence', 22, 'at:1726707600000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726707600000, "by": "platform", "seq": 22, "duty": "monthly-evidence/2024-08", "type": "reminded"}', 'a9f351a279710791787ec6e641986eb737137fe46ecb6a32635ffeb41333a384', '9a2e6d0c142f4b0a6e21377e2f0c019f442ee50447d99cc0315dbb2a02bfa9d8', '2026-11-28 12:10:19.942504+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/monthly-evidence', 16, 'at:1726707600000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726707600000, "by": "platform", "seq": 16, "duty": "monthly-evidence/2024-08", "type": "reminded"}', '6f18bf6ddb5502ae871cefaf4d03e1b9ab559933a13f0a2f089330fbcf0d9f02', '68ec6a3c693ff277179621ae332ef4292ff61b9c228104e19e86520e7e076ff0', '2026-11-28 12:10:19.963531+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 31, 'at:1726362000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726362000000, "by": "platform", "seq": 31, "duty": "offset-application", "type": "reminded"}', 'ab185cedbeecdad8ae6b73af3662142da15999444466a9e26cea6489d035fa68', '8740eee04e6c748aef7a1a5e61cbc2bac853287f8d4f42972335c2b39b4b5311', '2026-11-28 12:10:19.971352+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/monthly-evidence', 16, 'at:1726707600000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726707600000, "by": "platform", "seq": 16, "duty": "monthly-evidence/2024-08", "type": "reminded"}', 'c5b82f32ccee627b1f5a3ac27f14d3281686b5ce51473a503767732a77e81e83', 'f438aef88c12c88c9f86ff010f8693b6344165dc31fe0ff300c0f2c5fee97ea7', '2026-11-28 12:10:20.015906+00');
INSERT INTO public.events VALUES ('2024/city/city-cycle', 7, 'at:1726416000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726416000000, "by": "platform", "seq": 7, "duty": "confirmation", "type": "city-date-passed", "with": {"named": ["BJ-0002"], "units": 1}, "dueOn": "2024-09-15"}', 'f1dffcbe49d02b35f1ee9d5f6d31e9131d36edac740f4479249833b0a615966e', '0bff0d60b8504fb51ba39cb821e28072604a6ccf361c5f8d73d9c71ab1c2f869', '2026-11-28 12:10:20.03636+00');
INSERT INTO public.events VALUES ('2024/city/city-cycle', 8, 'at:1726416000000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726416000000, "by": "platform", "seq": 8, "duty": "final-allocation", "type": "city-date-passed", "with": {"named": ["BJ-0002"], "units": 1}, "dueOn": "2024-09-15"}', '020ebd0832194f8db557dd1f12d65165d7d69093d0fbb657bb4949e53c205a9f', '131c1cc4a55db9959b86647d8e2361a635949c52363ae47f3baed66cdbb5803f', '2026-11-28 12:10:20.036423+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 38, 'at:1728867600000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1728867600000, "by": "platform", "seq": 38, "duty": "offset-application", "type": "reminded"}', '269b8f665b323f6ed3240e18f69b2021ca02df9de3d4a708b206b30b6ac086b5', 'aefdb4bf7893498896970d4e7be256678c0c3c1da5ae0d58137d06fc154bff51', '2026-11-28 12:10:20.931015+00');
INSERT INTO public.events VALUES ('2024/2024-1/auction', 3, 'act:auction-1', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726016400000, "by": "BJ-0001", "seq": 3, "type": "bid-sealed", "with": {"bidder": "BJ-0001", "commitment": "aeca10e83c333306beac43cf7cfe7a8ac3b1e1152c7e03712ef2b44aff7e74b3"}}', 'd234df164c9ed6fcf8fc747a4b7b7175cc0848ac834f55a8732ca0f534d65bca', '5d651e1888575900f34ff2084af490c2d9ac2ae8b86e68d038377d4e41476e0e', '2026-11-28 12:10:18.788569+00');
INSERT INTO public.events VALUES ('2024/2024-1/auction', 4, 'act:auction-2', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726020000000, "by": "exchange", "seq": 4, "type": "cover-recorded", "with": {"kind": "key", "mail": "ops@bj-0004.example", "name": "示例石化有限公司", "cover": "500000.00", "bidder": "BJ-0004", "auction": "2024-1"}}', 'a49b1f12dae7be4dcde69f5b23623888f4b60d6f3b620dcc87fbe770d9764120', '5ab779a0ce6e0f557645d65ac6d9232f6c1fd25ee803f1ffdccb5aab8074a673', '2026-11-28 12:10:18.858781+00');
INSERT INTO public.events VALUES ('2024/2024-1/auction', 5, 'act:auction-3', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726020000000, "by": "BJ-0004", "seq": 5, "type": "bid-sealed", "with": {"bidder": "BJ-0004", "commitment": "51c267f3d5dc583546bb926790a85e48296b03d4433c3f8659e1c0456fc55e39"}}', '3e11a1b1ae734e4f3f17c2c59631cf6b0f8a5a98236a2870b1f35e8dd5c263a4', 'f748bdd4082c44ef45f7cd5ebb4b487ec342be2b7648e5a181c097a83e4aeae7', '2026-11-28 12:10:18.898905+00');
INSERT INTO public.events VALUES ('2024/2024-1/auction', 6, 'act:auction-4', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726023600000, "by": "exchange", "seq": 6, "type": "cover-recorded", "with": {"kind": "key", "mail": "ops@bj-0002.example", "name": "示例数据中心有限公司", "cover": "500000.00", "bidder": "BJ-0002", "auction": "2024-1"}}', '8598d6417365a06da76aa8c658cd833f0737519d86cb0609185d77ceb9da25aa', 'ea864e5507fd7d40e3a1bf30eb5127ee5cd7aa5f62620409cb6f1056c02cc161', '2026-11-28 12:10:18.978868+00');
INSERT INTO public.events VALUES ('2024/2024-1/auction', 7, 'act:auction-5', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726023600000, "by": "BJ-0002", "seq": 7, "type": "bid-sealed", "with": {"bidder": "BJ-0002", "commitment": "14532dc39155ae38d35de4c6bad401eadd9173125746e5b346f2c11f9694626b"}}', '0f11e229afc842a19d0b87ff3394d27302f3264b7d9a9de33c766c63ece6f178', '130f6b74e826411805be0746724d7408db38368f1431af33d2bba222abd4668c', '2026-11-28 12:10:19.010482+00');
INSERT INTO public.events VALUES ('2024/2024-1/auction', 8, 'at:1726070400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726070400000, "by": "platform", "seq": 8, "type": "bidding-closed", "with": {"bids": 3}}', 'e69e041bde7eebbc3879afa3274e24507a1d9ebc5b8c0178546d27fbb6bfc1d0', '177096f0943db156ac0c5b88db76ab1c472ad448568b5b78baa30902bcd49263', '2026-11-28 12:10:19.072645+00');
INSERT INTO public.events VALUES ('2024/BJ-0006/general-report', 17, 'at:1726070400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726070400000, "by": "platform", "seq": 17, "duty": "general-check", "type": "overdue", "turns": "overdue"}', '3dbbcc3817bd7254fd77b3b562633671494ac29332fd9f78d63cbd498c68a0fe', '13d4dfda905b550581c3daf0e1bf8bd7957eaca7f300b86604ef6068f693a725', '2026-11-28 12:10:19.097809+00');
INSERT INTO public.events VALUES ('2024/2024-1/auction', 9, 'act:auction-6', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726070400000, "by": "BJ-0001", "seq": 9, "type": "bid-opened", "with": {"lines": [{"price": "110.00", "quantity": "2000"}], "nonce": "e6b248badc6cf1ae3eccc7ccd11ece533a7ab06328b01b68415cb4aec5cab8da", "bidder": "BJ-0001"}}', '31c9d0f5c0bdfbda2592cc6fc8af1e398fa2ef85df9e2704ff8ff8f7c9262330', '3dfab8dd9d21de14336f1f6532cc2b0a2cfc190dabd857c14ac1fedeb268d449', '2026-11-28 12:10:19.140492+00');
INSERT INTO public.events VALUES ('2024/2024-1/auction', 10, 'act:auction-7', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726070400000, "by": "BJ-0004", "seq": 10, "type": "bid-opened", "with": {"lines": [{"price": "120.00", "quantity": "400"}], "nonce": "7b23200d381cd31e81a87554e98b36d3eabdbdbfb52f57677653ead6b8a5fd1a", "bidder": "BJ-0004"}}', 'fa54e3bf1ffd551a5dce378310bd9d7686558bf17f9580fabb84758fc7de7b27', '1a5b011f7a9f46d9feab3af359e3385a71201cac0d9a73df9f510ccf6dc2566e', '2026-11-28 12:10:19.184676+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 28, 'at:1726102800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726102800000, "by": "platform", "seq": 28, "duty": "confirmation", "type": "reminded"}', '4236cab75389a562a54370637b6fc3f92b6f2b6a25a56459b8556870eee6a5c8', '44c274ea2fb4f557c011f6ad205dacec5a28b93dbd08c6cd48d4849a1d9028a6', '2026-11-28 12:10:19.280306+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 29, 'at:1726102800000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726102800000, "by": "platform", "seq": 29, "duty": "final-allocation", "type": "reminded"}', '59bacd1e2e21b44c861ac68eeb07100e2282c54cd43f4d7b6a110461f375ddce', '14c4e248f5dd7d43590d11bc9ed40c67d1f9ec0df338758f033487975d320182', '2026-11-28 12:10:19.280345+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 25, 'at:1726102800000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726102800000, "by": "platform", "seq": 25, "duty": "final-allocation", "type": "reminded"}', '249106cee63b760e63732d2cc1a78991291bbacd31966e1e0452b78f290d2b13', '01ac534b4c77deb65aa4b482c469bf7d884801ea628d488f78d497fa339ee2d4', '2026-11-28 12:10:19.294803+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 30, 'act:2024/2024-1/auction/credit/BJ-0004', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726131600000, "by": "exchange", "seq": 30, "type": "auction-credited", "with": {"price": "110.00", "quantity": "400"}}', '8dbd505fef5351f94e26922be88a370163a34e3eb5b69de24c0212821775b837', '5418badd8d8f5e682b8186685943ab581e41197a2f0cdbb0ee0b4fe963966e61', '2026-11-28 12:10:19.352491+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 31, 'act:2024/2024-1/auction/credit/BJ-0004', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726131600000, "by": "platform", "seq": 31, "type": "credited", "with": {"lots": [{"lot": "BJ-0004/L3", "product": "allowance", "quantity": "400"}], "reason": "auction"}}', '232e090c311a14a852e9e7e828369bebc3efb3b230a1328f3dcea6d325c009ce', '48edecfdc9988ef2668a7e06d3ec6931e3894f78e1fd1fc7f6a4edff09a50094', '2026-11-28 12:10:19.352521+00');
INSERT INTO public.events VALUES ('2024/2024-1/auction', 14, 'award:BJ-0004', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726131600000, "by": "platform", "seq": 14, "type": "award-delivered", "with": {"act": "2024/2024-1/auction/credit/BJ-0004", "due": "44000.00", "price": "110.00", "bidder": "BJ-0004", "quantity": "400"}}', '7153a8a315236e4b4ec83e9100f1f70b90ba55927bf0c9b195e16a474b213e8a', '58fe853041d1076299790b02e3d0a29507d642a91b252f745604b7f190b89eff', '2026-11-28 12:10:19.380282+00');
INSERT INTO public.events VALUES ('2024/2024-1/auction', 15, 'award:BJ-0001', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726131600000, "by": "platform", "seq": 15, "type": "award-delivered", "with": {"act": "2024/2024-1/auction/credit/BJ-0001", "due": "220000.00", "price": "110.00", "bidder": "BJ-0001", "quantity": "2000"}}', '6dde364d4e4a718d87f01c311afa4ccd17818c58868e194b8c147ff9a03e8167', 'c5f3877ec2c689251576510c8f70e8848ddc127fd3d7d0b45607a38410f6a816', '2026-11-28 12:10:19.386973+00');
INSERT INTO public.events VALUES ('2024/2024-1/auction', 16, 'publish', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726131600000, "by": "platform", "seq": 16, "type": "result-published", "with": {"sold": "2400", "price": "110.00", "unsold": "97600", "bidders": 3, "offered": "100000", "winners": 2, "proceeds": "264000.00", "undelivered": []}}', 'f17301fcb53c2aa07e782e9f618a9e7f346220f7d7393ed572c292a985c79233', '5ead4dd0dad4e935c36357c92a5f66be6ea2751ea4f6c1bce024706fe3eb4577', '2026-11-28 12:10:19.395958+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 28, 'at:1726275600000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726275600000, "by": "platform", "seq": 28, "duty": "final-allocation", "type": "reminded"}', '67e32d58f937ee6507e5fd1de7f6191c82f625bfc89efa3390552db455951c46', '0bb8c702a2bf68b681c2321d3a00c2c53dc32f822dc9c254ba326ccfa284607f', '2026-11-28 12:10:19.484443+00');
INSERT INTO public.events VALUES ('2024/2024-1/auction', 11, 'at:1726131600000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726131600000, "by": "platform", "seq": 11, "type": "auction-cleared", "with": {"sold": "2400", "price": "110.00", "awards": [{"due": "44000.00", "bidder": "BJ-0004", "quantity": "400"}, {"due": "220000.00", "bidder": "BJ-0001", "quantity": "2000"}], "refused": [], "rulebook": "sha256:fa811e0c26aabf0a516802a2719d2a4a31e3feaaf7cbe113fe2f13746cce4691", "forfeited": ["BJ-0002"]}}', 'dd12ddc729041c224a4df4e4019e34837fadb82c53df941a5663bdd5611e8759', 'e40299208aecaf7cf1b1280c8aee38fbd0718e0362c64bd922c9cecf7b55866d', '2026-11-28 12:10:19.293215+00');
INSERT INTO public.events VALUES ('2024/2024-1/auction', 12, 'at:1726131600000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726131600000, "by": "platform", "seq": 12, "type": "cover-forfeited", "with": {"amount": "500000.00", "bidder": "BJ-0002"}}', '65c94e34c63a4d430462b7d6b6105eeb2e5e4f9321a505793272fbf5de37d020', 'f4a7cad57b6d7c34a98bb1bf7a731edba5b7fe5413d3d44cf58c177e28f0a84c', '2026-11-28 12:10:19.293303+00');
INSERT INTO public.events VALUES ('2024/2024-1/auction', 13, 'at:1726131600000', 3, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726131600000, "by": "platform", "seq": 13, "type": "auction-settled", "with": {"paid": [{"due": "44000.00", "cover": "500000.00", "bidder": "BJ-0004"}, {"due": "220000.00", "cover": "2200000.00", "bidder": "BJ-0001"}]}}', '60ca7a99f020848c803bf83ea8ff49dd0a34776c9398176b334718d8a3653b12', '13985d39848918bbcb92fb2e0d45ec8e587fc73a7516faecb4dd77dfe642a445', '2026-11-28 12:10:19.293309+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 26, 'act:2024/2024-1/auction/credit/BJ-0001', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726131600000, "by": "exchange", "seq": 26, "type": "auction-credited", "with": {"price": "110.00", "quantity": "2000"}}', 'd98f8d7568e29d9aafd51e9fe70fe4bc8aab5ada2d499581a232a49f50f9c79f', 'ae9b482579e64656f7dcb0a364eac18de0a741368a209bea4385cbe7b411ed2b', '2026-11-28 12:10:19.351805+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 27, 'act:2024/2024-1/auction/credit/BJ-0001', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726131600000, "by": "platform", "seq": 27, "type": "credited", "with": {"lots": [{"lot": "BJ-0001/L6", "product": "allowance", "quantity": "2000"}], "reason": "auction"}}', 'fe6da25af6a572a698673e3c388094acae626f5f0d74776e8d227fc68d9ac85a', 'd4006055c0b044f0808561de88ca5323c04c347b0f5b6e6575133e0d09d1eb95', '2026-11-28 12:10:19.351839+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 32, 'at:1726275600000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726275600000, "by": "platform", "seq": 32, "duty": "final-allocation", "type": "reminded"}', '444acc9c4e46c01af2cb627db9269107ce6653d29e887599c95b4311d1f1da39', '07b803c7349195ee6a61c51f9b6054654b6399dfca44c43368b6165dc93b811f', '2026-11-28 12:10:19.489596+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/monthly-evidence', 15, 'at:1726362000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726362000000, "by": "platform", "seq": 15, "duty": "monthly-evidence/2024-08", "type": "reminded"}', '10e00b55bec78b85a92d15ae4fe998de44d756e39ea31a5db434fb941b062cca', '8327fe6a47e4c568adde3fb976144f5e2730155d4a33a38ed4787fe53429ed52', '2026-11-28 12:10:19.858049+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/monthly-evidence', 15, 'at:1726362000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726362000000, "by": "platform", "seq": 15, "duty": "monthly-evidence/2024-08", "type": "reminded"}', '97ae3e49539ca2c9e61511e2a49fc0d0efb985642b802aab88f39fb9674aa87d', '167c80ae1360c18a920c514bebe3b58d236913ac016d2aacaccb89ae941b11c6', '2026-11-28 12:10:19.873013+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 35, 'at:1726362000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726362000000, "by": "platform", "seq": 35, "duty": "offset-application", "type": "reminded"}', 'c80ba31ba0185e0f27fc8fde8537b52ed45bf94b94bf12cc6c6a27052095fe70', '9c7f59e6a49b11727d1053bf7369ff980061fce4340d70bbf29e22b8964b221e', '2026-11-28 12:10:20.086438+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 32, 'act:trade-1', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726797600000, "by": "exchange", "seq": 32, "type": "allowances-bought", "with": {"from": "BJ-0004", "lots": [{"lot": "BJ-0001/L8", "from": "BJ-0004/L2", "quantity": "500"}], "price": "90.50", "quantity": "500"}}', 'c18c93a3763338190b6fe9fc8bf55987b9418e8e3617fd4da3670c9ef10f30e8', '3156147019aae83e5f29b19fdc5f4e7be76ca86616afe979852538652eacc215', '2026-11-28 12:10:20.43535+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 36, 'act:trade-1', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726797600000, "by": "exchange", "seq": 36, "type": "allowances-sold", "with": {"to": "BJ-0001", "moves": [{"lot": "BJ-0004/L2", "quantity": "500"}], "price": "90.50", "quantity": "500"}}', '986f0852347c4affc2857720a8f8c4393996d7ce9d8e0fffbcdf2813ba9696d7', '4fb621e9ca8a8aa7adb545201998816f24c7a8a9a10339201990cb5b20f52464', '2026-11-28 12:10:20.435483+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/monthly-evidence', 17, 'at:1726848000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726848000000, "by": "platform", "seq": 17, "duty": "monthly-evidence/2024-08", "type": "overdue", "turns": "overdue"}', 'b3c83cf22d90d50ccfbca7f704dbd4d0396b488fc39632277e3250c6f73ccfc4', '6afcb8f176f5043963085eb8220d06db0fb56237b8f963f00f62f852e06e1466', '2026-11-28 12:10:20.589245+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/monthly-evidence', 17, 'at:1726848000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726848000000, "by": "platform", "seq": 17, "duty": "monthly-evidence/2024-08", "type": "overdue", "turns": "overdue"}', 'a782f5d96480c0cde09a775a93471f1035e32477f863708f9313868d91854f29', '9546c45c18642906d00559122dd7e4eba2b6ea3203600c353dfe9f519d511e5b', '2026-11-28 12:10:20.616928+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/monthly-evidence', 23, 'at:1726848000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726848000000, "by": "platform", "seq": 23, "duty": "monthly-evidence/2024-08", "type": "overdue", "turns": "overdue"}', '13f52b96281a35292ec14f185b890f47206d8e718378a90bd08181b9951d7686', 'e333f96ebd5ce1fdd5501b5df532940044019d7ee9c7fe155ada843246081514', '2026-11-28 12:10:20.644646+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 33, 'at:1728349200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1728349200000, "by": "platform", "seq": 33, "duty": "offset-application", "type": "reminded"}', 'af92a3efd46b69f74e63dc2508bbdcc82975790f576f1ce8ea90916fb6cdabc7', '2abb4806686e641bac77a7f59e36bbec3cee917fceb46b3b37ecbcc92be2fb54', '2026-11-28 12:10:20.712784+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 37, 'at:1728349200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1728349200000, "by": "platform", "seq": 37, "duty": "offset-application", "type": "reminded"}', '3b2cb1c658392660dc2f1851156b938fcdf138dd904741b7e6291c436fd29e64', '804957fcdeb88ca5702e99afc6ba082cfe1030a4e8fce3873520c2cb332b6458', '2026-11-28 12:10:20.715625+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 34, 'act:offsets-0001', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1728352800000, "by": "BJ-0001", "seq": 34, "duty": "offset-application", "late": false, "type": "offsets-applied-for", "with": {"lots": [{"lot": "BJ-0001/L3", "quantity": "900"}]}, "turns": "done"}', '9c749ed3e0cc09725287c943d97f47ad22994888624f0af79e489414c6f949c8', 'c889bab94f9cba09993cadaa85c195d1a1b5ba228ec9de10066ad76b3a94f64f', '2026-11-28 12:10:20.776074+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 35, 'act:offsets-decided-0001', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1728871200000, "by": "city/a", "seq": 35, "type": "offsets-accepted", "with": {"basis": "审核意见", "result": "accept", "approvedBy": "city/b"}}', 'f4f68a8232ee77894b4576b8a3b69e9d7114f6de21d01b23dbdd1207a3632235', '5d454d2064622a49d3b0dace2d138658478cbed38c025e5a1c205bf96f3c812b', '2026-11-28 12:10:21.114269+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 31, 'at:1726275600000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726275600000, "by": "platform", "seq": 31, "duty": "final-allocation", "type": "reminded"}', 'a027d4308275eb69123e70d418ad2d7fad7660d40cdfa9b2cbd627d9515fb633', '4e57c6b75b6380616be19a3980c34f3d7e65b7e925e3d1c6d0dd9d5a34a1af2c', '2026-11-28 12:10:19.490155+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 29, 'act:allocate-0001', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726279200000, "by": "city/a", "seq": 29, "duty": "final-allocation", "late": false, "type": "allocated", "with": {"basis": "核定意见", "quantity": "97000", "approvedBy": "city/b"}, "turns": "done"}', 'ddd92ab0c64911563cbfcc4fce4887a26d15fe0f2e1a0eccc64ebfbd3b56d3e2', '9a82613997cb4adfc5ce591aa014f6c7388abfd2401ffc0ae97f04fee8c15b8d', '2026-11-28 12:10:19.555395+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 30, 'act:allocate-0001', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726279200000, "by": "platform", "seq": 30, "type": "credited", "with": {"lots": [{"lot": "BJ-0001/L7", "product": "allowance", "quantity": "27000"}], "reason": "final-allocation"}}', 'abb858698a074f4b4fc94967a367f9844a8ab6e74425127e81eb26b234ecdf2b', 'da2790e4fca8c0b4e9a781fd0bcde7428fe204a8124e763fed6455697ee7e312', '2026-11-28 12:10:19.555428+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 33, 'act:allocate-0004', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726279201000, "by": "city/a", "seq": 33, "duty": "final-allocation", "late": false, "type": "allocated", "with": {"basis": "核定意见", "quantity": "35000", "approvedBy": "city/b"}, "turns": "done"}', '23f1dfafda1b396de2d59fbeca2969f9d033f89de28e3a63a302878ebb4ac30e', '1b4503194b597d58dd2e3663db9595c0a961ad85f198616deea6db32c31a2ad7', '2026-11-28 12:10:19.670459+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 34, 'act:allocate-0004', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726279201000, "by": "platform", "seq": 34, "type": "credited", "with": {"lots": [{"lot": "BJ-0004/L4", "product": "allowance", "quantity": "6300"}], "reason": "final-allocation"}}', '8209847105c428ae114b2ec511e9a76c116a2555b515b0b513ea725a7a0cc3c1', '11a27796a91378bdaa0c09dc2f2cf77cd9ff13407bfb103921e70fea619fd46e', '2026-11-28 12:10:19.670498+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/monthly-evidence', 21, 'at:1726362000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726362000000, "by": "platform", "seq": 21, "duty": "monthly-evidence/2024-08", "type": "reminded"}', '8c28f6d789e23e8e01212f7fbbe132ec70037c3bb08ac280595cc9bd22e62487', '547d84cbcd5436139f2a5d963da1528270e779dfb2d7115b0fbb1ecaa731d9c9', '2026-11-28 12:10:19.835534+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 32, 'at:1726416000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726416000000, "by": "platform", "seq": 32, "duty": "confirmation", "type": "overdue", "turns": "overdue"}', 'e56b6c266f9017df5598c0822d1fda5eadecc259d16a82d251ac16928512a504', 'ff706065cbc5a25d570210e87bb2731758fbebc9797b332562fe26cfc6d040ab', '2026-11-28 12:10:19.856942+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 33, 'at:1726416000000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1726416000000, "by": "platform", "seq": 33, "duty": "final-allocation", "type": "overdue", "turns": "overdue"}', '1b221237deb40f9f582d2d1cbc0d2eb76aef3565bf6033b3d6903edb443a783c', '526eee623fba493041c36a1b6e8178755b65dbdd69aed6b8c33fe6ed66ab3b07', '2026-11-28 12:10:19.856984+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 39, 'at:1729008000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1729008000000, "by": "platform", "seq": 39, "duty": "offset-application", "type": "right-lapsed", "turns": "not-required"}', '79b2e5f1626e7e8db9f5ca83c3aa6bc6a21e5055ade0347d858e5ef272f71100', 'ef69a7f294f915ea8f6e048d5389d9861ccc8a6ae1fd6e3ad8c56863f0ee6ac4', '2026-11-28 12:10:21.201641+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/monthly-evidence', 24, 'at:1728954000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1728954000000, "by": "platform", "seq": 24, "duty": "monthly-evidence/2024-09", "type": "reminded"}', '5320ce42d87de7da34055960154d89cc9556f60497460ce64f586b239c2a2a3d', 'eca2a24d4a61d74b0bba74a6943a37514db14f88d38c823e1711ec457423302f', '2026-11-28 12:10:21.219927+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/monthly-evidence', 20, 'at:1729440000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1729440000000, "by": "platform", "seq": 20, "duty": "monthly-evidence/2024-09", "type": "overdue", "turns": "overdue"}', '7fac513a2a67e562f22400072aa4337466e59817cee6d31ec1069407f97209f7', 'a24e5fd5af22d69ccbd55d3d3cb7634fce32bd9eaf2e4592c6caa54bbab17fff', '2026-11-28 12:10:21.743631+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 42, 'act:unfreeze-0004', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1729821600000, "by": "city/a", "seq": 42, "type": "account-unfrozen", "with": {"basis": "解除协助", "approvedBy": "city/b"}}', '5d6b4d8b387517e7e574b9625a0009b3d8381c4a0695d6ee4de0e5c13f0d3ee4', '766af6086174bfe28f2f898b43d5d70506b8e6b2413d23d032bae33775b74abd', '2026-11-28 12:10:21.957492+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 35, 'act:confirm-0002', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1730772000000, "by": "city/a", "seq": 35, "duty": "confirmation", "late": true, "type": "emissions-confirmed", "with": {"basis": "核查报告", "emissions": "1200.25", "approvedBy": "city/b", "obligation": "1201"}, "turns": "done"}', '837bc5e1a0d6574e80d1bea2264b8b0e8b8f7a9fd1bfd3c2bd65993b1e5b61c2', '5ee2802f53a2e7b273042ac95aede406b578f37d4cff95e4cc16af9c62130e48', '2026-11-28 12:10:22.131904+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 36, 'act:confirm-0002', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1730772000000, "by": "platform", "seq": 36, "duty": "verified-report", "type": "overtaken", "turns": "missing"}', '12d68ad83fbb0404593e1e623f81449c820e8284c3088c843c73ec0c06919b3e', '63c1684a4bbf4e71555d58607fc35380c02c3817fab80fbd088d784e70e8c38b', '2026-11-28 12:10:22.131957+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 37, 'act:confirm-0002', 3, DEFAULT, DEFAULT, DEFAULT, '{"at": 1730772000000, "by": "platform", "seq": 37, "duty": "first-check", "type": "overtaken", "turns": "not-required"}', 'c823658ac541ba553b487bfa47ba27f7765b1c574c28fc008733388865654fa7', '47af25d8ba3f9dd27160b7f89a2816ce4e1bf97ed82c67166752d4e8b6cde775', '2026-11-28 12:10:22.131963+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 38, 'act:confirm-0002', 4, DEFAULT, DEFAULT, DEFAULT, '{"at": 1730772000000, "by": "platform", "seq": 38, "duty": "surrender", "type": "surrender-due", "dueOn": "2024-11-19", "turns": "pending"}', '812c9dcd4dcfde120482cfe8dc7b6c9db4dfabe804d07d9e0cb01c4de8c3ca58', 'deeea3fc26da8b785a397df3f8affcc37f6b0fb02e3d552eaf1a969c472f819d', '2026-11-28 12:10:22.131967+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 39, 'act:confirm-0002', 5, DEFAULT, DEFAULT, DEFAULT, '{"at": 1730772000000, "by": "platform", "seq": 39, "duty": "collection", "type": "collection-due", "dueOn": "2024-11-20"}', '1de8d76c4ee8bdc26ec667855f182b5229860aaba4e0990b775dfb864bae0755', '21ee483cbea99f7543644c9e64b35dba9d4e889b98619b339fc53b5795f7b970', '2026-11-28 12:10:22.13197+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 40, 'act:allocate-0002', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1730858400000, "by": "city/a", "seq": 40, "duty": "final-allocation", "late": true, "type": "allocated", "with": {"basis": "核定意见", "quantity": "1000", "approvedBy": "city/b"}, "turns": "done"}', 'fc1a247c8675c5055ed0b7cebbf8b4c192b9da037acc5dcb9fe7945e1c3b12d5', 'bd7dad9d95411908203ef459fa38c971b64435f1a69236553bf5a652325a43ba', '2026-11-28 12:10:22.43716+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 41, 'act:allocate-0002', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1730858400000, "by": "platform", "seq": 41, "type": "credited", "with": {"lots": [{"lot": "BJ-0002/L2", "product": "allowance", "quantity": "1000"}], "reason": "final-allocation"}}', 'd1fd4ae34dcd3b0d101ca314fb23a84304deda54ed5bf0508231b20c8f4aa478', '9343cd8822cc0ea2ed4b5a6226d0eeaaf00361199ad10d2418b5e5711b71771a', '2026-11-28 12:10:22.437193+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 37, 'at:1731027600000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1731027600000, "by": "platform", "seq": 37, "duty": "surrender", "type": "reminded"}', 'b7d204f5e16b3635e61d90ad723e8ddde0949470bdc2462c960f4eb976072127', 'd67d602cf916572ed1bb1368362babc0d13802445ff452dceae29c3cfb283b5e', '2026-11-28 12:10:22.540561+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 38, 'act:surrender-0001', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1731204000000, "by": "BJ-0001", "seq": 38, "duty": "surrender", "late": false, "type": "surrendered", "with": {"left": "0", "moves": [{"by": "unit", "lot": "BJ-0001/L6", "kind": "allowance", "quantity": "2000"}, {"by": "unit", "lot": "BJ-0001/L2", "kind": "allowance", "quantity": "300"}, {"by": "unit", "lot": "BJ-0001/L1", "kind": "allowance", "quantity": "5000"}, {"by": "unit", "lot": "BJ-0001/L5", "kind": "allowance", "quantity": "70000"}, {"by": "unit", "lot": "BJ-0001/L7", "kind": "allowance", "quantity": "20900"}], "covered": {"offsets": "0", "outside": "0", "allowances": "98200"}}, "turns": "done"}', 'ad51b618393cf6425aa0674242ae2a6fbaf17449691b891a56ad0ccb9b5ac7c7', '5f16c0e56ed323c8eaf132afd455c93ea87985c80ddf190f3446c67bad4ae72d', '2026-11-28 12:10:22.681232+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 44, 'act:surrender-0004', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1731290400000, "by": "BJ-0004", "seq": 44, "type": "surrendered", "with": {"left": "20000", "moves": [{"by": "unit", "lot": "BJ-0004/L3", "kind": "allowance", "quantity": "400"}, {"by": "unit", "lot": "BJ-0004/L1", "kind": "allowance", "quantity": "800"}, {"by": "unit", "lot": "BJ-0004/L2", "kind": "allowance", "quantity": "18800"}], "covered": {"offsets": "0", "outside": "0", "allowances": "20000"}}}', '8bab1f8792269065bfb056ac8c0c934e4498cb071c30ddf801c169d9791e22ff', 'b81a50b6281eac5c0bc1922f68db9079d57f0192fabb57feb34e97ce960cfff0', '2026-11-28 12:10:22.844515+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 42, 'at:1731373200000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1731373200000, "by": "platform", "seq": 42, "duty": "surrender", "type": "reminded"}', '034ca9e3c4381d6a2e3879f799b0e28692bce4a3bc859b1ca625c9f4162fffa7', 'fafa233ac94e45ddfc5d8fe9b696f95574136635b71d192c7ad248cb1dc1cf56', '2026-11-28 12:10:22.916145+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 39, 'act:cancel-0001', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1731376800000, "by": "BJ-0001", "seq": 39, "type": "cancelled", "with": {"moves": [{"lot": "BJ-0001/L7", "quantity": "5"}], "reason": "自愿注销"}}', '0e8f9579f9a6038c339169120c36840e467a0d9e29baa1881f39cda46b618ea7', '8b7e3c29e62f02c462133063959741445ab4cef9753ada50abf1862e676d46ff', '2026-11-28 12:10:22.979843+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 45, 'at:1731546000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1731546000000, "by": "platform", "seq": 45, "duty": "surrender", "type": "reminded"}', '953543aa3c88c642c161dccdefbe5cb494b54e1ddd2c3ba760336f767407e268', '0ab244ec17f5faca099caa681cbb171db9ba7328808716ca53c4138629ad5202', '2026-11-28 12:10:23.027464+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 36, 'at:1729040400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1729040400000, "by": "platform", "seq": 36, "duty": "surrender", "type": "reminded"}', 'cb74e1311d8c88988dc1b83eec47abf38b7afbac85d80a2ae90820bbe04d85de', '3a8c22b0ed22375750b2858b5a5f37f1cb525314d40516b639c547236389cfa5', '2026-11-28 12:10:21.220768+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 34, 'at:1729008000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1729008000000, "by": "platform", "seq": 34, "duty": "offset-application", "type": "right-lapsed", "turns": "not-required"}', '16e7777ae6e45a9b128608fb8f554b5f654ecba62fbe811645c63a95e029b2f5', '0ae21e6f8a1a7a17e34f7ca5b029127defab60e22df606f8cc75148c842416d7', '2026-11-28 12:10:21.223803+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/monthly-evidence', 18, 'at:1728954000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1728954000000, "by": "platform", "seq": 18, "duty": "monthly-evidence/2024-09", "type": "reminded"}', 'c7b4886f57a06b89a944e049a271e002e311967a07f29b3e3df86606e11ae112', '47bd1c187a252a0e4a7b59c3bc6e558c9fa3f75b82f642d27c0708c1bbe733a9', '2026-11-28 12:10:21.256502+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/monthly-evidence', 18, 'at:1728954000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1728954000000, "by": "platform", "seq": 18, "duty": "monthly-evidence/2024-09", "type": "reminded"}', 'c5e3611edc7bffe442e5afcef6cb1d0d789005ef3d7f9823bf6ce08a3bd1de93', 'c09ad297e75bdc4f14a8f2e5193f366fc5dad86c71d6062abd614335c54c750c', '2026-11-28 12:10:21.293077+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/monthly-evidence', 25, 'at:1729299600000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1729299600000, "by": "platform", "seq": 25, "duty": "monthly-evidence/2024-09", "type": "reminded"}', '54ba77f85b13730fa65ae21260f50a89e1c6f6eac344e443e6a910b960f2033f', '239aaa4dc389a42c33710987293517a088fcd41ef0664be085ae0751600eac42', '2026-11-28 12:10:21.380679+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 40, 'at:1729040400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1729040400000, "by": "platform", "seq": 40, "duty": "surrender", "type": "reminded"}', '2541fff2ef48f01242f2576c68579e88038d742f8fed989d69849ce20f556b52', 'ac0d5cd66d89504d8a1a5f6a012b094441f9fabd7a5151bc8b029798b6f3e6d2', '2026-11-28 12:10:21.411787+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/monthly-evidence', 19, 'at:1729299600000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1729299600000, "by": "platform", "seq": 19, "duty": "monthly-evidence/2024-09", "type": "reminded"}', '03d2c974f1995391cb6b2708df806d77cdb211126e421d0c7c396726c7814f0c', '408b3d1216925810123923e6e01110635068b730c76f564ae53b62c5683e6679', '2026-11-28 12:10:21.526326+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/monthly-evidence', 19, 'at:1729299600000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1729299600000, "by": "platform", "seq": 19, "duty": "monthly-evidence/2024-09", "type": "reminded"}', '063e86742c00156c158b5c2b4d15d5b23e600138e79ee66c8afc45cf471e00c9', '8ad784972e34b70660416c0c3bd4aa87568842d56baecdf4c580cbacad28c7de', '2026-11-28 12:10:21.529104+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 41, 'act:freeze-0004', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1729389600000, "by": "city/a", "seq": 41, "type": "account-frozen", "with": {"basis": "法院协助执行", "approvedBy": "city/b"}}', '6782b560fc31ebb1bf418b096529bc94ab539e0f7ab76e4c7a81e0851bedc61d', '748f5459f076712f3853afee8e4007cc48d9dfd100dc1dba4c8034b85dab9d1c', '2026-11-28 12:10:21.635734+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/monthly-evidence', 26, 'at:1729440000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1729440000000, "by": "platform", "seq": 26, "duty": "monthly-evidence/2024-09", "type": "overdue", "turns": "overdue"}', '75b91f0049c1728fb8622deb181fbced4c6f186c1aefb1325d1b9cc3cb460f2d', 'b18919f06fa66547d3ab1a018a57d58622936744639bdbe19018bb106f8ceb92', '2026-11-28 12:10:21.736049+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/monthly-evidence', 20, 'at:1729440000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1729440000000, "by": "platform", "seq": 20, "duty": "monthly-evidence/2024-09", "type": "overdue", "turns": "overdue"}', 'df7fbf0153a133336fb5c25691c8cd7d41b2cdde6bc1e5d2c557196a879a186c', 'a0977601e9a1fb09e3dbe9e60cac8d56571cee11809ad1325143788b0568477e', '2026-11-28 12:10:21.7422+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 43, 'at:1731027600000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1731027600000, "by": "platform", "seq": 43, "duty": "surrender", "type": "reminded"}', 'b190b77b985b21d6dd8739c43eefe8247000633a560bc1f1e001a830a9f35638', '7a041372770ca7e6dc55b0957eeb3306ee96e2529d6ae4fa9c32ab81e6fe2a97', '2026-11-28 12:10:22.622476+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/monthly-evidence', 21, 'at:1731632400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1731632400000, "by": "platform", "seq": 21, "duty": "monthly-evidence/2024-10", "type": "reminded"}', 'dd9e8b6ceb7f01b86f28fbb3bd1dffe6a72a0c881c904c2705cb7533953c02d1', '78e36b92af4d0623a89b2775bb73eb3879d6f95d4c39dc07e6becc52e667a853', '2026-11-28 12:10:23.065144+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 46, 'at:1731686400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1731686400000, "by": "platform", "seq": 46, "duty": "surrender", "type": "overdue", "turns": "overdue"}', 'd70c1565c72c2eb0bd8a106966e79bde8c22a8c44860a6399cc1efb11671b883', 'f5c13cf077d2b787767fcca3a87726b223ea6a4240d3e87f9918b2ae38ca207b', '2026-11-28 12:10:23.082962+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 47, 'at:1731686400000', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1731686400000, "by": "platform", "seq": 47, "duty": "surrender", "type": "overtaken", "turns": "missing"}', '390464308e8c5885904fc570dbef4de559474aa4e2af14483e1156806580687b', '77961ae3cd92752b0454e71f3965e5614f013dbe0d026183549106ebcf2ed0d1', '2026-11-28 12:10:23.082999+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 48, 'at:1731686400000', 3, DEFAULT, DEFAULT, DEFAULT, '{"at": 1731686400000, "by": "platform", "seq": 48, "duty": "collection", "type": "collection-run", "turns": "done"}', 'bece8b08c2e60991aef54a89b0f1a7fac65e4b9e172be878958421ba8adf736f', '5844781ae3356f20128a14f69a581593567477b87b01371412206f681ffa8210', '2026-11-28 12:10:23.083004+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 49, 'at:1731686400000', 4, DEFAULT, DEFAULT, DEFAULT, '{"at": 1731686400000, "by": "platform", "seq": 49, "type": "collected", "with": {"moves": [{"by": "platform", "lot": "BJ-0004/L2", "kind": "allowance", "quantity": "9400"}, {"by": "platform", "lot": "BJ-0004/L4", "kind": "allowance", "quantity": "6300"}], "covered": {"offsets": "0", "outside": "0", "allowances": "15700"}, "shortfall": "4300"}}', 'a50e7c94f247fc527382d04236acca375fe4640bdb48f910ce3bdd810bb2a82e', '0ea451013dc19a63659cf08e23b21a1be358e091020ef0f69cfe52462aed9cdd', '2026-11-28 12:10:23.083009+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 50, 'at:1731686400000', 5, DEFAULT, DEFAULT, DEFAULT, '{"at": 1731686400000, "by": "platform", "seq": 50, "type": "rectification-opened", "with": {"dueOn": "2024-11-29", "shortfall": "4300"}}', 'bdbf5e31b3920168d898f46d6af91978996905c1cc385dc58d203205666f2b48', '23d914391cff5566d305a2552e600949e7d6a03aab1b37b8d08fa2d3cedaa1bc', '2026-11-28 12:10:23.083013+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 43, 'at:1731891600000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1731891600000, "by": "platform", "seq": 43, "duty": "surrender", "type": "reminded"}', '248cdddd9ff51bfa58192a9c03aef513ba2741aea8d45b7ee7c35fb13380a874', '138617c836b5f2102347fa3ae410aa03fd6f9c101b9e07313ae57a7b40e3ba62', '2026-11-28 12:10:26.64044+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/monthly-evidence', 22, 'at:1731978000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1731978000000, "by": "platform", "seq": 22, "duty": "monthly-evidence/2024-10", "type": "reminded"}', '28ee0eab370745e8f8f0b3eec5c56e768ed2576948fc47a864d758e721a09dd5', '28e0d0228f36012f9f027db1c7c7a2bca09b3bd6e0575ce8de4f902f9ad2db47', '2026-11-28 12:10:26.748407+00');
INSERT INTO public.events VALUES ('2024/BJ-0001/compliance-cycle', 40, 'at:1731686400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1731686400000, "by": "platform", "seq": 40, "duty": "collection", "type": "nothing-to-collect", "turns": "not-required"}', 'ae41671fa5d71005babbf2357209302d71e0bcf5ccd9798fe00af9c2a8ebb19a', '8325b301a1435d9cf738f104ed36ab24b6ef42c5e1769e40ace249a85c64fc23', '2026-11-28 12:10:23.036358+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/monthly-evidence', 27, 'at:1731632400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1731632400000, "by": "platform", "seq": 27, "duty": "monthly-evidence/2024-10", "type": "reminded"}', '7f1e5bbfaedcdb58f1e943ca8e8767f5d143d2673d8d1b960e1f8b1e398ae68b', '920faef5cc233466df3fa73d7c72a84cef06df0ae78e11923b9cee0ca0df5a56', '2026-11-28 12:10:23.058533+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/monthly-evidence', 28, 'at:1731978000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1731978000000, "by": "platform", "seq": 28, "duty": "monthly-evidence/2024-10", "type": "reminded"}', '0063e00426d0e37eb48521d82e1e2cd46c171d44878f92cd001aae3e68a0b939', '085e1e3f79efd1e25a1aa342a02001df650ac0212ebcd313b34f59e96ffb0049', '2026-11-28 12:10:26.744771+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/monthly-evidence', 21, 'at:1731632400000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1731632400000, "by": "platform", "seq": 21, "duty": "monthly-evidence/2024-10", "type": "reminded"}', '54753bdf509ded536eed9dda0413fea386aebfa861c00560d011adb0c6b8c6ee', '793e91587c7f26762892bfcc7c2b570ef8ddace3841e29405cbbfe238b93d63f', '2026-11-28 12:10:23.061504+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 44, 'act:extend-0002', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1731895200000, "by": "city/a", "seq": 44, "duty": "surrender", "type": "deadline-extended", "with": {"from": "2024-11-19", "basis": "延期决定", "approvedBy": "city/b"}, "dueOn": "2024-11-29"}', 'f16e8c288203ba2cdbc274ccdd0558cebfb4d3d2ce68d1c2e52011468932061f', 'c892785a05ae436bdcbbfae87f825bdcf64cce31665a53cf23d54bb4d0c37314', '2026-11-28 12:10:26.678623+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/compliance-cycle', 45, 'act:extend-0002', 2, DEFAULT, DEFAULT, DEFAULT, '{"at": 1731895200000, "by": "platform", "seq": 45, "duty": "collection", "type": "date-moved", "dueOn": "2024-11-30"}', '4a557dfedafacdbe1f757d36f2b0a0d5a2586ba65789ca1fc1aa297c81823305', 'de5a529946eb9ee23218b978df561f2cd878b761807af0b5889f6b0f7c3bd4fe', '2026-11-28 12:10:26.678666+00');
INSERT INTO public.events VALUES ('2024/BJ-0002/monthly-evidence', 22, 'at:1731978000000', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1731978000000, "by": "platform", "seq": 22, "duty": "monthly-evidence/2024-10", "type": "reminded"}', 'e0c3cf8b8b7878a9fec72ea6b36a162ab5c8e86916cb95267f3ee4e8d132f368', 'f412e6adcaa3ae6315a3e0cd2f8c2745a2e0560897ab85debb269c37387b888f', '2026-11-28 12:10:26.742061+00');
INSERT INTO public.events VALUES ('2024/BJ-0004/compliance-cycle', 51, 'act:move-0004', 1, DEFAULT, DEFAULT, DEFAULT, '{"at": 1731981600000, "by": "city/a", "seq": 51, "type": "district-moved", "with": {"from": "haidian", "basis": "迁址", "district": "chaoyang", "approvedBy": "city/b"}}', '39712a75689d04a229f95ef645e8a8f6a30c3850269c92686ae3a4d7ff8e362b', '785ef385715cf422dde60a95ba1c1d262aa3f26a7a9f10e0f74b2ab9487c3c26', '2026-11-28 12:10:26.767076+00');


--
-- Data for Name: lots; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.lots VALUES ('BJ-0001/L4', 'BJ-0001', 4, 'carbon-inclusive', NULL, 'beijing', '2023-06-01', NULL, 40, 0);
INSERT INTO public.lots VALUES ('BJ-0002/L1', 'BJ-0002', 1, 'allowance', 2023, NULL, NULL, NULL, 150, 0);
INSERT INTO public.lots VALUES ('BJ-0003/L1', 'BJ-0003', 1, 'allowance', 2022, NULL, NULL, NULL, 700, 0);
INSERT INTO public.lots VALUES ('BJ-0003/L2', 'BJ-0003', 2, 'allowance', 2023, NULL, NULL, NULL, 0, 0);
INSERT INTO public.lots VALUES ('BJ-0001/L8', 'BJ-0001', 8, 'allowance', 2023, NULL, NULL, NULL, 500, 0);
INSERT INTO public.lots VALUES ('BJ-0002/L2', 'BJ-0002', 2, 'allowance', 2023, NULL, NULL, NULL, 1000, 0);
INSERT INTO public.lots VALUES ('BJ-0001/L1', 'BJ-0001', 1, 'allowance', 2022, NULL, NULL, NULL, 0, 0);
INSERT INTO public.lots VALUES ('BJ-0001/L2', 'BJ-0001', 2, 'allowance', 2021, NULL, NULL, NULL, 0, 0);
INSERT INTO public.lots VALUES ('BJ-0001/L5', 'BJ-0001', 5, 'allowance', 2023, NULL, NULL, NULL, 0, 0);
INSERT INTO public.lots VALUES ('BJ-0001/L6', 'BJ-0001', 6, 'allowance', 2023, NULL, NULL, '2024-11-15', 0, 0);
INSERT INTO public.lots VALUES ('BJ-0004/L1', 'BJ-0004', 1, 'allowance', 2022, NULL, NULL, NULL, 0, 0);
INSERT INTO public.lots VALUES ('BJ-0004/L3', 'BJ-0004', 3, 'allowance', 2023, NULL, NULL, '2024-11-15', 0, 0);
INSERT INTO public.lots VALUES ('BJ-0001/L7', 'BJ-0001', 7, 'allowance', 2023, NULL, NULL, NULL, 6095, 0);
INSERT INTO public.lots VALUES ('BJ-0001/L3', 'BJ-0001', 3, 'ccer', NULL, 'outside', '2016-05-01', NULL, 900, 0);
INSERT INTO public.lots VALUES ('BJ-0004/L2', 'BJ-0004', 2, 'allowance', 2023, NULL, NULL, NULL, 0, 0);
INSERT INTO public.lots VALUES ('BJ-0004/L4', 'BJ-0004', 4, 'allowance', 2023, NULL, NULL, NULL, 0, 0);


--
-- Data for Name: outbox; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.outbox VALUES ('2024/BJ-0001/compliance-cycle/1/1', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'ops@bj-0001.example', 'cycle-opened', NULL, 1715270400000, '{"name": "示例热力有限公司", "cycle": "2024"}', '2026-11-28 12:10:11.155345+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/1/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'cycle-opened', NULL, 1715270400000, '{"name": "示例数据中心有限公司", "cycle": "2024"}', '2026-11-28 12:10:11.155399+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0003/compliance-cycle/1/1', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'ops@bj-0003.example', 'cycle-opened', NULL, 1715270400000, '{"name": "示例水泥有限公司", "cycle": "2024"}', '2026-11-28 12:10:11.155405+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/1/1', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'ops@bj-0004.example', 'cycle-opened', NULL, 1715270400000, '{"name": "示例石化有限公司", "cycle": "2024"}', '2026-11-28 12:10:11.183363+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0005/general-report/1/1', 'mail', '2024/BJ-0005/general-report', 'BJ-0005', 'ops@bj-0005.example', 'cycle-opened', NULL, 1715270400000, '{"name": "示例学校", "cycle": "2024"}', '2026-11-28 12:10:11.793276+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/monthly-evidence/2/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'monthly-evidence/2024-04', 1715734800000, '{"name": "示例热力有限公司", "dueOn": "2024-05-20", "daysLeft": "5"}', '2026-11-28 12:10:11.793356+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/3/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'first-report', 1715821200000, '{"name": "示例数据中心有限公司", "dueOn": "2024-06-15", "daysLeft": "30"}', '2026-11-28 12:10:11.793363+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/5/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'revision-adopted', NULL, 1716188400000, '{"name": "示例数据中心有限公司", "basis": "通告", "changed": "初次碳排放报告：2024-06-15 → 2024-06-30；数据质量控制方案：2024-06-15 → 2024-06-30"}', '2026-11-28 12:10:11.80973+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0003/compliance-cycle/4/1', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'ops@bj-0003.example', 'revision-adopted', NULL, 1716188400000, '{"name": "示例水泥有限公司", "basis": "通告", "changed": "初次碳排放报告：2024-06-15 → 2024-06-30"}', '2026-11-28 12:10:11.809773+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0003/monthly-evidence/5/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'overdue', 'monthly-evidence/2024-04', 1716220800000, '{"name": "示例水泥有限公司", "dueOn": "2024-05-20", "daysLeft": "-1"}', '2026-11-28 12:10:12.369648+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0003/monthly-evidence/5/2', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'chaoyang@authority.example', 'overdue', 'monthly-evidence/2024-04', 1716220800000, '{"name": "示例水泥有限公司", "dueOn": "2024-05-20", "daysLeft": "-1"}', '2026-11-28 12:10:12.369707+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/compliance-cycle/6/1', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'first-report', 1717117200000, '{"name": "示例热力有限公司", "dueOn": "2024-06-30", "daysLeft": "30"}', '2026-11-28 12:10:12.369714+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0003/compliance-cycle/6/1', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'first-report', 1717117200000, '{"name": "示例水泥有限公司", "dueOn": "2024-06-30", "daysLeft": "30"}', '2026-11-28 12:10:12.369718+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/monthly-evidence/5/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'overdue', 'monthly-evidence/2024-04', 1716220800000, '{"name": "示例数据中心有限公司", "dueOn": "2024-05-20", "daysLeft": "-1"}', '2026-11-28 12:10:12.369721+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/monthly-evidence/5/2', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'haidian@authority.example', 'overdue', 'monthly-evidence/2024-04', 1716220800000, '{"name": "示例数据中心有限公司", "dueOn": "2024-05-20", "daysLeft": "-1"}', '2026-11-28 12:10:12.369725+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/8/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'first-report', 1717117200000, '{"name": "示例数据中心有限公司", "dueOn": "2024-06-30", "daysLeft": "30"}', '2026-11-28 12:10:12.369728+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/8/2', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'data-quality-plan', 1717117200000, '{"name": "示例数据中心有限公司", "dueOn": "2024-06-30", "daysLeft": "30"}', '2026-11-28 12:10:12.369731+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/monthly-evidence/7/1', 'mail', '2024/BJ-0004/monthly-evidence', 'BJ-0004', 'ops@bj-0004.example', 'returned', 'monthly-evidence/2024-05', 1718244001000, '{"name": "示例石化有限公司", "dueOn": "2024-06-20", "findings": "缺少电费单"}', '2026-11-28 12:10:13.518411+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/10/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'verified-report', 1718413200000, '{"name": "示例数据中心有限公司", "dueOn": "2024-07-15", "daysLeft": "30"}', '2026-11-28 12:10:13.518469+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/monthly-evidence/9/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'monthly-evidence/2024-06', 1721005200000, '{"name": "示例数据中心有限公司", "dueOn": "2024-07-20", "daysLeft": "5"}', '2026-11-28 12:10:15.794378+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/monthly-evidence/10/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'monthly-evidence/2024-06', 1721350800000, '{"name": "示例数据中心有限公司", "dueOn": "2024-07-20", "daysLeft": "1"}', '2026-11-28 12:10:16.326797+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0003/monthly-evidence/23/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'monthly-evidence/2024-06', 1721350800000, '{"name": "示例水泥有限公司", "dueOn": "2024-07-20", "daysLeft": "1"}', '2026-11-28 12:10:16.326864+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0006/general-report/3/1', 'mail', '2024/BJ-0006/general-report', 'BJ-0006', 'ops@bj-0006.example', 'reminder', 'general-report', 1718413200000, '{"name": "示例医院", "dueOn": "2024-07-15", "daysLeft": "30"}', NULL, 3, 'Error: Can''t send mail - all recipients were rejected: 550 no such mailbox', '2026-11-28 12:10:28.296295+00');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/monthly-evidence/21/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'monthly-evidence/2024-10', 1731632400000, '{"name": "示例数据中心有限公司", "dueOn": "2024-11-20", "daysLeft": "5"}', '2026-11-28 12:10:23.137512+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0006/general-report/1/1', 'mail', '2024/BJ-0006/general-report', 'BJ-0006', 'ops@bj-0006.example', 'cycle-opened', NULL, 1715270400000, '{"name": "示例医院", "cycle": "2024"}', NULL, 4, 'Error: Can''t send mail - all recipients were rejected: 550 no such mailbox', '2026-11-28 12:10:42.686484+00');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/44/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'decision', NULL, 1731895200000, '{"name": "示例数据中心有限公司", "what": "配额清缴延期：2024-11-19 → 2024-11-29", "basis": "延期决定"}', '2026-11-28 12:10:26.701391+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/monthly-evidence/22/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'monthly-evidence/2024-10', 1731978000000, '{"name": "示例数据中心有限公司", "dueOn": "2024-11-20", "daysLeft": "1"}', NULL, 0, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/3/2', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'data-quality-plan', 1715821200000, '{"name": "示例数据中心有限公司", "dueOn": "2024-06-15", "daysLeft": "30"}', '2026-11-28 12:10:11.793367+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0003/monthly-evidence/2/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'monthly-evidence/2024-04', 1715734800000, '{"name": "示例水泥有限公司", "dueOn": "2024-05-20", "daysLeft": "5"}', '2026-11-28 12:10:11.794656+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/compliance-cycle/3/1', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'first-report', 1715821200000, '{"name": "示例热力有限公司", "dueOn": "2024-06-15", "daysLeft": "30"}', '2026-11-28 12:10:11.794664+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/monthly-evidence/2/1', 'mail', '2024/BJ-0004/monthly-evidence', 'BJ-0004', 'ops@bj-0004.example', 'reminder', 'monthly-evidence/2024-04', 1715734800000, '{"name": "示例石化有限公司", "dueOn": "2024-05-20", "daysLeft": "5"}', '2026-11-28 12:10:11.794667+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0003/compliance-cycle/3/1', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'first-report', 1715821200000, '{"name": "示例水泥有限公司", "dueOn": "2024-06-15", "daysLeft": "30"}', '2026-11-28 12:10:11.794671+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/monthly-evidence/2/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'monthly-evidence/2024-04', 1715734800000, '{"name": "示例数据中心有限公司", "dueOn": "2024-05-20", "daysLeft": "5"}', '2026-11-28 12:10:11.794674+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/3/1', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'ops@bj-0004.example', 'reminder', 'first-report', 1715821200000, '{"name": "示例石化有限公司", "dueOn": "2024-06-15", "daysLeft": "30"}', '2026-11-28 12:10:11.794677+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/monthly-evidence/3/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'monthly-evidence/2024-04', 1716080400000, '{"name": "示例热力有限公司", "dueOn": "2024-05-20", "daysLeft": "1"}', '2026-11-28 12:10:11.79468+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0003/monthly-evidence/3/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'monthly-evidence/2024-04', 1716080400000, '{"name": "示例水泥有限公司", "dueOn": "2024-05-20", "daysLeft": "1"}', '2026-11-28 12:10:11.794683+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/monthly-evidence/3/1', 'mail', '2024/BJ-0004/monthly-evidence', 'BJ-0004', 'ops@bj-0004.example', 'reminder', 'monthly-evidence/2024-04', 1716080400000, '{"name": "示例石化有限公司", "dueOn": "2024-05-20", "daysLeft": "1"}', '2026-11-28 12:10:11.794688+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/monthly-evidence/3/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'monthly-evidence/2024-04', 1716080400000, '{"name": "示例数据中心有限公司", "dueOn": "2024-05-20", "daysLeft": "1"}', '2026-11-28 12:10:11.794691+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/compliance-cycle/4/1', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'ops@bj-0001.example', 'revision-adopted', NULL, 1716188400000, '{"name": "示例热力有限公司", "basis": "通告", "changed": "初次碳排放报告：2024-06-15 → 2024-06-30"}', '2026-11-28 12:10:11.809778+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/4/1', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'ops@bj-0004.example', 'revision-adopted', NULL, 1716188400000, '{"name": "示例石化有限公司", "basis": "通告", "changed": "初次碳排放报告：2024-06-15 → 2024-06-30"}', '2026-11-28 12:10:11.809785+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/city/city-cycle/3/1', 'mail', '2024/city/city-cycle', 'city', 'city@authority.example', 'rolled-out', NULL, 1716188401173, '{"what": "日期调整", "cases": "10", "cycle": "2024", "applied": "10", "refused": ""}', '2026-11-28 12:10:12.369739+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/6/1', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'ops@bj-0004.example', 'reminder', 'first-report', 1717117200000, '{"name": "示例石化有限公司", "dueOn": "2024-06-30", "daysLeft": "30"}', '2026-11-28 12:10:12.369743+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/monthly-evidence/5/1', 'mail', '2024/BJ-0004/monthly-evidence', 'BJ-0004', 'ops@bj-0004.example', 'overdue', 'monthly-evidence/2024-04', 1716220800000, '{"name": "示例石化有限公司", "dueOn": "2024-05-20", "daysLeft": "-1"}', '2026-11-28 12:10:12.369747+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/monthly-evidence/5/2', 'mail', '2024/BJ-0004/monthly-evidence', 'BJ-0004', 'haidian@authority.example', 'overdue', 'monthly-evidence/2024-04', 1716220800000, '{"name": "示例石化有限公司", "dueOn": "2024-05-20", "daysLeft": "-1"}', '2026-11-28 12:10:12.369751+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/monthly-evidence/5/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'overdue', 'monthly-evidence/2024-04', 1716220800000, '{"name": "示例热力有限公司", "dueOn": "2024-05-20", "daysLeft": "-1"}', '2026-11-28 12:10:12.369754+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/monthly-evidence/5/2', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'chaoyang@authority.example', 'overdue', 'monthly-evidence/2024-04', 1716220800000, '{"name": "示例热力有限公司", "dueOn": "2024-05-20", "daysLeft": "-1"}', '2026-11-28 12:10:12.369757+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/compliance-cycle/16/1', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'city@authority.example', 'reminder', 'pre-allocation', 1720918800000, '{"name": "示例热力有限公司", "dueOn": "2024-07-15", "daysLeft": "1"}', '2026-11-28 12:10:15.771049+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/compliance-cycle/17/1', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'ops@bj-0001.example', 'decision', NULL, 1720926000000, '{"name": "示例热力有限公司", "what": "配额预发", "basis": "预发方案", "quantity": "70000"}', '2026-11-28 12:10:15.771116+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0006/general-report/5/1', 'mail', '2024/BJ-0006/general-report', 'BJ-0006', 'ops@bj-0006.example', 'reminder', 'general-report', 1720918800000, '{"name": "示例医院", "dueOn": "2024-07-15", "daysLeft": "1"}', NULL, 3, 'Error: Can''t send mail - all recipients were rejected: 550 no such mailbox', '2026-11-28 12:10:30.101756+00');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/10/2', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'adjustment-application', 1718413200000, '{"name": "示例数据中心有限公司", "dueOn": "2024-07-15", "daysLeft": "30"}', '2026-11-28 12:10:13.518484+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/monthly-evidence/6/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'monthly-evidence/2024-05', 1718413200000, '{"name": "示例数据中心有限公司", "dueOn": "2024-06-20", "daysLeft": "5"}', '2026-11-28 12:10:13.518489+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/compliance-cycle/9/1', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'verified-report', 1718413200000, '{"name": "示例热力有限公司", "dueOn": "2024-07-15", "daysLeft": "30"}', '2026-11-28 12:10:13.518492+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/compliance-cycle/9/2', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'adjustment-application', 1718413200000, '{"name": "示例热力有限公司", "dueOn": "2024-07-15", "daysLeft": "30"}', '2026-11-28 12:10:13.518496+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/monthly-evidence/9/1', 'mail', '2024/BJ-0004/monthly-evidence', 'BJ-0004', 'ops@bj-0004.example', 'reminder', 'monthly-evidence/2024-05', 1718413200000, '{"name": "示例石化有限公司", "dueOn": "2024-06-20", "daysLeft": "5"}', '2026-11-28 12:10:13.518499+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0003/monthly-evidence/7/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'monthly-evidence/2024-05', 1718758800000, '{"name": "示例水泥有限公司", "dueOn": "2024-06-20", "daysLeft": "1"}', '2026-11-28 12:10:14.063831+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/monthly-evidence/8/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'overdue', 'monthly-evidence/2024-05', 1718899200000, '{"name": "示例数据中心有限公司", "dueOn": "2024-06-20", "daysLeft": "-1"}', '2026-11-28 12:10:14.063895+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/monthly-evidence/8/2', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'haidian@authority.example', 'overdue', 'monthly-evidence/2024-05', 1718899200000, '{"name": "示例数据中心有限公司", "dueOn": "2024-06-20", "daysLeft": "-1"}', '2026-11-28 12:10:14.063902+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/monthly-evidence/14/1', 'mail', '2024/BJ-0004/monthly-evidence', 'BJ-0004', 'haidian@authority.example', 'overdue', 'monthly-check/2024-05', 1719763200000, '{"name": "示例石化有限公司", "dueOn": "2024-06-30", "daysLeft": "-1"}', '2026-11-28 12:10:14.063907+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/monthly-evidence/14/2', 'mail', '2024/BJ-0004/monthly-evidence', 'BJ-0004', 'city@authority.example', 'escalation', 'monthly-check/2024-05', 1719763200000, '{"name": "示例石化有限公司", "dueOn": "2024-06-30", "daysLeft": "-1"}', '2026-11-28 12:10:14.063911+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/monthly-evidence/13/1', 'mail', '2024/BJ-0004/monthly-evidence', 'BJ-0004', 'haidian@authority.example', 'reminder', 'monthly-check/2024-05', 1719622800000, '{"name": "示例石化有限公司", "dueOn": "2024-06-30", "daysLeft": "1"}', '2026-11-28 12:10:14.063937+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/15/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'overdue', 'first-report', 1719763200000, '{"name": "示例数据中心有限公司", "dueOn": "2024-06-30", "daysLeft": "-1"}', '2026-11-28 12:10:14.063941+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/15/2', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'haidian@authority.example', 'overdue', 'first-report', 1719763200000, '{"name": "示例数据中心有限公司", "dueOn": "2024-06-30", "daysLeft": "-1"}', '2026-11-28 12:10:14.063945+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/15/3', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'referral', NULL, 1719763200000, '{"name": "示例数据中心有限公司", "upTo": "50000", "about": "初次碳排放报告", "dueOn": "2024-06-30", "daysLeft": "-1"}', '2026-11-28 12:10:14.063948+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/15/4', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'city@authority.example', 'referral', NULL, 1719763200000, '{"name": "示例数据中心有限公司", "upTo": "50000", "about": "初次碳排放报告", "dueOn": "2024-06-30", "daysLeft": "-1"}', '2026-11-28 12:10:14.063952+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0005/general-report/4/1', 'mail', '2024/BJ-0005/general-report', 'BJ-0005', 'ops@bj-0005.example', 'reminder', 'general-report', 1720400400000, '{"name": "示例学校", "dueOn": "2024-07-15", "daysLeft": "7"}', '2026-11-28 12:10:14.655233+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/compliance-cycle/11/1', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'verified-report', 1720400400000, '{"name": "示例热力有限公司", "dueOn": "2024-07-15", "daysLeft": "7"}', '2026-11-28 12:10:14.655292+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0006/general-report/4/1', 'mail', '2024/BJ-0006/general-report', 'BJ-0006', 'ops@bj-0006.example', 'reminder', 'general-report', 1720400400000, '{"name": "示例医院", "dueOn": "2024-07-15", "daysLeft": "7"}', NULL, 3, 'Error: Can''t send mail - all recipients were rejected: 550 no such mailbox', '2026-11-28 12:10:29.041447+00');
INSERT INTO public.outbox VALUES ('2024/BJ-0003/monthly-evidence/6/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'monthly-evidence/2024-05', 1718413200000, '{"name": "示例水泥有限公司", "dueOn": "2024-06-20", "daysLeft": "5"}', '2026-11-28 12:10:13.518503+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/8/1', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'ops@bj-0004.example', 'reminder', 'verified-report', 1718413200000, '{"name": "示例石化有限公司", "dueOn": "2024-07-15", "daysLeft": "30"}', '2026-11-28 12:10:13.518506+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/8/2', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'ops@bj-0004.example', 'reminder', 'adjustment-application', 1718413200000, '{"name": "示例石化有限公司", "dueOn": "2024-07-15", "daysLeft": "30"}', '2026-11-28 12:10:13.51851+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0003/compliance-cycle/7/1', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'verified-report', 1718413200000, '{"name": "示例水泥有限公司", "dueOn": "2024-07-15", "daysLeft": "30"}', '2026-11-28 12:10:13.518513+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0003/compliance-cycle/7/2', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'adjustment-application', 1718413200000, '{"name": "示例水泥有限公司", "dueOn": "2024-07-15", "daysLeft": "30"}', '2026-11-28 12:10:13.518516+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0005/general-report/3/1', 'mail', '2024/BJ-0005/general-report', 'BJ-0005', 'ops@bj-0005.example', 'reminder', 'general-report', 1718413200000, '{"name": "示例学校", "dueOn": "2024-07-15", "daysLeft": "30"}', '2026-11-28 12:10:13.518519+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/monthly-evidence/7/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'monthly-evidence/2024-05', 1718758800000, '{"name": "示例数据中心有限公司", "dueOn": "2024-06-20", "daysLeft": "1"}', '2026-11-28 12:10:14.063916+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/monthly-evidence/12/1', 'mail', '2024/BJ-0004/monthly-evidence', 'BJ-0004', 'haidian@authority.example', 'reminder', 'monthly-check/2024-05', 1719450000000, '{"name": "示例石化有限公司", "dueOn": "2024-06-30", "daysLeft": "3"}', '2026-11-28 12:10:14.06392+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/13/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'first-report', 1719104400000, '{"name": "示例数据中心有限公司", "dueOn": "2024-06-30", "daysLeft": "7"}', '2026-11-28 12:10:14.063923+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0003/monthly-evidence/8/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'overdue', 'monthly-evidence/2024-05', 1718899200000, '{"name": "示例水泥有限公司", "dueOn": "2024-06-20", "daysLeft": "-1"}', '2026-11-28 12:10:14.063927+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0003/monthly-evidence/8/2', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'chaoyang@authority.example', 'overdue', 'monthly-evidence/2024-05', 1718899200000, '{"name": "示例水泥有限公司", "dueOn": "2024-06-20", "daysLeft": "-1"}', '2026-11-28 12:10:14.06393+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/14/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'first-report', 1719622800000, '{"name": "示例数据中心有限公司", "dueOn": "2024-06-30", "daysLeft": "1"}', '2026-11-28 12:10:14.063933+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/19/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'verified-report', 1720400400000, '{"name": "示例数据中心有限公司", "dueOn": "2024-07-15", "daysLeft": "7"}', '2026-11-28 12:10:14.655301+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/19/2', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'adjustment-application', 1720400400000, '{"name": "示例数据中心有限公司", "dueOn": "2024-07-15", "daysLeft": "7"}', '2026-11-28 12:10:14.655307+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0003/compliance-cycle/10/1', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'verified-report', 1720400400000, '{"name": "示例水泥有限公司", "dueOn": "2024-07-15", "daysLeft": "7"}', '2026-11-28 12:10:14.65531+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0003/compliance-cycle/10/2', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'adjustment-application', 1720400400000, '{"name": "示例水泥有限公司", "dueOn": "2024-07-15", "daysLeft": "7"}', '2026-11-28 12:10:14.655313+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/14/1', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'ops@bj-0004.example', 'reminder', 'verified-report', 1720918800000, '{"name": "示例石化有限公司", "dueOn": "2024-07-15", "daysLeft": "1"}', '2026-11-28 12:10:15.771131+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/14/2', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'ops@bj-0004.example', 'reminder', 'adjustment-application', 1720918800000, '{"name": "示例石化有限公司", "dueOn": "2024-07-15", "daysLeft": "1"}', '2026-11-28 12:10:15.771136+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/14/3', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'city@authority.example', 'reminder', 'pre-allocation', 1720918800000, '{"name": "示例石化有限公司", "dueOn": "2024-07-15", "daysLeft": "1"}', '2026-11-28 12:10:15.771139+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/monthly-evidence/15/1', 'mail', '2024/BJ-0004/monthly-evidence', 'BJ-0004', 'ops@bj-0004.example', 'reminder', 'monthly-evidence/2024-06', 1721005200000, '{"name": "示例石化有限公司", "dueOn": "2024-07-20", "daysLeft": "5"}', '2026-11-28 12:10:15.792075+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/24/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'overdue', 'verified-report', 1721059200000, '{"name": "示例数据中心有限公司", "dueOn": "2024-07-15", "daysLeft": "-1"}', '2026-11-28 12:10:15.802966+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/24/2', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'haidian@authority.example', 'overdue', 'verified-report', 1721059200000, '{"name": "示例数据中心有限公司", "dueOn": "2024-07-15", "daysLeft": "-1"}', '2026-11-28 12:10:15.803032+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/24/3', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'referral', NULL, 1721059200000, '{"name": "示例数据中心有限公司", "upTo": "50000", "about": "经核查的排放报告和第三方核查报告", "dueOn": "2024-07-15", "daysLeft": "-1"}', '2026-11-28 12:10:15.803038+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/city/city-cycle/6/1', 'mail', '2024/city/city-cycle', 'city', 'city@authority.example', 'rolled-out', NULL, 1722495602751, '{"what": "核查机构除名", "cases": "4", "cycle": "2024", "applied": "4", "refused": ""}', '2026-11-28 12:10:17.432256+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/monthly-evidence/18/1', 'mail', '2024/BJ-0004/monthly-evidence', 'BJ-0004', 'ops@bj-0004.example', 'reminder', 'monthly-evidence/2024-07', 1723683600000, '{"name": "示例石化有限公司", "dueOn": "2024-08-20", "daysLeft": "5"}', '2026-11-28 12:10:17.432319+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/compliance-cycle/11/2', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'adjustment-application', 1720400400000, '{"name": "示例热力有限公司", "dueOn": "2024-07-15", "daysLeft": "7"}', '2026-11-28 12:10:14.655318+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/11/1', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'ops@bj-0004.example', 'reminder', 'verified-report', 1720400400000, '{"name": "示例石化有限公司", "dueOn": "2024-07-15", "daysLeft": "7"}', '2026-11-28 12:10:14.655322+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/11/2', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'ops@bj-0004.example', 'reminder', 'adjustment-application', 1720400400000, '{"name": "示例石化有限公司", "dueOn": "2024-07-15", "daysLeft": "7"}', '2026-11-28 12:10:14.655326+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0003/compliance-cycle/12/1', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'ops@bj-0003.example', 'decision', NULL, 1720490400000, '{"name": "示例水泥有限公司", "what": "配额预发", "basis": "预发方案", "quantity": "14000"}', '2026-11-28 12:10:15.179347+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0003/compliance-cycle/14/1', 'mail', '2024/BJ-0003/compliance-cycle', 'BJ-0003', 'ops@bj-0003.example', 'decision', NULL, 1720576800000, '{"name": "示例水泥有限公司", "what": "退出名单，转入全国碳排放权交易市场", "basis": "名单调整"}', '2026-11-28 12:10:15.179404+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/13/1', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'city@authority.example', 'reminder', 'pre-allocation', 1720746000000, '{"name": "示例石化有限公司", "dueOn": "2024-07-15", "daysLeft": "3"}', '2026-11-28 12:10:15.771145+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/compliance-cycle/13/1', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'city@authority.example', 'reminder', 'pre-allocation', 1720746000000, '{"name": "示例热力有限公司", "dueOn": "2024-07-15", "daysLeft": "3"}', '2026-11-28 12:10:15.771149+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/22/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'verified-report', 1720918800000, '{"name": "示例数据中心有限公司", "dueOn": "2024-07-15", "daysLeft": "1"}', '2026-11-28 12:10:15.771152+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/22/2', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'adjustment-application', 1720918800000, '{"name": "示例数据中心有限公司", "dueOn": "2024-07-15", "daysLeft": "1"}', '2026-11-28 12:10:15.771156+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0003/monthly-evidence/22/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'reminder', 'monthly-evidence/2024-06', 1721005200000, '{"name": "示例水泥有限公司", "dueOn": "2024-07-20", "daysLeft": "5"}', '2026-11-28 12:10:15.792119+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0006/general-report/6/2', 'mail', '2024/BJ-0006/general-report', 'BJ-0006', 'haidian@authority.example', 'overdue', 'general-report', 1721059200000, '{"name": "示例医院", "dueOn": "2024-07-15", "daysLeft": "-1"}', '2026-11-28 12:10:15.792127+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0006/general-report/6/4', 'mail', '2024/BJ-0006/general-report', 'BJ-0006', 'city@authority.example', 'referral', NULL, 1721059200000, '{"name": "示例医院", "upTo": "50000", "about": "碳排放报告（一般报告单位）", "dueOn": "2024-07-15", "daysLeft": "-1"}', '2026-11-28 12:10:15.792131+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/32/1', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'city@authority.example', 'reminder', 'final-allocation', 1726275600000, '{"name": "示例石化有限公司", "dueOn": "2024-09-15", "daysLeft": "1"}', '2026-11-28 12:10:19.742663+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/monthly-evidence/15/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'monthly-evidence/2024-08', 1726362000000, '{"name": "示例热力有限公司", "dueOn": "2024-09-20", "daysLeft": "5"}', '2026-11-28 12:10:20.294159+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/monthly-evidence/15/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'monthly-evidence/2024-08', 1726362000000, '{"name": "示例数据中心有限公司", "dueOn": "2024-09-20", "daysLeft": "5"}', '2026-11-28 12:10:20.294226+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/35/1', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'ops@bj-0004.example', 'reminder', 'offset-application', 1726362000000, '{"name": "示例石化有限公司", "dueOn": "2024-10-15", "daysLeft": "30"}', '2026-11-28 12:10:20.294234+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/monthly-evidence/17/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'overdue', 'monthly-evidence/2024-08', 1726848000000, '{"name": "示例数据中心有限公司", "dueOn": "2024-09-20", "daysLeft": "-1"}', '2026-11-28 12:10:20.942+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/monthly-evidence/17/2', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'haidian@authority.example', 'overdue', 'monthly-evidence/2024-08', 1726848000000, '{"name": "示例数据中心有限公司", "dueOn": "2024-09-20", "daysLeft": "-1"}', '2026-11-28 12:10:20.942043+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/monthly-evidence/17/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'overdue', 'monthly-evidence/2024-08', 1726848000000, '{"name": "示例热力有限公司", "dueOn": "2024-09-20", "daysLeft": "-1"}', '2026-11-28 12:10:20.942082+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0006/general-report/6/1', 'mail', '2024/BJ-0006/general-report', 'BJ-0006', 'ops@bj-0006.example', 'overdue', 'general-report', 1721059200000, '{"name": "示例医院", "dueOn": "2024-07-15", "daysLeft": "-1"}', NULL, 3, 'Error: Can''t send mail - all recipients were rejected: 550 no such mailbox', '2026-11-28 12:10:30.101809+00');
INSERT INTO public.outbox VALUES ('2024/BJ-0006/general-report/6/3', 'mail', '2024/BJ-0006/general-report', 'BJ-0006', 'ops@bj-0006.example', 'referral', NULL, 1721059200000, '{"name": "示例医院", "upTo": "50000", "about": "碳排放报告（一般报告单位）", "dueOn": "2024-07-15", "daysLeft": "-1"}', NULL, 3, 'Error: Can''t send mail - all recipients were rejected: 550 no such mailbox', '2026-11-28 12:10:30.101816+00');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/18/1', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'ops@bj-0004.example', 'decision', NULL, 1720926001000, '{"name": "示例石化有限公司", "what": "配额预发", "basis": "预发方案", "quantity": "28700"}', '2026-11-28 12:10:15.771161+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/24/4', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'city@authority.example', 'referral', NULL, 1721059200000, '{"name": "示例数据中心有限公司", "upTo": "50000", "about": "经核查的排放报告和第三方核查报告", "dueOn": "2024-07-15", "daysLeft": "-1"}', '2026-11-28 12:10:15.803042+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/monthly-evidence/16/1', 'mail', '2024/BJ-0004/monthly-evidence', 'BJ-0004', 'ops@bj-0004.example', 'reminder', 'monthly-evidence/2024-06', 1721350800000, '{"name": "示例石化有限公司", "dueOn": "2024-07-20", "daysLeft": "1"}', '2026-11-28 12:10:16.326871+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/21/1', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'ops@bj-0004.example', 'returned', 'verified-report', 1721440800000, '{"name": "示例石化有限公司", "dueOn": "2024-07-15", "findings": "燃料数据与账单不符"}', '2026-11-28 12:10:16.326939+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0003/monthly-evidence/24/1', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'ops@bj-0003.example', 'overdue', 'monthly-evidence/2024-06', 1721491200000, '{"name": "示例水泥有限公司", "dueOn": "2024-07-20", "daysLeft": "-1"}', '2026-11-28 12:10:16.902285+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0003/monthly-evidence/24/2', 'mail', '2024/BJ-0003/monthly-evidence', 'BJ-0003', 'chaoyang@authority.example', 'overdue', 'monthly-evidence/2024-06', 1721491200000, '{"name": "示例水泥有限公司", "dueOn": "2024-07-20", "daysLeft": "-1"}', '2026-11-28 12:10:16.902411+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/monthly-evidence/11/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'overdue', 'monthly-evidence/2024-06', 1721491200000, '{"name": "示例数据中心有限公司", "dueOn": "2024-07-20", "daysLeft": "-1"}', '2026-11-28 12:10:16.902417+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/monthly-evidence/11/2', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'haidian@authority.example', 'overdue', 'monthly-evidence/2024-06', 1721491200000, '{"name": "示例数据中心有限公司", "dueOn": "2024-07-20", "daysLeft": "-1"}', '2026-11-28 12:10:16.902423+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/monthly-evidence/17/1', 'mail', '2024/BJ-0004/monthly-evidence', 'BJ-0004', 'ops@bj-0004.example', 'overdue', 'monthly-evidence/2024-06', 1721491200000, '{"name": "示例石化有限公司", "dueOn": "2024-07-20", "daysLeft": "-1"}', '2026-11-28 12:10:16.902454+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/monthly-evidence/17/2', 'mail', '2024/BJ-0004/monthly-evidence', 'BJ-0004', 'haidian@authority.example', 'overdue', 'monthly-evidence/2024-06', 1721491200000, '{"name": "示例石化有限公司", "dueOn": "2024-07-20", "daysLeft": "-1"}', '2026-11-28 12:10:16.902458+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/monthly-evidence/9/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'chaoyang@authority.example', 'reminder', 'monthly-check/2024-06', 1722042000000, '{"name": "示例热力有限公司", "dueOn": "2024-07-30", "daysLeft": "3"}', '2026-11-28 12:10:16.902461+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/monthly-evidence/10/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'chaoyang@authority.example', 'reminder', 'monthly-check/2024-06', 1722214800000, '{"name": "示例热力有限公司", "dueOn": "2024-07-30", "daysLeft": "1"}', '2026-11-28 12:10:16.902465+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/monthly-evidence/11/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'chaoyang@authority.example', 'overdue', 'monthly-check/2024-06', 1722355200000, '{"name": "示例热力有限公司", "dueOn": "2024-07-30", "daysLeft": "-1"}', '2026-11-28 12:10:16.902468+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/monthly-evidence/11/2', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'city@authority.example', 'escalation', 'monthly-check/2024-06', 1722355200000, '{"name": "示例热力有限公司", "dueOn": "2024-07-30", "daysLeft": "-1"}', '2026-11-28 12:10:16.902471+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/monthly-evidence/12/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'monthly-evidence/2024-07', 1723683600000, '{"name": "示例数据中心有限公司", "dueOn": "2024-08-20", "daysLeft": "5"}', '2026-11-28 12:10:18.008809+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/monthly-evidence/20/1', 'mail', '2024/BJ-0004/monthly-evidence', 'BJ-0004', 'ops@bj-0004.example', 'overdue', 'monthly-evidence/2024-07', 1724169600000, '{"name": "示例石化有限公司", "dueOn": "2024-08-20", "daysLeft": "-1"}', '2026-11-28 12:10:18.00888+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/monthly-evidence/20/2', 'mail', '2024/BJ-0004/monthly-evidence', 'BJ-0004', 'haidian@authority.example', 'overdue', 'monthly-evidence/2024-07', 1724169600000, '{"name": "示例石化有限公司", "dueOn": "2024-08-20", "daysLeft": "-1"}', '2026-11-28 12:10:18.008888+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/monthly-evidence/13/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'monthly-evidence/2024-07', 1724029200000, '{"name": "示例数据中心有限公司", "dueOn": "2024-08-20", "daysLeft": "1"}', '2026-11-28 12:10:18.008893+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/monthly-evidence/14/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'overdue', 'monthly-evidence/2024-07', 1724169600000, '{"name": "示例数据中心有限公司", "dueOn": "2024-08-20", "daysLeft": "-1"}', '2026-11-28 12:10:18.008897+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/monthly-evidence/14/2', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'haidian@authority.example', 'overdue', 'monthly-evidence/2024-07', 1724169600000, '{"name": "示例数据中心有限公司", "dueOn": "2024-08-20", "daysLeft": "-1"}', '2026-11-28 12:10:18.0089+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/monthly-evidence/19/1', 'mail', '2024/BJ-0004/monthly-evidence', 'BJ-0004', 'ops@bj-0004.example', 'reminder', 'monthly-evidence/2024-07', 1724029200000, '{"name": "示例石化有限公司", "dueOn": "2024-08-20", "daysLeft": "1"}', '2026-11-28 12:10:18.008905+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/monthly-evidence/12/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'monthly-evidence/2024-07', 1723683600000, '{"name": "示例热力有限公司", "dueOn": "2024-08-20", "daysLeft": "5"}', '2026-11-28 12:10:18.008909+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/monthly-evidence/13/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'monthly-evidence/2024-07', 1724029200000, '{"name": "示例热力有限公司", "dueOn": "2024-08-20", "daysLeft": "1"}', '2026-11-28 12:10:18.008913+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/monthly-evidence/14/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'overdue', 'monthly-evidence/2024-07', 1724169600000, '{"name": "示例热力有限公司", "dueOn": "2024-08-20", "daysLeft": "-1"}', '2026-11-28 12:10:18.008928+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/monthly-evidence/14/2', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'chaoyang@authority.example', 'overdue', 'monthly-evidence/2024-07', 1724169600000, '{"name": "示例热力有限公司", "dueOn": "2024-08-20", "daysLeft": "-1"}', '2026-11-28 12:10:18.008931+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/29/1', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'city@authority.example', 'reminder', 'final-allocation', 1726102800000, '{"name": "示例石化有限公司", "dueOn": "2024-09-15", "daysLeft": "3"}', '2026-11-28 12:10:19.742737+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/monthly-evidence/22/1', 'mail', '2024/BJ-0004/monthly-evidence', 'BJ-0004', 'ops@bj-0004.example', 'reminder', 'monthly-evidence/2024-08', 1726707600000, '{"name": "示例石化有限公司", "dueOn": "2024-09-20", "daysLeft": "1"}', '2026-11-28 12:10:20.294251+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/monthly-evidence/16/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'monthly-evidence/2024-08', 1726707600000, '{"name": "示例数据中心有限公司", "dueOn": "2024-09-20", "daysLeft": "1"}', '2026-11-28 12:10:20.294256+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/compliance-cycle/31/1', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'offset-application', 1726362000000, '{"name": "示例热力有限公司", "dueOn": "2024-10-15", "daysLeft": "30"}', '2026-11-28 12:10:20.29426+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/monthly-evidence/16/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'monthly-evidence/2024-08', 1726707600000, '{"name": "示例热力有限公司", "dueOn": "2024-09-20", "daysLeft": "1"}', '2026-11-28 12:10:20.294264+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/city/city-cycle/7/1', 'mail', '2024/city/city-cycle', 'city', 'city@authority.example', 'decisions-overdue', 'confirmation', 1726416000000, '{"count": "1", "dueOn": "2024-09-15", "units": "BJ-0002"}', '2026-11-28 12:10:20.294267+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/city/city-cycle/7/2', 'mail', '2024/city/city-cycle', 'city', 'city@authority.example', 'decisions-overdue', 'final-allocation', 1726416000000, '{"count": "1", "dueOn": "2024-09-15", "units": "BJ-0002"}', '2026-11-28 12:10:20.294273+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/38/1', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'ops@bj-0004.example', 'reminder', 'offset-application', 1728867600000, '{"name": "示例石化有限公司", "dueOn": "2024-10-15", "daysLeft": "1"}', '2026-11-28 12:10:21.041041+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/compliance-cycle/36/1', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'surrender', 1729040400000, '{"name": "示例热力有限公司", "dueOn": "2024-11-15", "daysLeft": "30"}', '2026-11-28 12:10:21.578394+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/monthly-evidence/18/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'monthly-evidence/2024-09', 1728954000000, '{"name": "示例热力有限公司", "dueOn": "2024-10-20", "daysLeft": "5"}', '2026-11-28 12:10:21.578439+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/monthly-evidence/18/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'monthly-evidence/2024-09', 1728954000000, '{"name": "示例数据中心有限公司", "dueOn": "2024-10-20", "daysLeft": "5"}', '2026-11-28 12:10:21.578445+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/monthly-evidence/25/1', 'mail', '2024/BJ-0004/monthly-evidence', 'BJ-0004', 'ops@bj-0004.example', 'reminder', 'monthly-evidence/2024-09', 1729299600000, '{"name": "示例石化有限公司", "dueOn": "2024-10-20", "daysLeft": "1"}', '2026-11-28 12:10:21.57845+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/40/1', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'ops@bj-0004.example', 'reminder', 'surrender', 1729040400000, '{"name": "示例石化有限公司", "dueOn": "2024-11-15", "daysLeft": "30"}', '2026-11-28 12:10:21.578457+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/monthly-evidence/19/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'monthly-evidence/2024-09', 1729299600000, '{"name": "示例热力有限公司", "dueOn": "2024-10-20", "daysLeft": "1"}', '2026-11-28 12:10:21.57846+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0006/general-report/11/1', 'mail', '2024/BJ-0006/general-report', 'BJ-0006', 'ops@bj-0006.example', 'returned', 'general-report', 1722909600000, '{"name": "示例医院", "dueOn": "2024-07-15", "findings": "缺少热力数据"}', NULL, 3, 'Error: Can''t send mail - all recipients were rejected: 550 no such mailbox', '2026-11-28 12:10:32.151823+00');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/compliance-cycle/21/1', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'ops@bj-0001.example', 'decision', NULL, 1725156000000, '{"name": "示例热力有限公司", "what": "配额调整"}', '2026-11-28 12:10:18.008959+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0005/general-report/7/1', 'mail', '2024/BJ-0005/general-report', 'BJ-0005', 'ops@bj-0005.example', 'decision', NULL, 1725328800000, '{"name": "示例学校", "what": "2024 年度履约周期结束", "basis": "报告已核"}', '2026-11-28 12:10:18.008963+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0006/general-report/15/1', 'mail', '2024/BJ-0006/general-report', 'BJ-0006', 'haidian@authority.example', 'reminder', 'general-check', 1725757200000, '{"name": "示例医院", "dueOn": "2024-09-11", "daysLeft": "3"}', '2026-11-28 12:10:18.643962+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0006/general-report/16/1', 'mail', '2024/BJ-0006/general-report', 'BJ-0006', 'haidian@authority.example', 'reminder', 'general-check', 1725930000000, '{"name": "示例医院", "dueOn": "2024-09-11", "daysLeft": "1"}', '2026-11-28 12:10:18.644012+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/compliance-cycle/23/1', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'ops@bj-0001.example', 'decision', NULL, 1725930000000, '{"name": "示例热力有限公司", "what": "碳排放量核定", "basis": "核查报告", "emissions": "98200", "obligation": "98200"}', '2026-11-28 12:10:18.644018+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/27/1', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'ops@bj-0004.example', 'decision', NULL, 1725930000000, '{"name": "示例石化有限公司", "what": "碳排放量核定", "basis": "核查报告", "emissions": "40000", "obligation": "40000"}', '2026-11-28 12:10:18.644027+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/2024-1/auction/3/1', 'mail', '2024/2024-1/auction', 'BJ-0001', 'ops@bj-0001.example', 'auction-receipt', NULL, 1726016400000, '{"at": "2024-09-11T09:00:00+08:00", "name": "示例热力有限公司", "auction": "2024-1", "commitment": "aeca10e83c333306beac43cf7cfe7a8ac3b1e1152c7e03712ef2b44aff7e74b3"}', '2026-11-28 12:10:19.171283+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/2024-1/auction/5/1', 'mail', '2024/2024-1/auction', 'BJ-0004', 'ops@bj-0004.example', 'auction-receipt', NULL, 1726020000000, '{"at": "2024-09-11T10:00:00+08:00", "name": "示例石化有限公司", "auction": "2024-1", "commitment": "51c267f3d5dc583546bb926790a85e48296b03d4433c3f8659e1c0456fc55e39"}', '2026-11-28 12:10:19.171333+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/2024-1/auction/7/1', 'mail', '2024/2024-1/auction', 'BJ-0002', 'ops@bj-0002.example', 'auction-receipt', NULL, 1726023600000, '{"at": "2024-09-11T11:00:00+08:00", "name": "示例数据中心有限公司", "auction": "2024-1", "commitment": "14532dc39155ae38d35de4c6bad401eadd9173125746e5b346f2c11f9694626b"}', '2026-11-28 12:10:19.171341+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/2024-1/auction/8/1', 'mail', '2024/2024-1/auction', 'BJ-0001', 'ops@bj-0001.example', 'auction-opening', NULL, 1726070400000, '{"name": "示例热力有限公司", "cover": "2200000.00", "until": "2024-09-12T17:00:00+08:00", "auction": "2024-1"}', '2026-11-28 12:10:19.171345+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/2024-1/auction/8/2', 'mail', '2024/2024-1/auction', 'BJ-0004', 'ops@bj-0004.example', 'auction-opening', NULL, 1726070400000, '{"name": "示例石化有限公司", "cover": "500000.00", "until": "2024-09-12T17:00:00+08:00", "auction": "2024-1"}', '2026-11-28 12:10:19.171349+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/2024-1/auction/8/3', 'mail', '2024/2024-1/auction', 'BJ-0002', 'ops@bj-0002.example', 'auction-opening', NULL, 1726070400000, '{"name": "示例数据中心有限公司", "cover": "500000.00", "until": "2024-09-12T17:00:00+08:00", "auction": "2024-1"}', '2026-11-28 12:10:19.171353+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0006/general-report/17/1', 'mail', '2024/BJ-0006/general-report', 'BJ-0006', 'haidian@authority.example', 'overdue', 'general-check', 1726070400000, '{"name": "示例医院", "dueOn": "2024-09-11", "daysLeft": "-1"}', '2026-11-28 12:10:19.171357+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0006/general-report/17/2', 'mail', '2024/BJ-0006/general-report', 'BJ-0006', 'city@authority.example', 'escalation', 'general-check', 1726070400000, '{"name": "示例医院", "dueOn": "2024-09-11", "daysLeft": "-1"}', '2026-11-28 12:10:19.171363+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/28/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'city@authority.example', 'reminder', 'confirmation', 1726102800000, '{"name": "示例数据中心有限公司", "dueOn": "2024-09-15", "daysLeft": "3"}', '2026-11-28 12:10:19.742752+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/28/2', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'city@authority.example', 'reminder', 'final-allocation', 1726102800000, '{"name": "示例数据中心有限公司", "dueOn": "2024-09-15", "daysLeft": "3"}', '2026-11-28 12:10:19.742761+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/compliance-cycle/25/1', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'city@authority.example', 'reminder', 'final-allocation', 1726102800000, '{"name": "示例热力有限公司", "dueOn": "2024-09-15", "daysLeft": "3"}', '2026-11-28 12:10:19.742765+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/2024-1/auction/16/1', 'mail', '2024/2024-1/auction', 'BJ-0001', 'ops@bj-0001.example', 'auction-result', NULL, 1726131600000, '{"got": "2000", "name": "示例热力有限公司", "sold": "2400", "drawn": "220000.00", "price": "110.00", "auction": "2024-1", "because": "", "bidders": "3", "offered": "100000", "winners": "2", "returned": "1980000.00", "forfeited": "0.00"}', '2026-11-28 12:10:19.742769+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/2024-1/auction/16/2', 'mail', '2024/2024-1/auction', 'BJ-0004', 'ops@bj-0004.example', 'auction-result', NULL, 1726131600000, '{"got": "400", "name": "示例石化有限公司", "sold": "2400", "drawn": "44000.00", "price": "110.00", "auction": "2024-1", "because": "", "bidders": "3", "offered": "100000", "winners": "2", "returned": "456000.00", "forfeited": "0.00"}', '2026-11-28 12:10:19.742774+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/2024-1/auction/16/3', 'mail', '2024/2024-1/auction', 'BJ-0002', 'ops@bj-0002.example', 'auction-result', NULL, 1726131600000, '{"got": "0", "name": "示例数据中心有限公司", "sold": "2400", "drawn": "0.00", "price": "110.00", "auction": "2024-1", "because": "逾期未开启 / not opened in time", "bidders": "3", "offered": "100000", "winners": "2", "returned": "0.00", "forfeited": "500000.00"}', '2026-11-28 12:10:19.742778+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/2024-1/auction/16/4', 'mail', '2024/2024-1/auction', '2024-1', 'city@authority.example', 'auction-result', NULL, 1726131600000, '{"sold": "2400", "price": "110.00", "auction": "2024-1", "bidders": "3", "offered": "100000", "winners": "2"}', '2026-11-28 12:10:19.742781+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/compliance-cycle/28/1', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'city@authority.example', 'reminder', 'final-allocation', 1726275600000, '{"name": "示例热力有限公司", "dueOn": "2024-09-15", "daysLeft": "1"}', '2026-11-28 12:10:19.742784+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/30/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'city@authority.example', 'reminder', 'confirmation', 1726275600000, '{"name": "示例数据中心有限公司", "dueOn": "2024-09-15", "daysLeft": "1"}', '2026-11-28 12:10:19.742787+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/30/2', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'city@authority.example', 'reminder', 'final-allocation', 1726275600000, '{"name": "示例数据中心有限公司", "dueOn": "2024-09-15", "daysLeft": "1"}', '2026-11-28 12:10:19.742791+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/compliance-cycle/29/1', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'ops@bj-0001.example', 'decision', NULL, 1726279200000, '{"name": "示例热力有限公司", "what": "配额核发", "basis": "核定意见", "quantity": "97000"}', '2026-11-28 12:10:19.742795+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/33/1', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'ops@bj-0004.example', 'decision', NULL, 1726279201000, '{"name": "示例石化有限公司", "what": "配额核发", "basis": "核定意见", "quantity": "35000"}', '2026-11-28 12:10:19.742799+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/monthly-evidence/21/1', 'mail', '2024/BJ-0004/monthly-evidence', 'BJ-0004', 'ops@bj-0004.example', 'reminder', 'monthly-evidence/2024-08', 1726362000000, '{"name": "示例石化有限公司", "dueOn": "2024-09-20", "daysLeft": "5"}', '2026-11-28 12:10:20.294282+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/32/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'city@authority.example', 'overdue', 'confirmation', 1726416000000, '{"name": "示例数据中心有限公司", "dueOn": "2024-09-15", "daysLeft": "-1"}', '2026-11-28 12:10:20.294352+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/32/2', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'city@authority.example', 'overdue', 'final-allocation', 1726416000000, '{"name": "示例数据中心有限公司", "dueOn": "2024-09-15", "daysLeft": "-1"}', '2026-11-28 12:10:20.294357+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('alarm/1', 'mail', NULL, 'city', 'city@authority.example', 'alarm', NULL, 1727744400000, '{"alarm": "1", "check": "offset-cap-exceeded", "found": "a trial of the alarm", "subject": "2024/BJ-0001/compliance-cycle"}', '2026-11-28 12:10:20.942129+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/monthly-evidence/17/2', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'chaoyang@authority.example', 'overdue', 'monthly-evidence/2024-08', 1726848000000, '{"name": "示例热力有限公司", "dueOn": "2024-09-20", "daysLeft": "-1"}', '2026-11-28 12:10:20.942088+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/monthly-evidence/23/1', 'mail', '2024/BJ-0004/monthly-evidence', 'BJ-0004', 'ops@bj-0004.example', 'overdue', 'monthly-evidence/2024-08', 1726848000000, '{"name": "示例石化有限公司", "dueOn": "2024-09-20", "daysLeft": "-1"}', '2026-11-28 12:10:20.942094+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/monthly-evidence/23/2', 'mail', '2024/BJ-0004/monthly-evidence', 'BJ-0004', 'haidian@authority.example', 'overdue', 'monthly-evidence/2024-08', 1726848000000, '{"name": "示例石化有限公司", "dueOn": "2024-09-20", "daysLeft": "-1"}', '2026-11-28 12:10:20.942102+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/compliance-cycle/33/1', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'offset-application', 1728349200000, '{"name": "示例热力有限公司", "dueOn": "2024-10-15", "daysLeft": "7"}', '2026-11-28 12:10:20.942136+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/37/1', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'ops@bj-0004.example', 'reminder', 'offset-application', 1728349200000, '{"name": "示例石化有限公司", "dueOn": "2024-10-15", "daysLeft": "7"}', '2026-11-28 12:10:20.94214+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/compliance-cycle/35/1', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'ops@bj-0001.example', 'decision', NULL, 1728871200000, '{"name": "示例热力有限公司", "what": "抵销申请"}', '2026-11-28 12:10:21.578534+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/monthly-evidence/24/1', 'mail', '2024/BJ-0004/monthly-evidence', 'BJ-0004', 'ops@bj-0004.example', 'reminder', 'monthly-evidence/2024-09', 1728954000000, '{"name": "示例石化有限公司", "dueOn": "2024-10-20", "daysLeft": "5"}', '2026-11-28 12:10:21.578539+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/monthly-evidence/20/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'overdue', 'monthly-evidence/2024-09', 1729440000000, '{"name": "示例数据中心有限公司", "dueOn": "2024-10-20", "daysLeft": "-1"}', '2026-11-28 12:10:22.101273+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/monthly-evidence/20/2', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'haidian@authority.example', 'overdue', 'monthly-evidence/2024-09', 1729440000000, '{"name": "示例数据中心有限公司", "dueOn": "2024-10-20", "daysLeft": "-1"}', '2026-11-28 12:10:22.10135+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/42/1', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'ops@bj-0004.example', 'decision', NULL, 1729821600000, '{"name": "示例石化有限公司", "what": "账户解冻", "basis": "解除协助"}', '2026-11-28 12:10:22.101357+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/35/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'decision', NULL, 1730772000000, '{"name": "示例数据中心有限公司", "what": "碳排放量核定", "basis": "核查报告", "emissions": "1200.25", "obligation": "1201"}', '2026-11-28 12:10:22.620314+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/40/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'decision', NULL, 1730858400000, '{"name": "示例数据中心有限公司", "what": "配额核发", "basis": "核定意见", "quantity": "1000"}', '2026-11-28 12:10:22.620389+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/compliance-cycle/37/1', 'mail', '2024/BJ-0001/compliance-cycle', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'surrender', 1731027600000, '{"name": "示例热力有限公司", "dueOn": "2024-11-15", "daysLeft": "7"}', '2026-11-28 12:10:22.620396+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/42/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'surrender', 1731373200000, '{"name": "示例数据中心有限公司", "dueOn": "2024-11-19", "daysLeft": "7"}', '2026-11-28 12:10:23.13762+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/45/1', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'ops@bj-0004.example', 'reminder', 'surrender', 1731546000000, '{"name": "示例石化有限公司", "dueOn": "2024-11-15", "daysLeft": "1"}', '2026-11-28 12:10:23.137628+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/monthly-evidence/28/1', 'mail', '2024/BJ-0004/monthly-evidence', 'BJ-0004', 'ops@bj-0004.example', 'reminder', 'monthly-evidence/2024-10', 1731978000000, '{"name": "示例石化有限公司", "dueOn": "2024-11-20", "daysLeft": "1"}', NULL, 0, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/monthly-evidence/19/1', 'mail', '2024/BJ-0002/monthly-evidence', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'monthly-evidence/2024-09', 1729299600000, '{"name": "示例数据中心有限公司", "dueOn": "2024-10-20", "daysLeft": "1"}', '2026-11-28 12:10:21.578465+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/41/1', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'ops@bj-0004.example', 'decision', NULL, 1729389600000, '{"name": "示例石化有限公司", "what": "账户冻结", "basis": "法院协助执行"}', '2026-11-28 12:10:22.101366+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/monthly-evidence/26/1', 'mail', '2024/BJ-0004/monthly-evidence', 'BJ-0004', 'ops@bj-0004.example', 'overdue', 'monthly-evidence/2024-09', 1729440000000, '{"name": "示例石化有限公司", "dueOn": "2024-10-20", "daysLeft": "-1"}', '2026-11-28 12:10:22.10137+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/monthly-evidence/26/2', 'mail', '2024/BJ-0004/monthly-evidence', 'BJ-0004', 'haidian@authority.example', 'overdue', 'monthly-evidence/2024-09', 1729440000000, '{"name": "示例石化有限公司", "dueOn": "2024-10-20", "daysLeft": "-1"}', '2026-11-28 12:10:22.101374+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/monthly-evidence/20/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'overdue', 'monthly-evidence/2024-09', 1729440000000, '{"name": "示例热力有限公司", "dueOn": "2024-10-20", "daysLeft": "-1"}', '2026-11-28 12:10:22.101377+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/monthly-evidence/20/2', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'chaoyang@authority.example', 'overdue', 'monthly-evidence/2024-09', 1729440000000, '{"name": "示例热力有限公司", "dueOn": "2024-10-20", "daysLeft": "-1"}', '2026-11-28 12:10:22.101381+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/monthly-evidence/27/1', 'mail', '2024/BJ-0004/monthly-evidence', 'BJ-0004', 'ops@bj-0004.example', 'reminder', 'monthly-evidence/2024-10', 1731632400000, '{"name": "示例石化有限公司", "dueOn": "2024-11-20", "daysLeft": "5"}', '2026-11-28 12:10:23.137635+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/43/1', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'ops@bj-0004.example', 'reminder', 'surrender', 1731027600000, '{"name": "示例石化有限公司", "dueOn": "2024-11-15", "daysLeft": "7"}', '2026-11-28 12:10:23.137644+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/monthly-evidence/21/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'monthly-evidence/2024-10', 1731632400000, '{"name": "示例热力有限公司", "dueOn": "2024-11-20", "daysLeft": "5"}', '2026-11-28 12:10:23.137647+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/46/1', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'ops@bj-0004.example', 'overdue', 'surrender', 1731686400000, '{"name": "示例石化有限公司", "dueOn": "2024-11-15", "daysLeft": "-1"}', '2026-11-28 12:10:23.137665+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/46/2', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'haidian@authority.example', 'overdue', 'surrender', 1731686400000, '{"name": "示例石化有限公司", "dueOn": "2024-11-15", "daysLeft": "-1"}', '2026-11-28 12:10:23.137669+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/46/3', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'ops@bj-0004.example', 'collection', NULL, 1731686400000, '{"name": "示例石化有限公司", "offsets": "0", "collected": "15700", "shortfall": "4300"}', '2026-11-28 12:10:23.137672+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/46/4', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'ops@bj-0004.example', 'rectification', NULL, 1731686400000, '{"name": "示例石化有限公司", "dueOn": "2024-11-29", "shortfall": "4300"}', '2026-11-28 12:10:23.137676+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/46/5', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'city@authority.example', 'rectification', NULL, 1731686400000, '{"name": "示例石化有限公司", "dueOn": "2024-11-29", "shortfall": "4300"}', '2026-11-28 12:10:23.13768+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0002/compliance-cycle/43/1', 'mail', '2024/BJ-0002/compliance-cycle', 'BJ-0002', 'ops@bj-0002.example', 'reminder', 'surrender', 1731891600000, '{"name": "示例数据中心有限公司", "dueOn": "2024-11-19", "daysLeft": "1"}', '2026-11-28 12:10:26.686019+00', 1, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0001/monthly-evidence/22/1', 'mail', '2024/BJ-0001/monthly-evidence', 'BJ-0001', 'ops@bj-0001.example', 'reminder', 'monthly-evidence/2024-10', 1731978000000, '{"name": "示例热力有限公司", "dueOn": "2024-11-20", "daysLeft": "1"}', NULL, 0, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/51/1', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'ops@bj-0004.example', 'district-moved', NULL, 1731981600000, '{"to": "chaoyang", "from": "haidian", "name": "示例石化有限公司", "basis": "迁址"}', NULL, 0, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/51/2', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'haidian@authority.example', 'district-moved', NULL, 1731981600000, '{"to": "chaoyang", "from": "haidian", "name": "示例石化有限公司", "basis": "迁址"}', NULL, 0, NULL, '-infinity');
INSERT INTO public.outbox VALUES ('2024/BJ-0004/compliance-cycle/51/3', 'mail', '2024/BJ-0004/compliance-cycle', 'BJ-0004', 'chaoyang@authority.example', 'district-moved', NULL, 1731981600000, '{"to": "chaoyang", "from": "haidian", "name": "示例石化有限公司", "basis": "迁址"}', NULL, 0, NULL, '-infinity');


--
-- Data for Name: postings; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.postings VALUES ('2024/BJ-0001/compliance-cycle:open', 1, 'issuance', 'BJ-0001/L1', 'allowance', -5000);
INSERT INTO public.postings VALUES ('2024/BJ-0001/compliance-cycle:open', 2, 'unit/BJ-0001', 'BJ-0001/L1', 'allowance', 5000);
INSERT INTO public.postings VALUES ('2024/BJ-0001/compliance-cycle:open', 3, 'issuance', 'BJ-0001/L2', 'allowance', -300);
INSERT INTO public.postings VALUES ('2024/BJ-0001/compliance-cycle:open', 4, 'unit/BJ-0001', 'BJ-0001/L2', 'allowance', 300);
INSERT INTO public.postings VALUES ('2024/BJ-0001/compliance-cycle:open', 5, 'issuance', 'BJ-0001/L3', 'ccer', -900);
INSERT INTO public.postings VALUES ('2024/BJ-0001/compliance-cycle:open', 6, 'unit/BJ-0001', 'BJ-0001/L3', 'ccer', 900);
INSERT INTO public.postings VALUES ('2024/BJ-0001/compliance-cycle:open', 7, 'issuance', 'BJ-0001/L4', 'carbon-inclusive', -40);
INSERT INTO public.postings VALUES ('2024/BJ-0001/compliance-cycle:open', 8, 'unit/BJ-0001', 'BJ-0001/L4', 'carbon-inclusive', 40);
INSERT INTO public.postings VALUES ('2024/BJ-0002/compliance-cycle:open', 1, 'issuance', 'BJ-0002/L1', 'allowance', -150);
INSERT INTO public.postings VALUES ('2024/BJ-0002/compliance-cycle:open', 2, 'unit/BJ-0002', 'BJ-0002/L1', 'allowance', 150);
INSERT INTO public.postings VALUES ('2024/BJ-0003/compliance-cycle:open', 1, 'issuance', 'BJ-0003/L1', 'allowance', -700);
INSERT INTO public.postings VALUES ('2024/BJ-0003/compliance-cycle:open', 2, 'unit/BJ-0003', 'BJ-0003/L1', 'allowance', 700);
INSERT INTO public.postings VALUES ('2024/BJ-0004/compliance-cycle:open', 1, 'issuance', 'BJ-0004/L1', 'allowance', -800);
INSERT INTO public.postings VALUES ('2024/BJ-0004/compliance-cycle:open', 2, 'unit/BJ-0004', 'BJ-0004/L1', 'allowance', 800);
INSERT INTO public.postings VALUES ('2024/BJ-0003/compliance-cycle:act:pre-0003', 1, 'issuance', 'BJ-0003/L2', 'allowance', -14000);
INSERT INTO public.postings VALUES ('2024/BJ-0003/compliance-cycle:act:pre-0003', 2, 'unit/BJ-0003', 'BJ-0003/L2', 'allowance', 14000);
INSERT INTO public.postings VALUES ('2024/BJ-0003/compliance-cycle:act:leave-0003', 1, 'unit/BJ-0003', 'BJ-0003/L2', 'allowance', -14000);
INSERT INTO public.postings VALUES ('2024/BJ-0003/compliance-cycle:act:leave-0003', 2, 'taken-back', 'BJ-0003/L2', 'allowance', 14000);
INSERT INTO public.postings VALUES ('2024/BJ-0001/compliance-cycle:act:pre-0001', 1, 'issuance', 'BJ-0001/L5', 'allowance', -70000);
INSERT INTO public.postings VALUES ('2024/BJ-0001/compliance-cycle:act:pre-0001', 2, 'unit/BJ-0001', 'BJ-0001/L5', 'allowance', 70000);
INSERT INTO public.postings VALUES ('2024/BJ-0004/compliance-cycle:act:pre-0004', 1, 'issuance', 'BJ-0004/L2', 'allowance', -28700);
INSERT INTO public.postings VALUES ('2024/BJ-0004/compliance-cycle:act:pre-0004', 2, 'unit/BJ-0004', 'BJ-0004/L2', 'allowance', 28700);
INSERT INTO public.postings VALUES ('2024/BJ-0004/compliance-cycle:act:2024/2024-1/auction/credit/BJ-0004', 1, 'issuance', 'BJ-0004/L3', 'allowance', -400);
INSERT INTO public.postings VALUES ('2024/BJ-0004/compliance-cycle:act:2024/2024-1/auction/credit/BJ-0004', 2, 'unit/BJ-0004', 'BJ-0004/L3', 'allowance', 400);
INSERT INTO public.postings VALUES ('2024/BJ-0001/compliance-cycle:act:2024/2024-1/auction/credit/BJ-0001', 1, 'issuance', 'BJ-0001/L6', 'allowance', -2000);
INSERT INTO public.postings VALUES ('2024/BJ-0001/compliance-cycle:act:2024/2024-1/auction/credit/BJ-0001', 2, 'unit/BJ-0001', 'BJ-0001/L6', 'allowance', 2000);
INSERT INTO public.postings VALUES ('2024/BJ-0001/compliance-cycle:act:allocate-0001', 1, 'issuance', 'BJ-0001/L7', 'allowance', -27000);
INSERT INTO public.postings VALUES ('2024/BJ-0001/compliance-cycle:act:allocate-0001', 2, 'unit/BJ-0001', 'BJ-0001/L7', 'allowance', 27000);
INSERT INTO public.postings VALUES ('2024/BJ-0004/compliance-cycle:act:allocate-0004', 1, 'issuance', 'BJ-0004/L4', 'allowance', -6300);
INSERT INTO public.postings VALUES ('2024/BJ-0004/compliance-cycle:act:allocate-0004', 2, 'unit/BJ-0004', 'BJ-0004/L4', 'allowance', 6300);
INSERT INTO public.postings VALUES ('2024/BJ-0004/compliance-cycle:act:trade-1', 1, 'unit/BJ-0004', 'BJ-0004/L2', 'allowance', -500);
INSERT INTO public.postings VALUES ('2024/BJ-0004/compliance-cycle:act:trade-1', 2, 'unit/BJ-0001', 'BJ-0001/L8', 'allowance', 500);
INSERT INTO public.postings VALUES ('2024/BJ-0002/compliance-cycle:act:allocate-0002', 1, 'issuance', 'BJ-0002/L2', 'allowance', -1000);
INSERT INTO public.postings VALUES ('2024/BJ-0002/compliance-cycle:act:allocate-0002', 2, 'unit/BJ-0002', 'BJ-0002/L2', 'allowance', 1000);
INSERT INTO public.postings VALUES ('2024/BJ-0001/compliance-cycle:act:surrender-0001', 1, 'unit/BJ-0001', 'BJ-0001/L6', 'allowance', -2000);
INSERT INTO public.postings VALUES ('2024/BJ-0001/compliance-cycle:act:surrender-0001', 2, 'surrendered/2024', 'BJ-0001/L6', 'allowance', 2000);
INSERT INTO public.postings VALUES ('2024/BJ-0001/compliance-cycle:act:surrender-0001', 3, 'unit/BJ-0001', 'BJ-0001/L2', 'allowance', -300);
INSERT INTO public.postings VALUES ('2024/BJ-0001/compliance-cycle:act:surrender-0001', 4, 'surrendered/2024', 'BJ-0001/L2', 'allowance', 300);
INSERT INTO public.postings VALUES ('2024/BJ-0001/compliance-cycle:act:surrender-0001', 5, 'unit/BJ-0001', 'BJ-0001/L1', 'allowance', -5000);
INSERT INTO public.postings VALUES ('2024/BJ-0001/compliance-cycle:act:surrender-0001', 6, 'surrendered/2024', 'BJ-0001/L1', 'allowance', 5000);
INSERT INTO public.postings VALUES ('2024/BJ-0001/compliance-cycle:act:surrender-0001', 7, 'unit/BJ-0001', 'BJ-0001/L5', 'allowance', -70000);
INSERT INTO public.postings VALUES ('2024/BJ-0001/compliance-cycle:act:surrender-0001', 8, 'surrendered/2024', 'BJ-0001/L5', 'allowance', 70000);
INSERT INTO public.postings VALUES ('2024/BJ-0001/compliance-cycle:act:surrender-0001', 9, 'unit/BJ-0001', 'BJ-0001/L7', 'allowance', -20900);
INSERT INTO public.postings VALUES ('2024/BJ-0001/compliance-cycle:act:surrender-0001', 10, 'surrendered/2024', 'BJ-0001/L7', 'allowance', 20900);
INSERT INTO public.postings VALUES ('2024/BJ-0004/compliance-cycle:act:surrender-0004', 1, 'unit/BJ-0004', 'BJ-0004/L3', 'allowance', -400);
INSERT INTO public.postings VALUES ('2024/BJ-0004/compliance-cycle:act:surrender-0004', 2, 'surrendered/2024', 'BJ-0004/L3', 'allowance', 400);
INSERT INTO public.postings VALUES ('2024/BJ-0004/compliance-cycle:act:surrender-0004', 3, 'unit/BJ-0004', 'BJ-0004/L1', 'allowance', -800);
INSERT INTO public.postings VALUES ('2024/BJ-0004/compliance-cycle:act:surrender-0004', 4, 'surrendered/2024', 'BJ-0004/L1', 'allowance', 800);
INSERT INTO public.postings VALUES ('2024/BJ-0004/compliance-cycle:act:surrender-0004', 5, 'unit/BJ-0004', 'BJ-0004/L2', 'allowance', -18800);
INSERT INTO public.postings VALUES ('2024/BJ-0004/compliance-cycle:act:surrender-0004', 6, 'surrendered/2024', 'BJ-0004/L2', 'allowance', 18800);
INSERT INTO public.postings VALUES ('2024/BJ-0001/compliance-cycle:act:cancel-0001', 1, 'unit/BJ-0001', 'BJ-0001/L7', 'allowance', -5);
INSERT INTO public.postings VALUES ('2024/BJ-0001/compliance-cycle:act:cancel-0001', 2, 'cancelled', 'BJ-0001/L7', 'allowance', 5);
INSERT INTO public.postings VALUES ('2024/BJ-0004/compliance-cycle:at:1731686400000', 1, 'unit/BJ-0004', 'BJ-0004/L2', 'allowance', -9400);
INSERT INTO public.postings VALUES ('2024/BJ-0004/compliance-cycle:at:1731686400000', 2, 'surrendered/2024', 'BJ-0004/L2', 'allowance', 9400);
INSERT INTO public.postings VALUES ('2024/BJ-0004/compliance-cycle:at:1731686400000', 3, 'unit/BJ-0004', 'BJ-0004/L4', 'allowance', -6300);
INSERT INTO public.postings VALUES ('2024/BJ-0004/compliance-cycle:at:1731686400000', 4, 'surrendered/2024', 'BJ-0004/L4', 'allowance', 6300);


--
-- Data for Name: schema_changes; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.schema_changes VALUES (1, '0001_cases', '2026-11-28 12:10:05.74708');
INSERT INTO public.schema_changes VALUES (2, '0002_door', '2026-11-28 12:10:05.771671');
INSERT INTO public.schema_changes VALUES (3, '0003_outbox', '2026-11-28 12:10:05.782464');
INSERT INTO public.schema_changes VALUES (4, '0004_ledger', '2026-11-28 12:10:05.801081');
INSERT INTO public.schema_changes VALUES (5, '0005_steps', '2026-11-28 12:10:05.830314');
INSERT INTO public.schema_changes VALUES (6, '0006_carrying', '2026-11-28 12:10:05.833384');
INSERT INTO public.schema_changes VALUES (7, '0007_accounts', '2026-11-28 12:10:05.835781');
INSERT INTO public.schema_changes VALUES (8, '0008_claims', '2026-11-28 12:10:05.838937');
INSERT INTO public.schema_changes VALUES (9, '0009_alarms', '2026-11-28 12:10:05.84047');
INSERT INTO public.schema_changes VALUES (10, '0010_writing', '2026-11-28 12:10:05.89946');
INSERT INTO public.schema_changes VALUES (11, '0011_chains', '2026-11-28 12:10:05.904933');
INSERT INTO public.schema_changes VALUES (12, '0020_auctions', '2026-11-28 12:10:05.911002');
INSERT INTO public.schema_changes VALUES (13, '0021_one_round_trip', '2026-11-28 12:10:05.912372');
INSERT INTO public.schema_changes VALUES (14, '0022_short_way', '2026-11-28 12:10:05.956815');
INSERT INTO public.schema_changes VALUES (15, '0023_anchors', '2026-11-28 12:10:05.983889');
INSERT INTO public.schema_changes VALUES (16, '0024_one_statement', '2026-11-28 12:10:06.001911');
INSERT INTO public.schema_changes VALUES (17, '0031_later_stamps', '2026-11-28 12:10:06.010723');
INSERT INTO public.schema_changes VALUES (18, '0041_auction_payment', '2026-11-28 12:10:06.011317');


--
-- Data for Name: transactions; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.transactions VALUES ('2024/BJ-0001/compliance-cycle:open', '2024/BJ-0001/compliance-cycle', 1, 1715270400000, 'platform', '7941262c3abc0c7ff038ddfddceddc74819a3e681c670a6188d11715053bc8aa', '2026-11-28 12:10:10.744335+00');
INSERT INTO public.transactions VALUES ('2024/BJ-0002/compliance-cycle:open', '2024/BJ-0002/compliance-cycle', 1, 1715270400000, 'platform', '571a46d253c0242c5d71f44eafa0b71272144b15d993356343e19ec9cb26a7c8', '2026-11-28 12:10:10.890919+00');
INSERT INTO public.transactions VALUES ('2024/BJ-0003/compliance-cycle:open', '2024/BJ-0003/compliance-cycle', 1, 1715270400000, 'platform', 'e631f389c9b3eef6be204d08b8ea10ebc758ab5381de8a575a8c3d5048409b3a', '2026-11-28 12:10:10.987478+00');
INSERT INTO public.transactions VALUES ('2024/BJ-0004/compliance-cycle:open', '2024/BJ-0004/compliance-cycle', 1, 1715270400000, 'platform', '4c4ec1d9bded1e22dbaf792cb25766ea5f426cdc360d1566b50d6197af51780b', '2026-11-28 12:10:11.10354+00');
INSERT INTO public.transactions VALUES ('2024/BJ-0003/compliance-cycle:act:pre-0003', '2024/BJ-0003/compliance-cycle', 12, 1720490400000, 'city/a', 'c3b6e02fa1d5a58b35add5355df84e366415982ce6262a18d9199d316d0b1978', '2026-11-28 12:10:14.918549+00');
INSERT INTO public.transactions VALUES ('2024/BJ-0003/compliance-cycle:act:leave-0003', '2024/BJ-0003/compliance-cycle', 14, 1720576800000, 'city/a', '82b10c9a5680c65aaa9cbaa0628be4d45d4f7870dbb5d775396192c6ad4c2686', '2026-11-28 12:10:15.023113+00');
INSERT INTO public.transactions VALUES ('2024/BJ-0001/compliance-cycle:act:pre-0001', '2024/BJ-0001/compliance-cycle', 17, 1720926000000, 'city/a', '9c9cacd975f104ead644bbd2247b0b89e70f125d22bb9ecbe13696fc3f5ce240', '2026-11-28 12:10:15.62557+00');
INSERT INTO public.transactions VALUES ('2024/BJ-0004/compliance-cycle:act:pre-0004', '2024/BJ-0004/compliance-cycle', 18, 1720926001000, 'city/a', '8ca0edc0cdfd6fce830435cf227d400c1fd7e9759f4048a458d26c595a26d4d0', '2026-11-28 12:10:15.677579+00');
INSERT INTO public.transactions VALUES ('2024/BJ-0004/compliance-cycle:act:2024/2024-1/auction/credit/BJ-0004', '2024/BJ-0004/compliance-cycle', 30, 1726131600000, 'exchange', '899d74cb987adc1c8b932e4aea7e02de1c8bd29dede842f304d96eecccf06fe0', '2026-11-28 12:10:19.343101+00');
INSERT INTO public.transactions VALUES ('2024/BJ-0001/compliance-cycle:act:2024/2024-1/auction/credit/BJ-0001', '2024/BJ-0001/compliance-cycle', 26, 1726131600000, 'exchange', '6eae0f92c82b3436810979893b0b6b27e540c41dd06553989634eb6e3cecdee8', '2026-11-28 12:10:19.351383+00');
INSERT INTO public.transactions VALUES ('2024/BJ-0001/compliance-cycle:act:allocate-0001', '2024/BJ-0001/compliance-cycle', 29, 1726279200000, 'city/a', 'c8cc83fc94d6e11f3a063e374b3570d5aca4f421fb7a1a60d1b1d753a8b62f2c', '2026-11-28 12:10:19.555021+00');
INSERT INTO public.transactions VALUES ('2024/BJ-0004/compliance-cycle:act:allocate-0004', '2024/BJ-0004/compliance-cycle', 33, 1726279201000, 'city/a', '3364011b9078c67e020f0d8522a586eb08db65afc6eaa9c79fb43c5d0d0dc40b', '2026-11-28 12:10:19.6669+00');
INSERT INTO public.transactions VALUES ('2024/BJ-0004/compliance-cycle:act:trade-1', '2024/BJ-0004/compliance-cycle', 36, 1726797600000, 'exchange', '255601637467c8b5b783e3077ab0bfe150ef5886837441704c5e3f44e6b8d9ac', '2026-11-28 12:10:20.434882+00');
INSERT INTO public.transactions VALUES ('2024/BJ-0002/compliance-cycle:act:allocate-0002', '2024/BJ-0002/compliance-cycle', 40, 1730858400000, 'city/a', '4d31c2a6a45d90474a2434a2d899179ccf01ce71627e5285b7fbdd7d2a32a6d7', '2026-11-28 12:10:22.436773+00');
INSERT INTO public.transactions VALUES ('2024/BJ-0001/compliance-cycle:act:surrender-0001', '2024/BJ-0001/compliance-cycle', 38, 1731204000000, 'BJ-0001', '75746e90451f74aaa6db762f2d923cf2de0dba69695902fe2017072c3db738e7', '2026-11-28 12:10:22.681272+00');
INSERT INTO public.transactions VALUES ('2024/BJ-0004/compliance-cycle:act:surrender-0004', '2024/BJ-0004/compliance-cycle', 44, 1731290400000, 'BJ-0004', '0116fac2fb0e55e9d41b4c17da3110d0349008ec8fea3f0b4a717109df72b65a', '2026-11-28 12:10:22.844641+00');
INSERT INTO public.transactions VALUES ('2024/BJ-0001/compliance-cycle:act:cancel-0001', '2024/BJ-0001/compliance-cycle', 39, 1731376800000, 'BJ-0001', 'baf328178172af5d9bb91640c0bdde38b3d926e135d3c731ffb60675e84c271a', '2026-11-28 12:10:22.97988+00');
INSERT INTO public.transactions VALUES ('2024/BJ-0004/compliance-cycle:at:1731686400000', '2024/BJ-0004/compliance-cycle', 46, 1731686400000, 'platform', 'c2bbfaa6dbec7c573547d1367237fc3756a34d302d9846fe49b9aadb2c8ba851', '2026-11-28 12:10:23.081172+00');


--
-- Name: alarms_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.alarms_id_seq', 1, true);


--
-- Name: schema_changes_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.schema_changes_id_seq', 18, true);


--
-- Name: accounts accounts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_pkey PRIMARY KEY (unit);


--
-- Name: acts acts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.acts
    ADD CONSTRAINT acts_pkey PRIMARY KEY (act_id, case_id);


--
-- Name: alarms alarms_check_name_subject_found_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alarms
    ADD CONSTRAINT alarms_check_name_subject_found_key UNIQUE (check_name, subject, found);


--
-- Name: alarms alarms_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alarms
    ADD CONSTRAINT alarms_pkey PRIMARY KEY (id);


--
-- Name: anchored_heads anchored_heads_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.anchored_heads
    ADD CONSTRAINT anchored_heads_pkey PRIMARY KEY (case_id, day);


--
-- Name: anchors anchors_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.anchors
    ADD CONSTRAINT anchors_pkey PRIMARY KEY (day);


--
-- Name: cases cases_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases
    ADD CONSTRAINT cases_pkey PRIMARY KEY (case_id);


--
-- Name: events events_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_once UNIQUE (step_key, case_id, k);


--
-- Name: events events_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (case_id, seq);


--
-- Name: lots lots_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lots
    ADD CONSTRAINT lots_pkey PRIMARY KEY (lot);


--
-- Name: lots lots_unit_n_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lots
    ADD CONSTRAINT lots_unit_n_key UNIQUE (unit, n);


--
-- Name: outbox outbox_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);


--
-- Name: postings postings_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.postings
    ADD CONSTRAINT postings_pkey PRIMARY KEY (tx, n);


--
-- Name: schema_changes schema_changes_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schema_changes
    ADD CONSTRAINT schema_changes_pkey PRIMARY KEY (id);


--
-- Name: transactions transactions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.transactions
    ADD CONSTRAINT transactions_pkey PRIMARY KEY (id);


--
-- Name: acts_refused; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX acts_refused ON public.acts USING btree (stamp, act_id) WHERE (state = 'refused'::text);


--
-- Name: acts_stored; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX acts_stored ON public.acts USING btree (case_id, stamp) WHERE (state = 'stored'::text);


--
-- Name: alarms_open; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX alarms_open ON public.alarms USING btree (id) WHERE (released_at IS NULL);


--
-- Name: anchored_heads_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX anchored_heads_day ON public.anchored_heads USING btree (day, case_id);


--
-- Name: cases_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cases_unit ON public.cases USING btree (unit);


--
-- Name: outbox_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX outbox_unit ON public.outbox USING btree (unit);


--
-- Name: outbox_waiting; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX outbox_waiting ON public.outbox USING btree (retry_at, at, id) WHERE (sent_at IS NULL);


--
-- Name: postings_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX postings_account ON public.postings USING btree (account);


--
-- Name: accounts accounts_keep; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER accounts_keep BEFORE UPDATE OF unit ON public.accounts FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();


--
-- Name: accounts accounts_stay; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER accounts_stay BEFORE DELETE OR TRUNCATE ON public.accounts FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();


--
-- Name: accounts accounts_with_claims; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER accounts_with_claims AFTER INSERT OR UPDATE OF debt, shortfall, claims ON public.accounts FOR EACH ROW WHEN (((new.claims = '[]'::jsonb) <> (((new.debt)::bigint = 0) AND ((new.shortfall)::bigint = 0)))) EXECUTE FUNCTION public.accounts_with_claims();


--
-- Name: acts acts_keep; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER acts_keep BEFORE UPDATE OF act_id, case_id, stamp, do_what, by, approved_by, body, recorded_at ON public.acts FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();


--
-- Name: acts acts_stay; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER acts_stay BEFORE DELETE OR TRUNCATE ON public.acts FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();


--
-- Name: alarms alarms_keep; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER alarms_keep BEFORE UPDATE OF id, check_name, subject, found, raised_at, recorded_at ON public.alarms FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();


--
-- Name: alarms alarms_released_once; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER alarms_released_once BEFORE UPDATE ON public.alarms FOR EACH ROW WHEN ((old.released_at IS NOT NULL)) EXECUTE FUNCTION public.refuse_change();


--
-- Name: alarms alarms_stay; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER alarms_stay BEFORE DELETE OR TRUNCATE ON public.alarms FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();


--
-- Name: anchors anchor_follows; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER anchor_follows AFTER INSERT ON public.anchors FOR EACH ROW EXECUTE FUNCTION public.anchor_follows();


--
-- Name: anchored_heads anchored_heads_stay; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER anchored_heads_stay BEFORE DELETE OR UPDATE OR TRUNCATE ON public.anchored_heads FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();


--
-- Name: anchors anchors_stay; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER anchors_stay BEFORE DELETE OR UPDATE OR TRUNCATE ON public.anchors FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();


--
-- Name: events auction_adds_up; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER auction_adds_up AFTER INSERT ON public.events FOR EACH ROW WHEN (((new.body ->> 'type'::text) = ANY (ARRAY['auction-cleared'::text, 'auction-settled'::text, 'award-delivered'::text, 'award-refused'::text, 'result-published'::text]))) EXECUTE FUNCTION public.auction_adds_up();


--
-- Name: cases case_stands; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER case_stands AFTER UPDATE OF seq, head ON public.cases DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.case_stands();


--
-- Name: cases cases_keep; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER cases_keep BEFORE UPDATE OF case_id, kind, unit, cycle, opening, opened_at, recorded_at ON public.cases FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();


--
-- Name: cases cases_stay; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER cases_stay BEFORE DELETE OR TRUNCATE ON public.cases FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();


--
-- Name: events event_follows; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER event_follows AFTER INSERT ON public.events FOR EACH ROW EXECUTE FUNCTION public.event_follows();


--
-- Name: events events_stay; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER events_stay BEFORE DELETE OR UPDATE OR TRUNCATE ON public.events FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();


--
-- Name: acts keep_bids_sealed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_bids_sealed AFTER INSERT ON public.acts FOR EACH ROW WHEN ((new.do_what = ANY (ARRAY['file-bid'::text, 'open-bid'::text, 'withdraw-bid'::text]))) EXECUTE FUNCTION public.keep_bids_sealed();


--
-- Name: lots lots_begin_empty; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER lots_begin_empty BEFORE INSERT ON public.lots FOR EACH ROW WHEN ((new.quantity <> 0)) EXECUTE FUNCTION public.refuse_quantity();


--
-- Name: lots lots_by_postings; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER lots_by_postings BEFORE UPDATE OF quantity ON public.lots FOR EACH ROW WHEN (((old.quantity IS DISTINCT FROM new.quantity) AND (pg_trigger_depth() = 0))) EXECUTE FUNCTION public.refuse_quantity();


--
-- Name: lots lots_keep; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER lots_keep BEFORE UPDATE OF lot, unit, n, product, vintage, origin, recorded_on ON public.lots FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();


--
-- Name: lots lots_stay; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER lots_stay BEFORE DELETE OR TRUNCATE ON public.lots FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();


--
-- Name: outbox outbox_keeps; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER outbox_keeps BEFORE UPDATE OF id, kind, case_id, unit, recipient, template, duty, at, say ON public.outbox FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();


--
-- Name: outbox outbox_stays; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER outbox_stays BEFORE DELETE OR TRUNCATE ON public.outbox FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();


--
-- Name: postings postings_move; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER postings_move AFTER INSERT ON public.postings REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION public.postings_move();


--
-- Name: postings postings_stay; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER postings_stay BEFORE DELETE OR UPDATE OR TRUNCATE ON public.postings FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();


--
-- Name: transactions transactions_stay; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER transactions_stay BEFORE DELETE OR UPDATE OR TRUNCATE ON public.transactions FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();


--
-- Name: accounts accounts_case_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(case_id);


--
-- Name: anchored_heads anchored_heads_day_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.anchored_heads
    ADD CONSTRAINT anchored_heads_day_fkey FOREIGN KEY (day) REFERENCES public.anchors(day);


--
-- Name: lots lots_unit_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lots
    ADD CONSTRAINT lots_unit_fkey FOREIGN KEY (unit) REFERENCES public.accounts(unit);


--
-- Name: outbox outbox_case_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(case_id);


--
-- Name: transactions transactions_case_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.transactions
    ADD CONSTRAINT transactions_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(case_id);


--
-- PostgreSQL database dump complete
--


