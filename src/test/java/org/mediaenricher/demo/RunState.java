package org.mediaenricher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** A run as {@code GET /media-enricher/runs/{id}} tells of it. */
record RunState(
        String id,
        String status,
        String reason,
        boolean surveyed,
        long total,
        long processed,
        long succeeded,
        long failed,
        long skipped,
        Duration took) {
    private static final Set<String> ENDED = Set.of("completed", "failed", "stopped");

    static RunState of(JsonNode json) {
        Instant started = Instant.parse(json.get("started_at").asText());
        Instant ended =
                json.hasNonNull("ended_at") ? Instant.parse(json.get("ended_at").asText()) : started;
        return new RunState(
                json.get("id").asText(),
                json.get("status").asText(),
                json.path("reason").asText(""),
                json.get("surveyed").asBoolean(),
                json.get("total_files").asLong(),
                json.get("processed_files").asLong(),
                json.get("succeeded").asLong(),
                json.get("failed").asLong(),
                json.get("skipped").asLong(),
                Duration.between(started, ended));
    }

    boolean ended() {
        return ENDED.contains(status);
    }

    boolean completed() {
        return status.equals("completed");
    }

    /** The line that ends the demo; whole seconds, begun ones count. */
    String summary() {
        long seconds = took.plusNanos(999_999_999).toSeconds();
        String counts = String.format(
                Locale.ROOT,
                "run %s: total=%d processed=%d succeeded=%d failed=%d skipped=%d seconds=%d",
                status,
                total,
                processed,
                succeeded,
                failed,
                skipped,
                seconds);
        return reason.isEmpty() ? counts : counts + " reason=" + Printable.of(reason);
    }
}
