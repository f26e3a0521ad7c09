-- Which verifier a unit has engaged, or whose a verification is, beside what is shown of its case: a list of a verifier's units is one query.
alter table case_views add column verifier text;
create index case_views_verifier on case_views (verifier, kind, unit) where verifier is not null;
create index case_views_unit on case_views (unit);
drop index events_naming_verifiers;
