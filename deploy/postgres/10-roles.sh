#!/bin/sh
# Run once, by the image of PostgreSQL, when it makes a new cluster: a role and a database for luyue's book, a
# role for Temporal that may make its own databases. Neither can read what the other owns.
set -eu

psql --set=ON_ERROR_STOP=1 --no-psqlrc --quiet --username "$POSTGRES_USER" --dbname postgres <<'SQL'
\getenv temporal_password TEMPORAL_DB_PASSWORD
\getenv luyue_password LUYUE_DB_PASSWORD
create role temporal login createdb password :'temporal_password';
create role luyue login password :'luyue_password';
create database luyue owner luyue;
revoke connect, temporary on database luyue from public;
SQL
