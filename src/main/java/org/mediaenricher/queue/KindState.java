package org.mediaenricher.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How one kind of job stands with a tenant.
 *
 * @param kind its name
 * @param counts how many jobs stand so now, by status; completed and cancelled ones of the last hour
 * @param ages how long they stand so on the average, by status: since they were enqueued, dead ones since they were
 *     given up; none of those that have ended in good order
 * @param oldest since when the oldest job waits whose time has come, empty when none does
 * @param pause why no job of it is begun for now, empty when they are
 */
public record KindState(
        String kind,
        Map<JobStatus, Long> counts,
        Map<JobStatus, Duration> ages,
        Optional<Instant> oldest,
        Optional<Pause> pause) {
    /**
     * A pause.
     *
     * @param by whoever asked for it
     * @param at since when
     * @param reason in their words
     */
    public record Pause(String by, Instant at, String reason) {}
}
