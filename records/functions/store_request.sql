-- Stores what was asked, for its cases, under one stamp. Looked up first: the same asker's same id is known, and stores nothing;
-- `same` says whether it is the same that was asked.
-- p: {asker, id, asked, do, by, approvedBy, for, cycle, with, stamp, atLeast, state, refusal, causedBy, office, cases: [{case, role}]}.
-- An office is looked up at the stamp (`let_act`), by the business clock: a rehearsal's stamps are of other years than its people.
-- Each case is held before the stamp is taken; a step holds its case before it looks: so none passes an act that was stamped before it. The
-- stamp is the business clock's, later than what the cases have played and than what waits for them; a rehearsal names its own.
create or replace function store_request(p jsonb, out act_id text, out stamp bigint, out known boolean, out same boolean) language plpgsql as $$
#variable_conflict use_column
declare
  concerned text[] := array(select c ->> 'case' from jsonb_array_elements(p -> 'cases') c);
  r record;
  played bigint;
  waiting bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended((p ->> 'asker') || E'\n' || (p ->> 'id'), 0));
  select q.act_id, q.stamp, q.asked, q.do_what, q.by as who, q.approved_by, q.body into r from requests q where asker = p ->> 'asker' and id = p ->> 'id';
  known := found;
  if known then
    act_id := r.act_id;
    stamp := r.stamp;
    same := r.asked = p ->> 'asked' or (r.asked = '' and r.do_what = p ->> 'do' and r.who = p ->> 'by'
      and r.approved_by is not distinct from p ->> 'approvedBy' and r.body = p -> 'with');
    return;
  end if;
  same := true;
  perform from cases where case_id = any (concerned) order by case_id for no key update;
  select max(c.played_to) into played from cases c where c.case_id = any (concerned) having count(*) = cardinality(concerned);
  if played is null and cardinality(concerned) > 0 then
    raise exception 'request % of %: not every case of % is in the book', p ->> 'id', p ->> 'asker', concerned using errcode = 'foreign_key_violation';
  end if;
  if p ? 'office' or 'people' = any (concerned) then
    perform hold_offices('people' = any (concerned));
  end if;
  if p ? 'stamp' then
    if exists (select from cases c where c.case_id = any (concerned) and c.clock ->> 'wall0' = c.clock ->> 'business0') then
      raise exception 'request % of %: only a rehearsal names its stamps', p ->> 'id', p ->> 'asker' using errcode = 'check_violation';
    end if;
    stamp := greatest((p ->> 'stamp')::bigint, played);
  else
    select max(a.stamp) + 1 into waiting from acts a where a.case_id = any (concerned) and a.state in ('stored', 'ready');
    stamp := greatest(coalesce((p ->> 'atLeast')::bigint, business_now()), played, waiting);
  end if;
  if p ? 'office' then
    perform let_act(p -> 'office', case when p ? 'stamp' then business_now() else stamp end);
  end if;
  act_id := nextval('request_numbers')::text;
  insert into requests (act_id, asker, id, asked, do_what, by, approved_by, for_unit, cycle, body, stamp, state, refusal, caused_by)
    values (act_id, p ->> 'asker', p ->> 'id', p ->> 'asked', p ->> 'do', p ->> 'by', p ->> 'approvedBy', p ->> 'for', (p ->> 'cycle')::int,
      p -> 'with', stamp, p ->> 'state', p -> 'refusal', p ->> 'causedBy');
  insert into acts (act_id, case_id, role, stamp)
    select store_request.act_id, c ->> 'case', c ->> 'role', store_request.stamp from jsonb_array_elements(p -> 'cases') c;
end $$;
