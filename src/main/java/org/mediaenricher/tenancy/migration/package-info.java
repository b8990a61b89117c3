/**
 * The schema, brought up to date by Liquibase before a server starts: what {@code migrate.sh} runs. It is no part of the
 * WAR and refuses to know the server. Liquibase alone is not safe here: its lock is a row that stays locked when its
 * process is killed, and it commits a changeset before it notes that it did.
 */
package org.mediaenricher.tenancy.migration;
