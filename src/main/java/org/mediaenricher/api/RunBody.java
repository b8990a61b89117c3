package org.mediaenricher.api;

import java.time.Instant;
import java.util.UUID;
import org.mediaenricher.runs.Retry;
import org.mediaenricher.runs.Run;

/** A run as JSON; the names are those of the columns. */
public record RunBody(
        UUID id,
        String bucket,
        String prefix,
        Long limit,
        String mode,
        boolean looks,
        Long skipLimit,
        UUID retryOf,
        String retryCode,
        String trigger,
        String status,
        String reason,
        Instant startedAt,
        Instant endedAt,
        boolean surveyed,
        long totalFiles,
        long processedFiles,
        long succeeded,
        long failed,
        long skipped,
        String startedBy,
        String driver) {
    static RunBody of(Run run) {
        return new RunBody(
                run.id(),
                run.bucket(),
                run.prefix(),
                run.limit().orElse(null),
                run.mode().word(),
                run.looks(),
                run.skipLimit().orElse(null),
                run.retry().map(Retry::run).orElse(null),
                run.retry().flatMap(Retry::code).orElse(null),
                run.trigger().word(),
                run.status().word(),
                run.reason().orElse(null),
                run.startedAt(),
                run.endedAt().orElse(null),
                run.surveyed(),
                run.totalFiles(),
                run.processedFiles(),
                run.succeeded(),
                run.failed(),
                run.skipped(),
                run.startedBy(),
                run.driver().orElse(null));
    }
}
