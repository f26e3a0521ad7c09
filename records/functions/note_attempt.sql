-- Notes a message that named no stored request of its content: each kind once for a case and a key, and so many in all. What the night has found
-- of a step is none of these: whoever has sent a case many messages must not hide it.
create or replace function note_attempt(p_case text, p_key text, p_why text, p_message jsonb) returns void language plpgsql as $$
begin
  insert into attempts (case_id, step_key, why, message)
    select p_case, left(p_key, 200), left(p_why, 200),
      case when length(p_message::text) > 4000 then jsonb_build_object('beginning', left(p_message::text, 4000)) else p_message end
    where p_key like 'step-differs %' or (select count(*) from attempts where case_id = p_case) < 1000
    on conflict do nothing;
end $$;
