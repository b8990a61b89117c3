package org.mediaenricher.batch.backfill;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a run rests after an outage: twice as long each time, until it gives up.
 *
 * @param first the rest after the first outage
 * @param most how many outages in a row, without one chunk between them, are borne
 */
record OutagePolicy(Duration first, int most) {
    /**
     * @param outage which one in a row, from 1
     * @return empty when it was one too many
     */
    Optional<Duration> restAfter(int outage) {
        return outage > most ? Optional.empty() : Optional.of(first.multipliedBy(1L << (outage - 1)));
    }
}
