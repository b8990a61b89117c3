package org.mediaenricher.api;

import org.mediaenricher.problems.Problem;

/** A job's id in a path. What is no number is the id of no job. */
public record JobId(long value) {
    /** As JAX-RS reads it from the path. */
    public static JobId valueOf(String text) {
        try {
            return new JobId(Long.parseLong(text));
        } catch (NumberFormatException notAnId) {
            throw new Problem(Problem.Kind.NOT_FOUND, "There is no such job.");
        }
    }
}
