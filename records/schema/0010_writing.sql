-- What a step with accounts writes keeps its references by itself (records/functions/write_ledger.sql).
alter table postings drop constraint postings_lot_fkey;
alter table postings drop constraint postings_tx_fkey;
