-- The platform's own seal on what a receipt says: made once for each text, so that a receipt is the same each time.
create table receipt_seals (
  -- Of the text.
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  text text not null check (length(text) <= 1000000),
  signature bytea not null check (length(signature) <= 65536),
  made_at bigint not null
);
create trigger receipt_seals_stay before update or delete or truncate on receipt_seals for each statement execute function refuse_change();
