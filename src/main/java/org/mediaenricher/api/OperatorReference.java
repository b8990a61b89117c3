package org.mediaenricher.api;

import java.util.UUID;

/** An operator's id in a path. What is no UUID is the id of no operator. */
public record OperatorReference(UUID value) {
    /** As JAX-RS reads it from the path. */
    public static OperatorReference valueOf(String text) {
        return new OperatorReference(PathId.of(text, "operator"));
    }
}
