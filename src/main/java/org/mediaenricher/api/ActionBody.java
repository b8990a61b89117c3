package org.mediaenricher.api;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.mediaenricher.queue.JobAction;

/** Something done to many dead letters, as JSON; the names are those of the columns. */
public record ActionBody(
        UUID id,
        String action,
        JsonObject filter,
        String reason,
        String askedBy,
        Instant askedAt,
        long expected,
        long done,
        long leftOut,
        String status,
        Instant endedAt) {
    static ActionBody of(JobAction action) {
        return new ActionBody(
                action.id,
                action.action,
                JsonText.object(action.filter),
                action.reason,
                action.askedBy,
                action.askedAt,
                action.expected,
                action.done,
                action.leftOut,
                action.status,
                action.endedAt);
    }
}
