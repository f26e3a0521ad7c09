-- What a state and a role may be is said by their types: a check of the table is read and planned anew for every statement, whether it
-- changes the column or not.
create domain act_state as text constraint acts_state_check check (value in ('stored', 'ready', 'applied', 'refused'));
create domain act_role as text constraint acts_role_check check (value in ('decides', 'each', 'after', 'told'));
drop trigger acts_keep on acts;
alter table acts alter column state type act_state, alter column role type act_role, drop constraint acts_state, drop constraint acts_role_check;
create trigger acts_keep before update of act_id, case_id, role, stamp on acts for each statement execute function refuse_change();
