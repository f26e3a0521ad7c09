-- What was asked, by whom, under which id and stamp never changes: it is anchored, each once, on the first day after it came. An anchor of before
-- has none.
alter table anchored_evidence drop constraint anchored_evidence_kind_check;
alter table anchored_evidence add constraint anchored_evidence_kind_check check (kind in ('file', 'document', 'opening', 'lot', 'request'));
