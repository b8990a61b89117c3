package org.mediaenricher.leases;

/**
 * One life of a node, from its first heartbeat to the first one it missed.
 *
 * @param node the node's name, unique among the servers on one database
 * @param number never used twice
 */
public record Incarnation(String node, long number) {}
