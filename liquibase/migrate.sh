#!/bin/sh
# Brings a database up to date, with the owner's credentials, before a server of this version starts on it.
#
#   DATABASE_URL=jdbc:postgresql://host:5432/media_enricher DATABASE_OWNER=owner DATABASE_OWNER_PASSWORD=... migrate.sh
#
# The password goes by the environment, so it stands in no list of processes. Safe to run again, and on two machines
# at once: one waits for the other. For the first login of the server, the owner then sets a password, once:
#   alter role media_enricher login password '...';
set -eu
here=$(cd "$(dirname "$0")" && pwd)
: "${DATABASE_URL:?the JDBC URL of the database}" "${DATABASE_OWNER:?the role that owns it}"
: "${DATABASE_OWNER_PASSWORD:?the password of that role}"
LIQUIBASE_COMMAND_URL=$DATABASE_URL
LIQUIBASE_COMMAND_USERNAME=$DATABASE_OWNER
LIQUIBASE_COMMAND_PASSWORD=$DATABASE_OWNER_PASSWORD
LIQUIBASE_ANALYTICS_ENABLED=false # tells its maker nothing
export LIQUIBASE_COMMAND_URL LIQUIBASE_COMMAND_USERNAME LIQUIBASE_COMMAND_PASSWORD LIQUIBASE_ANALYTICS_ENABLED
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$here/lib/*" liquibase.integration.commandline.LiquibaseCommandLine \
  --show-banner=false --log-level=warning --search-path="$here" --changelog-file=changelog.xml update
