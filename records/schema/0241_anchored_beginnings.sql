-- With what a case was opened, and what a lot is (its vintage, its origin, the day on which it was recorded), stands in no chain: it is anchored
-- beside it, each once, on the first day after it came. An anchor of before has none.
alter table anchored_evidence drop constraint anchored_evidence_kind_check;
alter table anchored_evidence add constraint anchored_evidence_kind_check check (kind in ('file', 'document', 'opening', 'lot'));
