package org.mediaenricher.api;

import java.util.UUID;

/** A run's id in a path. What is no UUID is the id of no run. */
public record RunId(UUID value) {
    /** As JAX-RS reads it from the path. */
    public static RunId valueOf(String text) {
        return new RunId(PathId.of(text, "run"));
    }
}
