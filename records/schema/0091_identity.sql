-- The embedded identity provider's own: for demonstration, rehearsal and tests. A schema apart, to which the service role has no way.
create schema identity;

create table identity.oidc_payloads (
  model text not null,
  id text not null,
  payload jsonb not null,
  grant_id text,
  user_code text,
  uid text,
  expires_at bigint,
  consumed_at bigint,
  primary key (model, id)
);
create index oidc_payloads_grant on identity.oidc_payloads (grant_id) where grant_id is not null;
create unique index oidc_payloads_user_code on identity.oidc_payloads (user_code) where user_code is not null;
create index oidc_payloads_uid on identity.oidc_payloads (uid) where uid is not null;
create index oidc_payloads_expires on identity.oidc_payloads (expires_at);

-- Keys that sign: one that will, one that does, those that did until what they signed has expired.
create table identity.keys (
  kid text primary key,
  jwk jsonb not null,
  made_at bigint not null,
  signs_from bigint,
  retires_at bigint check (retires_at is null or signs_from is not null)
);
create unique index keys_signing on identity.keys ((true)) where signs_from is not null and retires_at is null;
create unique index keys_next on identity.keys ((true)) where signs_from is null;

create table identity.secrets (
  name text primary key,
  value text not null
);

-- People made up for a demonstration or a test.
create table identity.accounts (
  subject text primary key check (length(subject) between 1 and 255),
  login text not null unique check (length(login) between 1 and 100),
  password_hash text,
  totp_secret text,
  -- The step of the code that was used last: a code is good once.
  totp_step bigint
);

-- As rate-limiter-flexible keeps it.
create table identity.tries (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
