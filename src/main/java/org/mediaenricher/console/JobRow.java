package org.mediaenricher.console;

import java.time.Instant;
import org.mediaenricher.queue.JobRecord;

/**
 * A job in a list.
 *
 * @param attempts {@code 2 of 5}
 * @param time of what its status tells: when it is due, was claimed or ended
 * @param node that holds it or held it last; empty where none ever did
 * @param reason what last went wrong, empty for nothing
 */
public record JobRow(
        long id,
        String kind,
        String status,
        String attempts,
        Instant createdAt,
        Instant time,
        String node,
        String reason) {
    static JobRow of(JobRecord job) {
        return new JobRow(
                job.id,
                job.kind,
                job.status,
                job.attempt + " of " + job.maxAttempts,
                job.createdAt,
                time(job),
                text(job.node),
                text(job.reason));
    }

    private static Instant time(JobRecord job) {
        if (job.endedAt != null) {
            return job.endedAt;
        }
        return job.status.equals("running") ? job.claimedAt : job.dueAt;
    }

    private static String text(String given) {
        return given == null ? "" : given;
    }
}
