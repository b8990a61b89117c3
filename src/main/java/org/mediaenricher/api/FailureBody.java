package org.mediaenricher.api;

import java.time.Instant;
import org.mediaenricher.runs.Failure;

/** A failed object as JSON. */
public record FailureBody(String path, String code, String message, Instant failedAt, Instant resolvedAt) {
    static FailureBody of(Failure failure) {
        return new FailureBody(
                failure.path(),
                failure.code(),
                failure.message(),
                failure.failedAt(),
                failure.resolvedAt().orElse(null));
    }
}
