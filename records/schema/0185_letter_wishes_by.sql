-- Who kept a person's wish about letters: they themselves, or an operator for them.
alter table letter_wishes add column kept_by text;
alter table letter_wishes add column kept_at timestamptz;
