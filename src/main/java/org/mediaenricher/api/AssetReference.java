package org.mediaenricher.api;

import java.util.UUID;
import org.mediaenricher.problems.Problem;

/** An asset's id in a path. What is no UUID is the id of no asset. */
public record AssetReference(UUID value) {
    /** As JAX-RS reads it from the path. */
    public static AssetReference valueOf(String text) {
        try {
            return new AssetReference(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            throw new Problem(Problem.Kind.NOT_FOUND, "There is no such asset.");
        }
    }
}
