package org.mediaenricher.queue;

import java.time.Instant;
import java.util.Optional;

/**
 * A tick to be written down.
 *
 * @param due empty for now
 * @param node that took it
 * @param late whether no node rang at its time
 * @param missed how many before it were left out
 * @param askedBy empty when it was due by itself
 */
record NewTick(Optional<Instant> due, String node, boolean late, int missed, Optional<String> askedBy) {}
