#!/bin/sh
# Makes the namespace and registers the search attributes; doing it again changes nothing. Histories of ended
# cases are kept for a hundred years: they are evidence.
set -eu

: "${TEMPORAL_ADDRESS:?}" "${TEMPORAL_NAMESPACE:?}"

if ! temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1; then
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention 36500d \
    --description "luyue 履约: compliance cycles of Beijing's carbon market"
fi

# A new namespace takes a few seconds until every part of the server knows it.
tries=0
until temporal operator search-attribute list --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1; do
  tries=$((tries + 1))
  if [ "$tries" -ge 30 ]; then
    echo "Temporal: the namespace $TEMPORAL_NAMESPACE does not become known" >&2
    exit 1
  fi
  sleep 1
done

# Creating an attribute that is there already is no error as long as its type is the same.
while read -r name type; do
  temporal operator search-attribute create --namespace "$TEMPORAL_NAMESPACE" --name "$name" --type "$type"
done <<'ATTRIBUTES'
Unit Keyword
District Keyword
Cycle Int
Phase Keyword
WaitingFor Keyword
NextDeadline Datetime
Overdue Int
CaseKind Keyword
ATTRIBUTES
