-- By which address a person's calendar program reads the dates of a party: one a person and party. What is kept is a hash of the secret in it;
-- a new one ends the one before. Instants are of the wall clock.
create table calendar_links (
  secret_hash bytea primary key,
  party text not null,
  person text not null references persons,
  made_at bigint not null,
  ended_at bigint
);
create unique index calendar_links_one on calendar_links (party, person) where ended_at is null;
