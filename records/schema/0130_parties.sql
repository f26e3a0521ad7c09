-- A notice names the party that it is for. Where a party has its mail, its telephone, its door for programs stands here alone, outside of any
-- case: it can be corrected, and is found out when a letter is sent.

create table contacts (
  kind text not null check (kind in ('unit', 'district', 'city', 'verifier', 'operator')),
  party text not null,
  mail text,
  telephone text,
  -- Where its own system is told: an address of https.
  webhook text,
  primary key (kind, party)
);
insert into contacts (kind, party, mail)
  select distinct on (unit) 'unit', unit, opening #>> '{unit,mail}' from cases
    where kind in ('compliance-cycle', 'general-report') and opening #>> '{unit,mail}' is not null order by unit, cycle desc;
insert into contacts (kind, party, mail)
  select distinct on (m.key) case when m.key = 'city' then 'city' when exists (select from cases d where d.opening #>> '{unit,district}' = m.key)
      then 'district' else 'verifier' end, m.key, m.value
    from cases c, jsonb_each_text(c.opening -> 'mailboxes') m order by m.key, c.opened_at desc;

alter table outbox add party_kind text, add party text, add role text, add except_person text;
alter table outbox disable trigger outbox_keeps;
update outbox o set party_kind = p.kind, party = p.party from (
  select b.id, coalesce(own.kind, k.kind, said.kind, 'unit') as kind, coalesce(own.party, k.party, said.party, b.unit) as party
  from outbox b left join cases c on c.case_id = b.case_id
  left join lateral (select 'unit' as kind, b.unit as party where b.recipient = c.opening #>> '{unit,mail}') own on true
  left join lateral (select x.kind, x.party from contacts x where x.kind <> 'unit' and x.mail = b.recipient limit 1) k on true
  left join lateral (select case when b.template = 'verifier-reminder' then 'verifier' when split_part(b.recipient, '@', 1) = 'city' then 'city'
      else 'district' end as kind, split_part(b.recipient, '@', 1) as party
    where b.recipient like '%@authority.example' or b.recipient like '%@verifier.example') said on true) p where p.id = o.id;
alter table outbox enable trigger outbox_keeps;
alter table outbox alter column party_kind set not null, alter column party set not null,
  add constraint outbox_to_party check (party_kind in ('unit', 'district', 'city', 'verifier', 'person', 'operator'));

-- What a case was opened with says no address any more.
alter table cases disable trigger cases_keep;
update cases set opening = (opening #- '{unit,mail}') - 'mailboxes' - 'mail' - 'city';
alter table cases enable trigger cases_keep;
alter table accounts drop column mail;

-- Their shape changes; they are written anew with every migration, in files of their own.
drop function if exists open_case(text, text, text, int, jsonb, bigint, text, jsonb);
