package org.mediaenricher.queue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was completed.
 *
 * @param completed how many jobs in all
 * @param latency of them all, empty when there was none
 * @param steps from the oldest to the present one, those with nothing in them too
 */
public record Throughput(long completed, Optional<Latency> latency, List<Step> steps) {
    /**
     * A stretch of that time, as long as all others.
     *
     * @param since its beginning
     * @param completed how many jobs ended in it
     * @param latency of these, empty when there was none
     */
    public record Step(Instant since, long completed, Optional<Latency> latency) {}
}
