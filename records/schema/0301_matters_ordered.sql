-- When it was ordered to put a matter right, so that its line in an inbox says what was asked already.
alter table case_matters add column ordered date;
