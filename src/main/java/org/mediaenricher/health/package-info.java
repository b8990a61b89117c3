/**
 * The orchestrator's door: MicroProfile Health probes on the management port. Ready means that the database and the
 * store answer; alive asks nobody, for a server is not to be killed because its database is away.
 */
package org.mediaenricher.health;
