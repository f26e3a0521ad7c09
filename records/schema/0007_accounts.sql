-- What the account book grew by: what is surrendered is kept by cycle, what is cancelled has a side of its own, lots may be
-- set aside for an application, and what is claimed from an account says which case claims it.

-- `surrendered` alone stands in books older than this.
alter table postings drop constraint postings_account_check;
alter table postings add constraint postings_account_check
  check (account in ('issuance', 'surrendered', 'taken-back', 'expired', 'cancelled') or account ~ '^surrendered/[0-9]{4}$' or account like 'unit/%');

-- No question is asked by these; they cost every posting.
drop index postings_lot;
drop index transactions_case;

-- Set aside for an application for offsets, and never more than is there.
alter table lots add column reserved bigint not null default 0;
alter table lots add constraint lots_reserved_check check (reserved between 0 and quantity);

-- [{case, cycle, debt, shortfall}], oldest cycle first: settled from any credit, told to the case that claims.
alter table accounts add column claims jsonb not null default '[]';
update accounts a set claims = jsonb_build_array(jsonb_build_object('case', a.case_id, 'cycle', c.cycle, 'debt', a.debt::text, 'shortfall', a.shortfall::text))
  from cases c where c.case_id = a.case_id and a.debt + a.shortfall > 0;

-- That the sums agree is what the checker looks after: a sum inside a constraint would be planned anew at every step.
alter table accounts add constraint accounts_with_claims check ((claims = '[]') = (debt = 0 and shortfall = 0));
