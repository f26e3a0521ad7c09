#!/bin/sh
# Makes Temporal's two databases on PostgreSQL, or brings them up to date; doing it again changes nothing.
set -eu

for database in temporal:temporal temporal_visibility:visibility; do
  name=${database%%:*}
  schema=${database##*:}
  echo "Temporal: database $name"
  tool() {
    temporal-sql-tool --plugin postgres12 --ep "${POSTGRES_HOST:-postgres}" -p "${POSTGRES_PORT:-5432}" -u temporal --db "$name" "$@"
  }
  tool create
  tool setup-schema --version 0.0
  tool update-schema --schema-name "postgresql/v12/$schema"
done
