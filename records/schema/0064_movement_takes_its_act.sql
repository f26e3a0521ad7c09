-- Written anew with every migration, in functions of their own.
drop function if exists write_movement(text, int, text, text, bigint, int, text, jsonb, jsonb, jsonb, jsonb);
drop function if exists refuse_act(text, text, jsonb);
