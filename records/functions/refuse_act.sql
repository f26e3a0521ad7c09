-- Records that an act was refused: by the case that decides it, for all that hang on it; by another, for that one. The case is held, as a step
-- holds it: what is applied stays applied, and then this answers false.
create or replace function refuse_act(p_act text, p_case text, p_refusal jsonb) returns boolean language plpgsql as $$
begin
  perform from cases where case_id = p_case for no key update;
  update acts a set state = 'refused', refusal = p_refusal
    where a.act_id = p_act and a.state in ('stored', 'ready')
      and (a.case_id = p_case or (a.role in ('told', 'after') and exists (
        select from acts d where d.act_id = p_act and d.case_id = p_case and d.role = 'decides' and d.state in ('stored', 'refused'))));
  return found;
end $$;
