package org.mediaenricher.console;

import java.time.Instant;
import java.util.UUID;
import org.mediaenricher.queue.Schedule;

/**
 * A schedule, as pages tell it.
 *
 * @param inWords when it is due: {@code at 03:00 on Sunday}
 * @param state {@code enabled} or {@code paused}
 * @param next null while it is paused, and when it is never due again
 * @param last its last tick, null when it never fired
 */
public record ScheduleRow(
        UUID id,
        String name,
        String expression,
        String inWords,
        String zone,
        String kind,
        String state,
        Instant next,
        TickRow last,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy) {
    static ScheduleRow of(Schedule schedule, TickRow last) {
        return new ScheduleRow(
                schedule.id,
                schedule.name,
                schedule.expression,
                schedule.inWords(),
                schedule.zone,
                schedule.kind,
                schedule.enabled ? "enabled" : "paused",
                schedule.nextAt,
                last,
                schedule.createdAt,
                schedule.createdBy,
                schedule.updatedAt,
                schedule.updatedBy);
    }
}
