package org.mediaenricher.api;

import java.util.UUID;

/** A schedule's id in a path. What is no UUID is the id of no schedule. */
public record ScheduleReference(UUID value) {
    /** As JAX-RS reads it from the path. */
    public static ScheduleReference valueOf(String text) {
        return new ScheduleReference(PathId.of(text, "schedule"));
    }
}
