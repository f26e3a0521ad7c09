-- A letter is what the outbox makes of the notices that are due to one party at one time; each notice stands in exactly one. It is delivered to
-- each of its receivers by itself: claimed with a lease, sent outside of any transaction, marked by itself.

create table letters (
  letter text primary key,
  party_kind text not null,
  party text not null,
  -- The business instant that it is of: of its notices, or the morning or midnight of an authority.
  at bigint not null,
  -- Whether it is one of the two that an authority gets in a day.
  daily boolean not null,
  -- The dates that its calendar part tells: [{uid, duty, dueOn, sequence, cancelled}].
  calendar jsonb not null default '[]',
  made_at timestamptz not null default clock_timestamp()
);
create index letters_party on letters (party_kind, party, at);

create table deliveries (
  -- `LETTER#N`: stable, so that whoever receives it twice can tell.
  id text primary key,
  letter text not null references letters,
  channel text not null check (channel in ('mail', 'webhook', 'sms')),
  -- Whose address it goes to; the party's own where nobody is named.
  person text references persons,
  -- Where it went that was addressed before addresses were found out on the way.
  address text,
  at bigint not null,
  -- One is sent to at a time: what stands behind the @, or the party's own system.
  receiver text not null,
  -- Where it went at last; of a person it is not kept.
  sent_to text,
  claimed_until timestamptz,
  attempts int not null default 0,
  last_error text,
  retry_at timestamptz not null default '-infinity',
  sent_at timestamptz,
  refused_at timestamptz,
  -- What the server said when it took it.
  answer text,
  -- When it came back after the server had taken it, and what the one that could not deliver it said.
  returned_at timestamptz,
  returned_said text,
  constraint delivery_ended_once check (sent_at is null or refused_at is null)
);
create index deliveries_letter on deliveries (letter);
create index deliveries_waiting on deliveries (retry_at, at, id) where sent_at is null and refused_at is null;
create index deliveries_claimed on deliveries (receiver, claimed_until)
  where claimed_until is not null and sent_at is null and refused_at is null;
create index deliveries_refused on deliveries (refused_at) where refused_at is not null;
-- By which a letter that comes back is known: what stands before the @ of its Message-ID.
create index deliveries_message on deliveries (regexp_replace(id, '[^A-Za-z0-9.-]', '.', 'g'));
create index deliveries_returned on deliveries (returned_at) where returned_at is not null;

-- What was told, sent and refused before: a letter each.
insert into letters (letter, party_kind, party, at, daily) select id, party_kind, party, at, false from outbox where kind = 'mail';
insert into deliveries (id, letter, channel, address, at, receiver, sent_to, attempts, last_error, retry_at, sent_at, refused_at, answer)
  select id, id, 'mail', recipient, at, receiver, case when sent_at is not null then recipient end, attempts, last_error, retry_at, sent_at, refused_at,
    answer from outbox where kind = 'mail';

drop trigger outbox_keeps on outbox;
alter table outbox add letter text references letters, add recorded_at timestamptz not null default clock_timestamp();
update outbox set letter = id where kind = 'mail';
drop index outbox_waiting, outbox_claimed, outbox_refused;
alter table outbox drop constraint outbox_ended_once, drop column receiver;
alter table outbox drop column recipient, drop column sent_at, drop column attempts, drop column last_error, drop column retry_at,
  drop column claimed_until, drop column refused_at, drop column answer;
create index outbox_ungathered on outbox (party_kind, party, at) where letter is null;
create index outbox_letter on outbox (letter);
create trigger outbox_keeps before update of id, kind, case_id, unit, party_kind, party, role, except_person, template, duty, at, say, recorded_at
  on outbox for each statement execute function refuse_change();
create trigger outbox_in_one_letter before update on outbox for each row when (old.letter is not null) execute function refuse_change();
create trigger letters_stay before delete or truncate or update on letters for each statement execute function refuse_change();
create trigger deliveries_stay before delete or truncate on deliveries for each statement execute function refuse_change();
create trigger deliveries_keep before update of id, letter, channel, person, address, at, receiver on deliveries
  for each statement execute function refuse_change();

alter table resends drop constraint resends_letter_fkey, add constraint resends_delivery_fkey foreign key (letter) references deliveries;
drop function if exists claim_letters(int, int);

-- The dates that a unit has been told, as its calendars know them: a date that moves is the same entry, one number on.
create table calendar_dates (
  party_kind text not null,
  party text not null,
  uid text not null,
  case_id text not null references cases,
  duty text not null,
  due_on date not null,
  sequence int not null,
  cancelled boolean not null default false,
  primary key (party_kind, party, uid)
);

-- What a person does not want to be written about.
create table letter_wishes (
  person text primary key references persons,
  muted text[] not null
);
