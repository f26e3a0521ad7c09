-- What was asked, once for each attempt of each asker; what became of it, once for each case concerned. An act's row in a case says what the
-- case has to do with it: it decides; it answers for itself, at once (`each`) or once the decider has (`after`); or it is told (`told`).

create sequence request_numbers;
create table requests (
  -- The desk's own number of it: step keys, Updates and transactions use it, never the asker's id.
  act_id text primary key,
  asker text not null,
  id text not null,
  -- SHA-256 of what was asked; empty for what was asked before this was kept.
  asked text not null,
  do_what text not null,
  by text not null,
  approved_by text,
  for_unit text,
  cycle int,
  -- What it brings, parsed; of a refused one no more than is worth keeping.
  body jsonb not null,
  stamp bigint not null,
  -- Only of one that no case decides: refused at the door, or decided by the desk itself.
  state text check (state in ('stored', 'applied', 'refused')),
  refusal jsonb check ((refusal is not null) = (state is not distinct from 'refused')),
  -- What the platform asks for itself names what made it ask.
  caused_by text references requests,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (asker, id)
);

drop trigger acts_stay on acts;
drop trigger acts_keep on acts;
drop trigger keep_bids_sealed on acts;
drop index acts_refused;

insert into requests (act_id, asker, id, asked, do_what, by, approved_by, body, stamp, state, refusal, recorded_at)
  select distinct on (act_id) act_id, by, act_id, '', do_what, by, approved_by, body, stamp,
    case when case_id = '' then state end, case when case_id = '' then refusal end, recorded_at
  from acts order by act_id, case_id = '', case_id;
-- An id that was refused at the door and then used for what was taken in lent its place: the refusal is kept beside it.
insert into requests (act_id, asker, id, asked, do_what, by, approved_by, body, stamp, state, refusal, recorded_at)
  select act_id || '#door', by, act_id || '#door', '', do_what, by, approved_by, body, stamp, state, refusal, recorded_at
  from acts a where case_id = '' and exists (select from acts o where o.act_id = a.act_id and o.case_id <> '');
select setval('request_numbers', 1 + coalesce((select max(act_id::bigint) from requests where act_id ~ '^[0-9]{1,15}$'), 0), false);
update requests r set caused_by = c.act_id from acts a join requests c on a.act_id = c.act_id || '/' || a.case_id where r.act_id = a.act_id;

alter table acts add role text check (role in ('decides', 'each', 'after', 'told'));
update acts a set role = case
    when not exists (select from acts o where o.act_id = a.act_id and o.case_id <> a.case_id) then 'decides'
    when a.do_what in ('settle-trade', 'move-allowances')
      then case when c.unit = a.body ->> 'from' then 'decides' else 'told' end
    when exists (select from acts o join cases oc on oc.case_id = o.case_id where o.act_id = a.act_id and oc.kind = 'city-cycle')
      then case when c.kind = 'city-cycle' then 'decides' else 'after' end
    when c.kind <> 'monthly-evidence' then 'decides'
    else 'each' end
  from cases c where c.case_id = a.case_id;
delete from acts where case_id = '';
drop index acts_stored;
alter table acts drop constraint acts_state_check, drop constraint acts_check,
  drop column do_what, drop column by, drop column approved_by, drop column body, drop column recorded_at,
  alter column role set not null,
  add constraint acts_state check (state in ('stored', 'ready', 'applied', 'refused')),
  add constraint acts_refusal check ((refusal is not null) = (state = 'refused')),
  add constraint acts_of_request foreign key (act_id) references requests,
  add constraint acts_of_case foreign key (case_id) references cases;
create index acts_open on acts (case_id, stamp) where state in ('stored', 'ready');
create index acts_told on acts (act_id) where role = 'told';
create index requests_refused on requests (asker, recorded_at) where state = 'refused';
create index requests_caused on requests (caused_by) where caused_by is not null;
create index requests_open on requests (act_id) where state = 'stored';

create trigger acts_stay before delete or truncate on acts for each statement execute function refuse_change();
create trigger acts_keep before update of act_id, case_id, role, stamp on acts for each statement execute function refuse_change();
create trigger requests_stay before delete or truncate on requests for each statement execute function refuse_change();
create trigger requests_keep before update of act_id, asker, id, asked, do_what, by, approved_by, for_unit, cycle, body, stamp, caused_by, recorded_at
  on requests for each statement execute function refuse_change();
create trigger keep_bids_sealed after insert on acts for each row when (new.case_id like '%/auction') execute function keep_bids_sealed();

-- A case keeps its clock: business time against the database's. In service they are one; `skips` is a rehearsal's whose server skips time.
-- A case that no trying again can help is suspended, with why, until somebody revives it.
alter table cases add clock jsonb not null default '{"wall0": 0, "business0": 0}', add suspended jsonb;
update cases set clock = jsonb_build_object('wall0', floor(extract(epoch from clock_timestamp()) * 1000)::bigint, 'business0', played_to, 'skips', true)
  where opening -> 'rehearsal' = 'true';
create index cases_suspended on cases (case_id) where suspended is not null;

-- What kind of platform this is: said once, never changed.
create table platform (
  one boolean primary key default true check (one),
  kind text not null check (kind in ('embedded', 'rehearsal', 'service')),
  made_at timestamptz not null default clock_timestamp()
);
create trigger platform_stays before update or delete or truncate on platform for each statement execute function refuse_change();

-- Messages to a case that named no stored request of the same content: shown to operators, believed by nobody.
create table attempts (
  n bigint generated always as identity primary key,
  case_id text not null,
  step_key text not null,
  why text not null,
  message jsonb not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (case_id, step_key, why)
);

-- Written anew with every migration, in functions of their own.
drop function if exists store_act(text, text[], bigint, text, text, text, jsonb);
drop function if exists let_come(text, bigint);
drop function if exists hold_case(text, int, text, text, bigint);
drop function if exists take_step(text, int, text, text, bigint, int, text, jsonb, jsonb);
drop function if exists open_case(text, text, text, int, jsonb, bigint, text);
drop function if exists meet_accounts(text, int, text, text, bigint, text, text, boolean);
drop function if exists carry_out(text, int, text, text, bigint, int, text, jsonb, jsonb, jsonb, jsonb);
drop function if exists write_step(text, int, text, text, bigint, int, text, jsonb, jsonb, jsonb, jsonb);
drop function if exists apply_announcement(text);
