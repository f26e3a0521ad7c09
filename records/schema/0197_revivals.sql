-- Who has started again a case that stood still or ran nowhere, why, and what had stopped it. No history of the case: nothing of it changes.
create table revivals (
  n bigint generated always as identity primary key,
  case_id text not null references cases,
  by text not null,
  reason text not null check (char_length(reason) between 1 and 500),
  stood_still text,
  recorded_at timestamptz not null default clock_timestamp()
);
create index revivals_case on revivals (case_id);
create trigger revivals_stay before delete or update or truncate on revivals for each statement execute function refuse_change();
