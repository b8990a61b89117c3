package org.mediaenricher.leases;

import java.time.Instant;

/**
 * A server among those that share the database.
 *
 * @param name unique among them
 * @param incarnation its life; what it leased bears this number
 * @param version of the application it runs
 * @param startedAt when this life began
 * @param seenAt its last heartbeat
 * @param leaseUntil until when it counts as alive at the most, without another one
 * @param lifeline whether its process was seen to hold its lifeline
 * @param alive whether it counts as alive now, by the database's clock
 */
public record Node(
        String name,
        long incarnation,
        String version,
        Instant startedAt,
        Instant seenAt,
        Instant leaseUntil,
        boolean lifeline,
        boolean alive) {}
