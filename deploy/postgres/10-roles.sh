#!/bin/sh
# Run once, by the image of PostgreSQL, when it makes a new cluster: a role and a database for luyue's book, a role under
# which the book is served and which owns nothing of it, a role for Temporal that may make its own databases. Neither
# luyue nor Temporal can read what the other owns. What the role of service may do is granted after each change of the schema.
set -eu

psql --set=ON_ERROR_STOP=1 --no-psqlrc --quiet --username "$POSTGRES_USER" --dbname postgres <<'SQL'
\getenv temporal_password TEMPORAL_DB_PASSWORD
\getenv luyue_password LUYUE_DB_PASSWORD
\getenv service_password LUYUE_SERVICE_DB_PASSWORD
create role temporal login createdb password :'temporal_password';
create role luyue login password :'luyue_password';
create role luyue_service login;
\if :{?service_password}
alter role luyue_service password :'service_password';
\endif
create database luyue owner luyue;
revoke connect, temporary on database luyue from public;
grant connect on database luyue to luyue_service;
SQL
