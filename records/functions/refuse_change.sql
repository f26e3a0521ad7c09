create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % refused: history is only ever added to', lower(tg_op), tg_table_name
    using errcode = 'restrict_violation', hint = 'Record a correction as a further event or posting.';
end $$;
