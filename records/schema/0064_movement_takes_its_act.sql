-- Written anew with every migration, in functions of their own.
drop function write_movement(text, int, text, text, bigint, int, text, jsonb, jsonb, jsonb, jsonb);
drop function refuse_act(text, text, jsonb);
