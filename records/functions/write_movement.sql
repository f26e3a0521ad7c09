-- A movement on one account that changes nothing else of it, of an act that nothing stands against: with the case held, the account as it
-- was met, the act as it is believed, its cause, its postings and the figures that are shown, where nothing else is, in one statement. False, and nothing written, where the case stands
-- elsewhere, the account is not as it was met, or the act is not free. What changes in this very moment undoes the step, which is tried again.
create or replace function write_movement(p_case text, p_seq int, p_head text, p_key text, p_at bigint, p_last int, p_new_head text, p_events jsonb,
    p_mails jsonb, p_ledger jsonb, p_account jsonb, p_act jsonb, p_views jsonb) returns boolean language plpgsql as $$
declare
  stood boolean;
  wrong text;
begin
  with moved as (
    update cases c set seq = p_last, head = p_new_head, played_to = greatest(c.played_to, p_at)
      where c.case_id = p_case and c.seq = p_seq and c.head = p_head and c.played_to <= p_at
        and exists (select from accounts a where a.unit = p_account ->> 'unit' and a.version = (p_account ->> 'version')::bigint)
        and exists (select from act_free(p_case, substr(p_key, 5), p_at, p_act))
      returning 1
  ), taken as (
    update acts set state = 'applied' from moved
      where act_id = substr(p_key, 5) and case_id = p_case and state not in ('applied', 'refused') returning 1 as one
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
  ), shown as (
    update case_views v set figures = nullif(p_views -> 'figures', 'null') from moved
      where p_views ? 'figures' and v.case_id = p_case and v.made = (p_views ->> 'made')::int
  )
  select s.one + t.one is not null into stood from moved left join same s on true left join taken t on true;
  if not found then
    return false;
  elsif not stood then
    raise exception 'case %: its account or its act changed while it was written', p_case using errcode = 'serialization_failure';
  end if;
  if p_mails <> '[]' then
    insert into outbox (id, case_id, unit, party_kind, party, role, except_person, template, duty, at, say)
      select p_case || '/' || (p_seq + 1) || '/' || m.k, p_case, m.unit, m.party ->> 'kind', m.party ->> 'id', m.party ->> 'role', m.party ->> 'except', m.template, m.duty, p_at, coalesce(m.say, '{}')
      from jsonb_to_recordset(p_mails) m (k int, unit text, party jsonb, template text, duty text, say jsonb);
  end if;
  select j.key into wrong from jsonb_each_text(p_ledger -> 'left') j
    where (select l.quantity from lots l where l.lot = j.key) is distinct from j.value::bigint limit 1;
  if found then
    raise exception 'transaction %: its postings leave in lot % another quantity than was decided', p_ledger ->> 'tx', wrong
      using errcode = 'integrity_constraint_violation';
  end if;
  if not p_views ? 'figures' or p_views - 'made' - 'figures' <> '{}' then
    perform write_views(p_case, p_views);
  end if;
  return true;
end $$;
