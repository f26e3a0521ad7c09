-- Writes what a step, or making them anew, changes of what is shown of a case. p_views: {made, whole?, view?, figures?, duties?, matters?, checks?}, each list
-- {put, drop}; a view without holds or figures leaves those as they are; figures alone are of a row that is else as it was. Null: nothing changes; without `made`: it could not be told, and nothing is
-- shown until it is made anew. A case of which nothing is shown yet, or by another version, is left to be made anew as a whole.
create or replace function write_views(p_case text, p_views jsonb) returns void language plpgsql as $$
#variable_conflict use_column
declare
  x jsonb;
begin
  if p_views is null then
    return;
  end if;
  if p_views ? 'whole' or not p_views ? 'made' then
    delete from case_views where case_id = p_case;
    delete from case_duties where case_id = p_case;
    delete from case_matters where case_id = p_case;
    delete from case_checks where case_id = p_case;
    if not p_views ? 'made' then
      return;
    end if;
    insert into case_views
      select p_case, c.kind, c.unit, c.cycle, c.opening -> 'rehearsal' is not distinct from 'true'::jsonb, c.opened_at, (p_views ->> 'made')::int, v.name, v.district,
        v."unitKind", v.phase, v.status, v.closed, v."nextAt", v."nextDuty", v."nextWhat", v."waitsFor", v."waitsOn", v."waitsUntil", v.holds, v.figures, v.verifier
      from cases c, jsonb_to_record(p_views -> 'view') v (name text, district text, "unitKind" text, phase text, status text, closed boolean,
        "nextAt" bigint, "nextDuty" text, "nextWhat" text, "waitsFor" text, "waitsOn" text, "waitsUntil" date, holds jsonb, figures jsonb, verifier text)
      where c.case_id = p_case;
  elsif p_views ? 'view' then
    update case_views c set name = v.name, district = v.district, unit_kind = v."unitKind", phase = v.phase, status = v.status, closed = v.closed,
        next_at = v."nextAt", next_duty = v."nextDuty", next_what = v."nextWhat", waits_for = v."waitsFor", waits_on = v."waitsOn",
        waits_until = v."waitsUntil", verifier = v.verifier,
        holds = case when p_views -> 'view' ? 'holds' then v.holds else c.holds end,
        figures = case when p_views -> 'view' ? 'figures' then v.figures else c.figures end
      from jsonb_to_record(p_views -> 'view') v (name text, district text, "unitKind" text, phase text, status text, closed boolean,
        "nextAt" bigint, "nextDuty" text, "nextWhat" text, "waitsFor" text, "waitsOn" text, "waitsUntil" date, holds jsonb, figures jsonb, verifier text)
      where c.case_id = p_case and c.made = (p_views ->> 'made')::int;
    if not found then
      return;
    end if;
  elsif p_views ? 'figures' then
    update case_views c set figures = nullif(p_views -> 'figures', 'null') where c.case_id = p_case and c.made = (p_views ->> 'made')::int;
    if not found then
      return;
    end if;
  elsif not exists (select from case_views where case_id = p_case and made = (p_views ->> 'made')::int) then
    return;
  end if;
  if p_views ? 'duties' then
    x := p_views -> 'duties';
    if x -> 'drop' <> '[]' then
      delete from case_duties where case_id = p_case and n in (select d::int from jsonb_array_elements_text(x -> 'drop') d);
    end if;
    insert into case_duties (case_id, n, duty, owed_by, state, due_on, done_at, late, waits, since, missed)
      select p_case, r.n, r.duty, r."owedBy", r.state, r."dueOn", r."doneAt", r.late, r.waits, r.since, r.missed
      from jsonb_to_recordset(x -> 'put') r (n int, duty text, "owedBy" text, state text, "dueOn" date, "doneAt" bigint, late boolean, waits boolean,
        since bigint, missed boolean)
      on conflict (case_id, n) do update set duty = excluded.duty, owed_by = excluded.owed_by, state = excluded.state, due_on = excluded.due_on,
        done_at = excluded.done_at, late = excluded.late, waits = excluded.waits, since = excluded.since, missed = excluded.missed;
  end if;
  if p_views ? 'matters' then
    x := p_views -> 'matters';
    if x -> 'drop' <> '[]' then
      delete from case_matters where case_id = p_case and n in (select d::int from jsonb_array_elements_text(x -> 'drop') d);
    end if;
    insert into case_matters (case_id, n, kind, what, owed_by, due_on, since, ordered)
      select p_case, r.n, r.kind, r.what, r."owedBy", r."dueOn", r.since, r.ordered
      from jsonb_to_recordset(x -> 'put') r (n int, kind text, what text, "owedBy" text, "dueOn" date, since date, ordered date)
      on conflict (case_id, n) do update set kind = excluded.kind, what = excluded.what, owed_by = excluded.owed_by, due_on = excluded.due_on,
        since = excluded.since, ordered = excluded.ordered;
  end if;
  if p_views ? 'checks' then
    x := p_views -> 'checks';
    if x -> 'drop' <> '[]' then
      delete from case_checks where case_id = p_case and n in (select d::int from jsonb_array_elements_text(x -> 'drop') d);
    end if;
    insert into case_checks (case_id, n, "check", district, filed_at, missed_at, checked_at, checked_by, overtaken)
      select p_case, r.n, r."check", r.district, r."filedAt", r."missedAt", r."checkedAt", r."checkedBy", r.overtaken
      from jsonb_to_recordset(x -> 'put') r (n int, "check" text, district text, "filedAt" bigint, "missedAt" bigint, "checkedAt" bigint,
        "checkedBy" text, overtaken boolean)
      on conflict (case_id, n) do update set "check" = excluded."check", district = excluded.district, filed_at = excluded.filed_at,
        missed_at = excluded.missed_at, checked_at = excluded.checked_at, checked_by = excluded.checked_by, overtaken = excluded.overtaken;
  end if;
end $$;
