-- Whether a case is a rehearsal's, beside what it was opened with: whoever lists the running cases of a cycle reads no opening for it.
alter table cases add column rehearsal boolean not null generated always as (opening -> 'rehearsal' is not distinct from 'true'::jsonb) stored;
