-- People and whom they act for. What they do, and what is decided about them, stands in the case `people` under their numbers; what is known
-- of them besides stands here alone, outside of any hash: it can be corrected, and erased.

create table persons (
  person text primary key check (person ~ '^p-[0-9]{4,}$'),
  name text,
  mail text,
  telephone text,
  -- How a test person of an embedded or rehearsal platform is spelt in scenarios.
  test_actor text unique,
  -- Business time, each with its event.
  suspended_at bigint,
  corrected_at bigint,
  erased_at bigint,
  check (erased_at is null or (name is null and mail is null and telephone is null))
);
create trigger persons_stay before delete or truncate on persons for each statement execute function refuse_change();
create trigger persons_keep before update of person, test_actor on persons for each statement execute function refuse_change();

-- By which sign-in a person is known: issuer and subject of OpenID Connect.
create table identities (
  issuer text not null,
  subject text not null,
  person text not null references persons,
  primary key (issuer, subject)
);
create index identities_person on identities (person);

-- What an act about a person brings and the chain must not hold: it waits here until the act is decided, and is gone then.
create table person_drafts (
  id int generated always as identity primary key,
  name text,
  mail text,
  telephone text,
  issuer text,
  subject text,
  made_at timestamptz not null default clock_timestamp(),
  check ((issuer is null) = (subject is null))
);

-- Appointments and machine clients as the events of the case make them, written in their transactions, never edited but for their end.
create table appointments (
  id int primary key,
  person text not null references persons,
  kind text not null,
  party text not null,
  role text not null,
  from_at bigint not null,
  until_at bigint,
  event int not null,
  ended_event int
);
create index appointments_person on appointments (person);
create index appointments_party on appointments (party, role);
create trigger appointments_stay before delete or truncate on appointments for each statement execute function refuse_change();
create trigger appointments_keep before update of id, person, kind, party, role, from_at, event on appointments
  for each statement execute function refuse_change();
create trigger appointments_end_once before update on appointments for each row when (old.ended_event is not null)
  execute function refuse_change();

create table clients (
  client text primary key,
  appointment int not null references appointments,
  name text not null,
  acts text[] not null,
  -- Its public key, a JWK.
  key jsonb not null check (not key ?| array['d', 'p', 'q', 'k']),
  event int not null,
  ended_event int
);
create index clients_appointment on clients (appointment);
create trigger clients_stay before delete or truncate on clients for each statement execute function refuse_change();
create trigger clients_keep before update of client, appointment, name, acts, key, event on clients
  for each statement execute function refuse_change();

-- Written anew with every migration, in functions of their own.
create function appointment_is_told() returns trigger language plpgsql as $$ begin return null; end $$;
create constraint trigger appointments_told after insert or update of until_at, ended_event on appointments deferrable initially deferred
  for each row execute function appointment_is_told();
create function client_is_told() returns trigger language plpgsql as $$ begin return null; end $$;
create constraint trigger clients_told after insert or update of ended_event on clients deferrable initially deferred
  for each row execute function client_is_told();
