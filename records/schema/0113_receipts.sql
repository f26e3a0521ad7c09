-- Receipts (回执): a permanent address for each request of which somebody wanted one. The code is nobody's to guess.
create table receipts (
  code text primary key check (code ~ '^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$'),
  act_id text not null unique references requests,
  made_at bigint not null
);
create trigger receipts_stay before update or delete or truncate on receipts for each statement execute function refuse_change();
