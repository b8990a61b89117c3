#!/bin/sh
# Brings a database up to date, with the owner's credentials, before a server of this version starts on it.
#
#   DATABASE_URL=jdbc:postgresql://host:5432/media_enricher DATABASE_OWNER=owner DATABASE_OWNER_PASSWORD=... migrate.sh
#
# The password goes by the environment, so it stands in no list of processes. Safe to run again, and on two machines
# at once: one waits for the other. When it is killed, nothing is half done and the next run goes on at once. The URL
# has to lead to PostgreSQL itself, not to a pooler that shares sessions. For the first login of the server, the owner
# then sets a password, once:
#   alter role media_enricher login password '...';
set -eu
here=$(cd "$(dirname "$0")" && pwd)
: "${DATABASE_URL:?the JDBC URL of the database}" "${DATABASE_OWNER:?the role that owns it}"
: "${DATABASE_OWNER_PASSWORD:?the password of that role}"
export DATABASE_URL DATABASE_OWNER DATABASE_OWNER_PASSWORD
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$here/lib/*" \
  "-Djava.util.logging.SimpleFormatter.format=%4\$s: %5\$s%6\$s%n" \
  org.mediaenricher.tenancy.migration.MigrateMain "$here"
