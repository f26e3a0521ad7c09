-- Certificates by which parties seal, and seals. What stands here of certificates is what events of the case of the people say, written in
-- their transactions, never edited but for a revocation.

create table certificates (
  certificate text primary key check (certificate ~ '^s-[0-9]{4,}$'),
  party text not null,
  -- Of the party.
  kind text not null,
  -- Who keeps its key: the party alone, or a seal platform that signs for it.
  held text not null check (held in ('party', 'platform')),
  algorithm text not null check (algorithm in ('ecdsa', 'rsa', 'sm2-sm3')),
  -- Of the DER.
  sha256 text not null unique,
  der bytea not null check (encode(sha256(der), 'hex') = sha256),
  -- The certificates between it and the root, each in base64 of its DER.
  chain jsonb not null,
  subject text not null,
  -- Its own days, in milliseconds.
  valid_from bigint not null,
  valid_until bigint not null,
  -- By a test authority.
  test boolean not null,
  registered_at bigint not null,
  event int not null,
  revoked_at bigint,
  revoked_event int,
  check ((revoked_at is null) = (revoked_event is null))
);
create index certificates_party on certificates (party);
create trigger certificates_stay before delete or truncate on certificates for each statement execute function refuse_change();
create trigger certificates_keep before update of certificate, party, kind, held, algorithm, sha256, der, chain, subject, valid_from,
  valid_until, test, registered_at, event on certificates for each statement execute function refuse_change();
create trigger certificates_end_once before update on certificates for each row when (old.revoked_event is not null)
  execute function refuse_change();

-- Written anew with every migration, in a function of its own.
create function certificate_is_told() returns trigger language plpgsql as $$ begin return null; end $$;
create constraint trigger certificates_told after insert or update of revoked_at, revoked_event on certificates
  deferrable initially deferred for each row execute function certificate_is_told();

-- A seal as it was verified, with what was known then: the chain, the instant, what was known of revocation.
create sequence seal_numbers;
create table seals (
  n bigint primary key default nextval('seal_numbers'),
  seal text not null unique generated always as ('SEAL-' || lpad(n::text, greatest(6, length(n::text)), '0')) stored,
  -- The SHA-256 of the manifest, which is the bytes that were signed.
  manifest_sha256 text not null,
  manifest text not null check (encode(sha256(convert_to(manifest, 'UTF8')), 'hex') = manifest_sha256),
  party text not null,
  kind text not null check (kind in ('certificate', 'platform', 'witness')),
  algorithm text not null check (algorithm in ('ecdsa', 'rsa', 'sm2-sm3')),
  certificate text references certificates,
  signature bytea not null check (length(signature) <= 65536),
  evidence jsonb not null,
  -- Business time.
  made_at bigint not null,
  made_by text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  check ((certificate is null) = (kind = 'witness'))
);
create index seals_manifest on seals (manifest_sha256);
create unique index seals_once on seals (manifest_sha256, party, sha256(signature));
create trigger seals_stay before update or delete or truncate on seals for each statement execute function refuse_change();
