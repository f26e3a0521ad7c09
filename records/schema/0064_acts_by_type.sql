-- Every step takes its act: what the columns of acts may hold is said by their types, which a session keeps, instead of checks, which every
-- statement reads anew.
create domain act_state as text constraint acts_state check (value in ('stored', 'ready', 'applied', 'refused'));
create domain act_role as text constraint acts_role check (value in ('decides', 'each', 'after', 'told'));
drop trigger acts_keep on acts;
alter table acts drop constraint acts_state, drop constraint acts_role_check, alter column state type act_state, alter column role type act_role;
create trigger acts_keep before update of act_id, case_id, role, stamp on acts for each statement execute function refuse_change();

-- Written anew with every migration, in a function of its own.
drop function write_movement(text, int, text, text, bigint, int, text, jsonb, jsonb, jsonb, jsonb);
