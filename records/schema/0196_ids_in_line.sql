-- A case's row is kept small for its opening's sake (0001), which had put its name and its head aside as well: every list of cases fetched
-- each name from there, and every step wrote its head there. Short ones stay in the row; the rows of before are written anew.
alter table cases alter column case_id set storage plain, alter column kind set storage plain, alter column unit set storage plain,
  alter column head set storage plain, alter column clock set storage main;
alter table cases alter column played_to type bigint using played_to + 0;
