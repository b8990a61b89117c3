package org.mediaenricher.queue;

import java.time.Duration;

/**
 * What was done for a tenant in the last day.
 *
 * @param completed jobs
 * @param cancelled jobs
 * @param busy the time of all completed ones together
 */
public record Usage(long completed, long cancelled, Duration busy) {
    static final Usage NONE = new Usage(0, 0, Duration.ZERO);
}
