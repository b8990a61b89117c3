/**
 * Which node may work on what. A node proves it lives by a heartbeat in the database's clock; whatever it leased is
 * free again when the heartbeat stops. Refuses to know what is leased: the rooms above keep the owner and the fencing
 * token in their own rows. One heartbeat for everything, so that a node is dead or alive and never half of each.
 */
package org.mediaenricher.leases;
