-- What is looked at when a case moves on is the case: the reference is kept by it (records/functions/case_stands.sql).
alter table events drop constraint events_case_id_fkey;
