package org.mediaenricher.api;

import java.time.Duration;
import java.time.Instant;
import org.mediaenricher.queue.Tick;

/**
 * A tick of a schedule as JSON.
 *
 * @param catchUp whether it came late, for no node was up at its time
 * @param missed how many before it were left out, counted up to a thousand
 * @param askedBy absent when it was due by itself
 * @param jobId the job it made; where it was skipped, the one in the way
 * @param outcome {@code skipped}, or the status of the job; absent when the job is no longer kept
 * @param durationMs of the job's last attempt, absent until it has ended
 */
public record TickBody(
        Instant dueAt,
        Instant firedAt,
        String node,
        boolean catchUp,
        int missed,
        String askedBy,
        Long jobId,
        boolean skipped,
        String outcome,
        Instant beganAt,
        Instant endedAt,
        Long durationMs,
        String reason) {
    static TickBody of(Tick tick) {
        return new TickBody(
                tick.dueAt,
                tick.firedAt,
                tick.node,
                tick.catchUp,
                tick.missed,
                tick.askedBy,
                tick.jobId,
                tick.skipped,
                tick.outcome,
                tick.beganAt,
                tick.endedAt,
                tick.duration().map(Duration::toMillis).orElse(null),
                tick.reason);
    }
}
