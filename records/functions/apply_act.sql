-- An act is taken by a case: where it decides, the cases told of it have nothing more to wait for.
-- (Not "in": the index of the open acts is by case, and would be read whole here.)
create or replace function apply_act(p_act text, p_case text) returns void language plpgsql as $$
begin
  update acts set state = 'applied' where act_id = p_act and state not in ('applied', 'refused') and (case_id = p_case
    or (role = 'told' and exists (select from acts d where d.act_id = p_act and d.case_id = p_case and d.role = 'decides')));
end $$;
