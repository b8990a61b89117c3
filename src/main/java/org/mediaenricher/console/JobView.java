package org.mediaenricher.console;

import java.time.Instant;
import org.mediaenricher.queue.JobRecord;

/**
 * What a page tells of one job. Times and texts are null where there is nothing to tell.
 *
 * @param attempts {@code 2 of 5}
 * @param payload a JSON object, a member a line
 * @param reason why it was given up, or what last went wrong
 * @param calledOff whether somebody called it off while it runs
 */
public record JobView(
        long id,
        String kind,
        String status,
        String attempts,
        int priority,
        Instant createdAt,
        Instant dueAt,
        Instant claimedAt,
        Instant endedAt,
        String node,
        String uniqueKey,
        String correlationId,
        String payload,
        String reason,
        boolean calledOff) {
    static JobView of(JobRecord job) {
        return new JobView(
                job.id,
                job.kind,
                job.status,
                job.attempt + " of " + job.maxAttempts,
                job.priority,
                job.createdAt,
                job.dueAt,
                job.claimedAt,
                job.endedAt,
                job.node,
                job.uniqueKey,
                job.correlationId,
                PrettyJson.of(job.payload),
                job.reason,
                job.cancelRequested);
    }
}
