-- How a step is written. Each statement of these functions sees what was committed before it began: a lock taken by one
-- statement is followed by a look with the next, in one round trip.

-- An instant has come when the database's clock says so, since that clock stamps the acts: where another clock called a
-- moment early, this waits, before anything is held. Further ahead than that is a rehearsal, which has a clock of its own.
create function let_come(p_key text, p_at bigint) returns void language plpgsql as $$
declare
  early double precision := p_at / 1000.0 - extract(epoch from clock_timestamp());
begin
  if p_key like 'at:%' and early > 0 and early < 2 then
    perform pg_sleep(early);
  end if;
end $$;

-- Whether a step may be written, with its case held. Verdicts: `free`; `behind` (the book is elsewhere); `waits` (an instant,
-- and acts stamped earlier are not decided; detail: their ids in order of stamp); `refused` (the act was refused before; detail: the refusal).
create function hold_case(p_case text, p_seq int, p_head text, p_key text, p_at bigint, out verdict text, out detail jsonb) language plpgsql as $$
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

-- Adds a step's events and mails to a case; compare and set: false, and nothing written, where the case stands elsewhere.
-- An act that stands among the case's filings is applied with it.
create function add_step(p_case text, p_seq int, p_head text, p_key text, p_at bigint, p_last int, p_new_head text, p_events jsonb, p_mails jsonb)
    returns boolean language plpgsql as $$
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

-- A step that touches no account, whole.
create function take_step(p_case text, p_seq int, p_head text, p_key text, p_at bigint, p_last int, p_new_head text, p_events jsonb, p_mails jsonb,
    out verdict text, out detail jsonb) language plpgsql as $$
begin
  perform let_come(p_key, p_at);
  select h.verdict, h.detail into take_step.verdict, take_step.detail from hold_case(p_case, p_seq, p_head, p_key, p_at) h;
  if verdict = 'free' then
    perform add_step(p_case, p_seq, p_head, p_key, p_at, p_last, p_new_head, p_events, p_mails);
    verdict := 'written';
  end if;
end $$;

-- Enters a case, and its unit's account where p_mail is given. False where the case is there already.
create function open_case(p_case text, p_kind text, p_unit text, p_cycle int, p_opening jsonb, p_at bigint, p_mail text)
    returns boolean language plpgsql as $$
begin
  insert into cases (case_id, kind, unit, cycle, opening, played_to, opened_at)
    values (p_case, p_kind, p_unit, p_cycle, p_opening, p_at, p_at) on conflict do nothing;
  if not found then
    return false;
  end if;
  if p_mail is not null then
    insert into accounts (unit, mail, case_id) values (p_unit, p_mail, p_case)
      on conflict (unit) do update set mail = excluded.mail, case_id = excluded.case_id;
  end if;
  return true;
end $$;
