package org.mediaenricher.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Instant;
import org.mediaenricher.queue.JobRecord;

/** A job as JSON; the names are those of the columns. */
public record JobBody(
        long id,
        String kind,
        String status,
        int priority,
        int attempt,
        int maxAttempts,
        Instant dueAt,
        Instant createdAt,
        Instant claimedAt,
        Instant endedAt,
        String node,
        String uniqueKey,
        String correlationId,
        JsonObject payload,
        JsonArray errors,
        String reason,
        boolean cancelRequested) {
    static JobBody of(JobRecord job) {
        return new JobBody(
                job.id,
                job.kind,
                job.status,
                job.priority,
                job.attempt,
                job.maxAttempts,
                job.dueAt,
                job.createdAt,
                job.claimedAt,
                job.endedAt,
                job.node,
                job.uniqueKey,
                job.correlationId,
                JsonText.object(job.payload),
                JsonText.array(job.errors),
                job.reason,
                job.cancelRequested);
    }
}
