-- Who has taken on what waits in an inbox, and who stands in for whom. No act of a case: no window, no decision and nobody's right rests on it.
-- Every row stays, with its end: that is the history.
create table inbox_claims (
  n bigint generated always as identity primary key,
  -- Whose inbox: a unit, a district, the city.
  party text not null,
  item text not null check (length(item) <= 500),
  -- Since when the item waits: what ended and came again is another one.
  since text not null,
  person text not null references persons,
  -- Whoever claimed or handed over; wall clock.
  by text not null references persons,
  at bigint not null,
  ended_at bigint,
  -- Nobody where it had fallen free by itself: the item was done, or its holder's appointment had ended.
  ended_by text references persons,
  check (ended_at >= at),
  check (ended_by is null or ended_at is not null)
);
create unique index inbox_claims_one on inbox_claims (party, item) where ended_at is null;
create index inbox_claims_of on inbox_claims (party, item, since);
create trigger inbox_claims_stay before delete or truncate on inbox_claims for each statement execute function refuse_change();
create trigger inbox_claims_keep before update of n, party, item, since, person, by, at on inbox_claims
  for each statement execute function refuse_change();
create trigger inbox_claims_end_once before update on inbox_claims for each row when (old.ended_at is not null)
  execute function refuse_change();

create table inbox_substitutes (
  n bigint generated always as identity primary key,
  party text not null,
  -- Who is away, and who stands in, from the first day to the end of the last.
  person text not null references persons,
  substitute text not null references persons,
  from_day date not null,
  until_day date not null,
  at bigint not null,
  ended_at bigint,
  check (person <> substitute),
  check (until_day >= from_day and until_day - from_day <= 366),
  check (ended_at >= at)
);
create unique index inbox_substitutes_one on inbox_substitutes (party, person) where ended_at is null;
create index inbox_substitutes_by on inbox_substitutes (party, substitute) where ended_at is null;
create index inbox_substitutes_of on inbox_substitutes (person, at);
create trigger inbox_substitutes_stay before delete or truncate on inbox_substitutes
  for each statement execute function refuse_change();
create trigger inbox_substitutes_keep before update of n, party, person, substitute, from_day, until_day, at on inbox_substitutes
  for each statement execute function refuse_change();
create trigger inbox_substitutes_end_once before update on inbox_substitutes for each row when (old.ended_at is not null)
  execute function refuse_change();
