-- What the server said when it took a letter.
alter table outbox add column answer text;

-- An operator has a letter that was refused for good go once more: who, why, and what the server had said.
create table resends (
  n bigint generated always as identity primary key,
  letter text not null references outbox,
  by text not null,
  reason text not null check (length(reason) between 1 and 500),
  said text,
  recorded_at timestamptz not null default clock_timestamp()
);
create index resends_letter on resends (letter);
create trigger resends_stay before delete or update or truncate on resends for each statement execute function refuse_change();
