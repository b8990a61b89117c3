package org.mediaenricher.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.UUID;
import org.mediaenricher.queue.Schedule;
import org.mediaenricher.queue.Tick;

/**
 * A schedule as JSON.
 *
 * @param expression in its canonical form
 * @param inWords the same in plain English
 * @param enabled false while it is paused
 * @param nextAt absent while it is paused, and when it is never due again
 * @param lastTick absent when it never fired
 */
public record ScheduleBody(
        UUID id,
        String name,
        String expression,
        String inWords,
        String zone,
        String kind,
        JsonObject payload,
        boolean enabled,
        Instant nextAt,
        Instant lastAt,
        TickBody lastTick,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy) {
    /**
     * @param last null when it never fired
     */
    static ScheduleBody of(Schedule schedule, Tick last) {
        return new ScheduleBody(
                schedule.id,
                schedule.name,
                schedule.expression,
                schedule.inWords(),
                schedule.zone,
                schedule.kind,
                json(schedule.payload),
                schedule.enabled,
                schedule.nextAt,
                schedule.lastAt,
                last == null ? null : TickBody.of(last),
                schedule.createdAt,
                schedule.createdBy,
                schedule.updatedAt,
                schedule.updatedBy);
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
