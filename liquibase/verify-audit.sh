#!/bin/sh
# Checks the audit log of every tenant against its chain of hashes, with the owner's credentials.
#
#   DATABASE_URL=jdbc:postgresql://host:5432/media_enricher DATABASE_OWNER=owner DATABASE_OWNER_PASSWORD=... \
#     verify-audit.sh [tenant:head ...]
#
# Prints a line a tenant: tenant:head, how many entries, and "whole" or the first thing that is wrong, which is one of
# changed, missing, gap, outside, head, cut; see the comment on audit.check_chain. Exit code 0: all are whole; 1: one is
# not; 2: it could not be checked. Whoever owns the database could forge a whole chain, or cut off its end: keep what
# this prints elsewhere, and name the heads of last time, which have to be in the chains still.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
: "${DATABASE_URL:?the JDBC URL of the database}" "${DATABASE_OWNER:?the role that owns it}"
: "${DATABASE_OWNER_PASSWORD:?the password of that role}"
heads=
for head in "$@"; do
  if ! printf '%s\n' "$head" | grep -Eqx '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}:[0-9a-fA-F]{64}'; then
    echo "not a head, which is tenant:hash: $head" >&2
    exit 2
  fi
  heads=$heads${heads:+,}$head
done
LIQUIBASE_COMMAND_URL=$DATABASE_URL
LIQUIBASE_COMMAND_USERNAME=$DATABASE_OWNER
LIQUIBASE_COMMAND_PASSWORD=$DATABASE_OWNER_PASSWORD
LIQUIBASE_ANALYTICS_ENABLED=false # tells its maker nothing
export LIQUIBASE_COMMAND_URL LIQUIBASE_COMMAND_USERNAME LIQUIBASE_COMMAND_PASSWORD LIQUIBASE_ANALYTICS_ENABLED
# The claims are for an owner whom row-level security does not let by.
answer=$("${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$here/lib/*" liquibase.integration.commandline.LiquibaseCommandLine \
  --show-banner=false --log-level=off execute-sql --sql="
    select set_config('request.jwt.claims', '{\"role\":\"service_role\"}', false);
    select tenant, entries, coalesce(head, '-') as head, verdict from audit.chains('{$heads}');") || exit 2
printf '%s\n' "$answer" | awk -F ' [|] ' '
  /^TENANT / { answered = 1; next }
  answered && NF > 3 { print $1 ":" $3 " entries " $2 ", " $4; broken = broken || $4 != "whole" }
  END { exit answered ? broken : 2 }'
