#!/bin/sh
# Runs once, when PostgreSQL's folder is new: the launcher's roles and schemas, with the password from outside.
set -eu
quoted="'$(printf '%s' "$BEARHUG_DB_PASSWORD" | sed "s/'/''/g")'"
awk -v password="$(printf '%s' "$quoted" | sed 's/\\/\\\\/g')" '
    { while ((at = index($0, "${password}")) > 0) $0 = substr($0, 1, at - 1) password substr($0, at + 11); print }
' /bearhug/roles.sql | psql --set=ON_ERROR_STOP=1 --username=postgres --dbname=bearhug
