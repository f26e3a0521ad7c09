-- Writes a step with its accounts, whole, where everything is still as it was met. Verdicts: `written`; those of hold_case; or `moved`:
-- an account or a case told of it is not what the decision was made on, and nothing is written.
-- p_ledger: as for write_ledger; p_told, where other cases are told: [{caseId, key, at, seq, head, last, newHead, events, mails, views}];
-- the key is the step's own for the other side of a trade, `of:TRANSACTION` for a case whose claim was settled.
create or replace function carry_out(p_case text, p_seq int, p_head text, p_key text, p_at bigint, p_last int, p_new_head text, p_events jsonb, p_mails jsonb,
    p_ledger jsonb, p_told jsonb, p_act jsonb, p_views jsonb, out verdict text, out detail jsonb) language plpgsql as $$
declare
  x record;
  held record;
  done boolean;
begin
  if p_told is not null then
    perform from cases where case_id in (select p_case union all select t ->> 'caseId' from jsonb_array_elements(p_told) t)
      order by case_id for no key update;
  end if;
  held := hold_case(p_case, p_seq, p_head, p_key, p_at, p_act);
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
      done := add_step(x.t ->> 'caseId', (x.t ->> 'seq')::int, x.t ->> 'head', x.t ->> 'key', (x.t ->> 'at')::bigint, (x.t ->> 'last')::int,
        x.t ->> 'newHead', x.t -> 'events', x.t -> 'mails', nullif(x.t -> 'views', 'null'));
    end loop;
  end if;
  done := add_step(p_case, p_seq, p_head, p_key, p_at, p_last, p_new_head, p_events, p_mails, p_views);
  verdict := 'written';
end $$;
