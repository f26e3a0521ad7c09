-- The business clock of a platform that rehearses a year: what it shows, and when by the machine's clock it showed that. Without a row business
-- time is the database's. Set anew when the clock is moved; in service there is none (see refuse_clock).
create table business_clock (
  one boolean primary key default true check (one),
  wall0 bigint not null,
  business0 bigint not null
);
create function refuse_clock() returns trigger language plpgsql as $$ begin return new; end $$;
create trigger business_clock_of_rehearsals before insert or update on business_clock for each row execute function refuse_clock();
