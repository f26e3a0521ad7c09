-- At commit. A party seals by a certificate, or does so no more, because an event of the case of the people says so.
create or replace function certificate_is_told() returns trigger language plpgsql as $$
begin
  if not exists (select from events e where e.case_id = 'people' and e.seq = new.event and e.type = 'certificate-registered'
      and e.at = new.registered_at
      and e.body -> 'with' @> jsonb_build_object('certificate', new.certificate, 'party', new.party, 'kind', new.kind, 'held', new.held,
        'algorithm', new.algorithm, 'sha256', new.sha256, 'chain', new.chain, 'subject', new.subject, 'validFrom', new.valid_from,
        'validUntil', new.valid_until, 'test', new.test))
    or new.revoked_event is not null and not exists (select from events e where e.case_id = 'people' and e.seq = new.revoked_event
      and e.type = 'certificate-revoked' and e.body #>> '{with,certificate}' = new.certificate and e.at = new.revoked_at) then
    raise exception 'certificate % stands as no event says', new.certificate using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
