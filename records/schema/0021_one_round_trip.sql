-- A step on an account that was met before is written in one round trip, and what keeps the book costs less: the same promises.

-- Led by the key of the step: led by the case it was taken for looks of an event by its number, and read all events of the case.
alter table events drop constraint events_case_id_step_key_k_key;
alter table events add constraint events_once unique (step_key, case_id, k);

-- What a column may hold is said by its type: a check of the table is read anew by every statement that writes another column.
create domain ledger_account as text constraint postings_account_check
  check (value in ('issuance', 'surrendered', 'taken-back', 'expired', 'cancelled') or value ~ '^surrendered/[0-9]{4}$' or value like 'unit/%');
create domain lot_product as text constraint lots_product_check check (value in ('allowance', 'ccer', 'carbon-inclusive'));
create domain lot_origin as text constraint lots_origin_check check (value in ('beijing', 'outside'));
create domain place as int check (value > 0);
create domain moved_tonnes as bigint constraint postings_quantity_check check (value <> 0);
create domain owed_tonnes as bigint constraint accounts_debt_check check (value >= 0);

drop trigger lots_keep on lots;
alter table lots drop constraint lots_product_check, drop constraint lots_origin_check, drop constraint lots_n_check,
  alter column product type lot_product, alter column origin type lot_origin, alter column n type place;
create trigger lots_keep before update of lot, unit, n, product, vintage, origin, recorded_on on lots
  for each statement execute function refuse_change();
alter table postings drop constraint postings_account_check, drop constraint postings_quantity_check, drop constraint postings_n_check,
  alter column account type ledger_account, alter column quantity type moved_tonnes, alter column n type place;
alter table accounts drop constraint accounts_debt_check, drop constraint accounts_shortfall_check, drop constraint accounts_with_claims,
  alter column debt type owed_tonnes, alter column shortfall type owed_tonnes;

create function accounts_with_claims() returns trigger language plpgsql as $$ begin return null; end $$;
create trigger accounts_with_claims after insert or update of debt, shortfall, claims on accounts
  for each row when ((new.claims = '[]') <> (new.debt = 0 and new.shortfall = 0)) execute function accounts_with_claims();
