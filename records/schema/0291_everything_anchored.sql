-- What lies beside the chains and tells who did what, what was filed, what was sent to whom, who signs in as whom: all of it is anchored, each
-- thing once, on the first day after it came. An anchor of before has none of what is new here.
alter table anchored_evidence drop constraint anchored_evidence_kind_check;
alter table anchored_evidence add constraint anchored_evidence_kind_check check (kind in ('file', 'document', 'opening', 'lot', 'request',
  'expiry', 'paper', 'version', 'filing', 'upload', 'letter', 'delivery', 'resend', 'receipt', 'receipt-seal', 'seal', 'revocation-list',
  'time-stamp', 'approval', 'preview', 'person', 'sign-ins', 'claim', 'substitute', 'attempt', 'revival', 'platform'));

-- What is known of a person is anchored under a number that nobody can guess and that goes with what is known, when that is erased: what is left
-- then tells nothing.
alter table persons add column salt uuid default gen_random_uuid();
update persons set salt = null where erased_at is not null;
alter table persons add constraint persons_salt_goes check (erased_at is null or salt is null);

-- An amendment may move the day on which lots lapse: how many a unit has seen says which of its days is meant.
create index events_revisions on events (case_id) where type = 'revision-adopted';
create index events_of_people on events ((body #>> '{with,person}'), seq) where case_id = 'people';
