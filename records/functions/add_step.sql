-- Adds a step's events and mails to a case; compare and set: false, and nothing written, where the case stands elsewhere.
-- The act of the step is applied with it, and what is shown of the case is brought up to it.
create or replace function add_step(p_case text, p_seq int, p_head text, p_key text, p_at bigint, p_last int, p_new_head text, p_events jsonb, p_mails jsonb,
    p_views jsonb) returns boolean language plpgsql as $$
begin
  update cases set seq = p_last, head = p_new_head, played_to = greatest(played_to, p_at)
    where case_id = p_case and seq = p_seq and head = p_head and played_to <= p_at;
  if not found then
    if exists (select from cases where case_id = p_case and seq = p_seq and head = p_head) then
      raise exception 'case %: step % at % goes back in time', p_case, p_key, p_at using errcode = 'integrity_constraint_violation';
    end if;
    return false;
  end if;
  insert into events (case_id, seq, step_key, k, body, hash, seal)
    select p_case, p_seq + x.k, p_key, x.k, x.e -> 'body', x.e ->> 'hash', x.e ->> 'seal'
    from jsonb_array_elements(p_events) with ordinality x (e, k);
  if jsonb_array_length(p_mails) > 0 then
    insert into outbox (id, case_id, unit, party_kind, party, role, except_person, template, duty, at, say)
      select p_case || '/' || (p_seq + 1) || '/' || m.k, p_case, m.unit, m.party ->> 'kind', m.party ->> 'id', m.party ->> 'role', m.party ->> 'except', m.template, m.duty, p_at, coalesce(m.say, '{}')
      from jsonb_to_recordset(p_mails) m (k int, unit text, party jsonb, template text, duty text, say jsonb);
  end if;
  if p_key like 'act:%' then
    perform apply_act(substr(p_key, 5), p_case);
  end if;
  perform write_views(p_case, p_views);
  return true;
end $$;
