import type { SqlCheck } from './check.js';

const OF_PEOPLE = `e.case_id = 'people'`;

/** The tables that are asked at every sign-in against the events of the case of the people, which count. */
export const PEOPLE_CHECKS: readonly SqlCheck[] = [
  {
    name: 'person-misstated',
    zh: '人员表与人员案件的事件不符',
    en: 'a person is not in the list, or was never entered, or stands suspended, let in, corrected, erased or marked as a test person otherwise than was decided',
    of: 'case',
    sql: `with told as (select e.seq, e.at, e.type, e.body #>> '{with,person}' as person, e.body #>> '{with,testActor}' as test_actor from events e
        where ${OF_PEOPLE} and e.type in ('person-entered', 'person-suspended', 'suspension-lifted', 'person-corrected', 'person-erased')),
      entered as (select person, test_actor from told where type = 'person-entered'),
      shut as (select distinct on (person) person, case when type = 'person-suspended' then at end as at from told
        where type in ('person-suspended', 'suspension-lifted') order by person, seq desc),
      erased as (select person, at from told where type = 'person-erased'),
      mended as (select person, max(at) as at from told where type = 'person-corrected' group by person),
      looked as (
        select coalesce(p.person, t.person) as person, case
          when p.person is null then 'was entered and is not in the list'
          when t.person is null then 'is in the list and was never entered'
          when p.test_actor is distinct from t.test_actor then 'is a test person in one and not in the other'
          when p.suspended_at is distinct from s.at then 'is suspended in one and not in the other'
          when p.corrected_at is distinct from m.at then 'was corrected at another instant, or never'
          when p.erased_at is distinct from r.at then 'is erased in one and not in the other' end as wrong
        from persons p full join entered t on t.person = p.person left join shut s on s.person = coalesce(p.person, t.person)
          left join erased r on r.person = coalesce(p.person, t.person) left join mended m on m.person = coalesce(p.person, t.person))
      select 'people' as subject, person || ' ' || wrong as found from looked where wrong is not null order by person`,
  },
  {
    name: 'appointment-misstated',
    zh: '任命表与人员案件的事件不符',
    en: 'an appointment is not what was decided, or ends otherwise',
    of: 'case',
    sql: `with made as (select e.seq, (e.body #>> '{with,appointment}')::int as id, e.body -> 'with' as brings from events e
        where ${OF_PEOPLE} and e.type = 'appointed'),
      ended as (select e.seq, e.at, (e.body #>> '{with,appointment}')::int as id from events e
        where ${OF_PEOPLE} and e.type = 'appointment-ended'),
      looked as (
        select coalesce(a.id, m.id) as id, case
          when a.id is null then 'was made and is not in the list'
          when m.id is null then 'is in the list and was never made'
          when (a.person, a.kind, a.party, a.role, a.from_at, a.event) is distinct from (m.brings ->> 'person', m.brings ->> 'kind',
            m.brings ->> 'party', m.brings ->> 'role', (m.brings ->> 'from')::bigint, m.seq) then 'is not what was made'
          when (a.until_at, a.ended_event) is distinct from (coalesce(x.at, (m.brings ->> 'until')::bigint), x.seq)
            then 'ends otherwise than was decided' end as wrong
        from appointments a full join made m on m.id = a.id left join ended x on x.id = coalesce(a.id, m.id))
      select 'people' as subject, 'appointment ' || id || ' ' || wrong as found from looked where wrong is not null order by id`,
  },
  {
    name: 'client-misstated',
    zh: '客户端表与人员案件的事件不符',
    en: 'a machine client signs in by another key, for another appointment or other acts than was decided, or after its end',
    of: 'case',
    sql: `with made as (select e.seq, e.body #>> '{with,client}' as client, e.body -> 'with' as brings from events e
        where ${OF_PEOPLE} and e.type = 'client-registered'),
      ended as (select e.seq, e.body #>> '{with,client}' as client from events e where ${OF_PEOPLE} and e.type = 'client-ended'),
      looked as (
        select coalesce(c.client, m.client) as client, case
          when c.client is null then 'was registered and is not in the list'
          when m.client is null then 'is in the list and was never registered'
          when (c.appointment, to_jsonb(c.acts), c.key, c.name, c.event) is distinct from ((m.brings ->> 'appointment')::int,
            m.brings -> 'acts', m.brings -> 'key', m.brings ->> 'name', m.seq) then 'is not what was registered'
          when c.ended_event is distinct from x.seq then 'ends otherwise than was decided' end as wrong
        from clients c full join made m on m.client = c.client left join ended x on x.client = coalesce(c.client, m.client))
      select 'people' as subject, client || ' ' || wrong as found from looked where wrong is not null order by client`,
  },
  {
    name: 'certificate-misstated',
    zh: '证书表与人员案件的事件不符',
    en: 'a party seals by a certificate that was not registered for it, or by one that was revoked, or the list lacks one',
    of: 'case',
    sql: `with made as (select e.seq, e.at, e.body #>> '{with,certificate}' as certificate, e.body -> 'with' as brings from events e
        where ${OF_PEOPLE} and e.type = 'certificate-registered'),
      ended as (select e.seq, e.at, e.body #>> '{with,certificate}' as certificate from events e
        where ${OF_PEOPLE} and e.type = 'certificate-revoked'),
      looked as (
        select coalesce(c.certificate, m.certificate) as certificate, case
          when c.certificate is null then 'was registered and is not in the list'
          when m.certificate is null then 'is in the list and was never registered'
          when (c.party, c.kind, c.held, c.algorithm, c.sha256, encode(c.der, 'base64'), c.chain, c.subject, c.valid_from, c.valid_until,
            c.test, c.registered_at, c.event) is distinct from (m.brings ->> 'party', m.brings ->> 'kind', m.brings ->> 'held',
            m.brings ->> 'algorithm', m.brings ->> 'sha256', encode(decode(m.brings ->> 'der', 'base64'), 'base64'), m.brings -> 'chain',
            m.brings ->> 'subject', (m.brings ->> 'validFrom')::bigint, (m.brings ->> 'validUntil')::bigint,
            (m.brings ->> 'test')::boolean, m.at, m.seq) then 'is not what was registered'
          when (c.revoked_at, c.revoked_event) is distinct from (x.at, x.seq) then 'is revoked otherwise than was decided' end as wrong
        from certificates c full join made m on m.certificate = c.certificate
          left join ended x on x.certificate = coalesce(c.certificate, m.certificate))
      select 'people' as subject, certificate || ' ' || wrong as found from looked where wrong is not null order by certificate`,
  },
];
