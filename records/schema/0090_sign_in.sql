-- Who signed in, was refused, stepped up or signed out, when and how: by the wall clock, without secrets. Of an address the network alone.
create table sign_ins (
  n bigint generated always as identity primary key,
  at bigint not null,
  what text not null check (what in ('signed-in', 'stepped-up', 'refused', 'signed-out')),
  how text not null check (how in ('code', 'password', 'totp', 'test-person', 'device', 'client', 'token')),
  issuer text check (length(issuer) <= 500),
  -- Whom the provider names; nobody where nobody of that name is known: what was typed may have been a password.
  subject text check (length(subject) <= 255),
  client text check (length(client) <= 255),
  why text check (length(why) <= 200),
  network text check (length(network) <= 50)
);
create index sign_ins_at on sign_ins (at);
create index sign_ins_subject on sign_ins (issuer, subject, at);
create trigger sign_ins_stay before update or truncate on sign_ins for each statement execute function refuse_change();

-- A browser that is signed in. The cookie's value is not kept, its SHA-256 is.
create table sessions (
  id_hash bytea primary key check (length(id_hash) = 32),
  issuer text not null,
  subject text not null,
  -- The provider's name of the sign-in, which its tokens carry.
  sid text not null,
  acr text not null,
  auth_time bigint not null,
  made_at bigint not null,
  seen_at bigint not null,
  ended_at bigint,
  check (ended_at >= made_at)
);
create index sessions_subject on sessions (issuer, subject) where ended_at is null;
create index sessions_made on sessions (made_at);

-- Sign-ins that have ended: tokens of theirs that were issued before are refused.
create table ended_sign_ins (
  issuer text not null,
  sid text not null,
  at bigint not null,
  primary key (issuer, sid)
);
create index ended_sign_ins_at on ended_sign_ins (at);

-- A sign-in under way: what must come back from the provider, to which browser, and where it goes on. Good once.
create table sign_in_attempts (
  state_hash bytea primary key check (length(state_hash) = 32),
  browser_hash bytea not null check (length(browser_hash) = 32),
  nonce text not null,
  verifier text not null,
  goes_to text not null check (length(goes_to) <= 2000),
  step_up boolean not null,
  made_at bigint not null,
  used_at bigint
);
create index sign_in_attempts_made on sign_in_attempts (made_at);
