-- An account and its lots, in the shape in which the rules read them: quantities as text, days as `YYYY-MM-DD`.
create or replace function read_account(p_unit text) returns jsonb language plpgsql as $$
begin
  return (select jsonb_build_object('unit', a.unit, 'debt', a.debt::text, 'shortfall', a.shortfall::text, 'frozen', a.frozen,
      'lots', coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('lot', l.lot, 'n', l.n, 'product', l.product, 'vintage', l.vintage,
          'origin', l.origin, 'recordedOn', l.recorded_on, 'expiresOn', l.expires_on, 'quantity', l.quantity::text,
          'reserved', nullif(l.reserved, 0)::text)) order by l.n) from lots l where l.unit = a.unit), '[]'))
      || case when a.claims = '[]' then '{}' else jsonb_build_object('claims', a.claims) end
    from accounts a where a.unit = p_unit);
end $$;
