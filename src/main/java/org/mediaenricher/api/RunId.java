package org.mediaenricher.api;

import java.util.UUID;
import org.mediaenricher.problems.Problem;

/** A run's id in a path. What is no UUID is the id of no run. */
public record RunId(UUID value) {
    /** As JAX-RS reads it from the path. */
    public static RunId valueOf(String text) {
        try {
            return new RunId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            throw new Problem(Problem.Kind.NOT_FOUND, "There is no such run.");
        }
    }
}
