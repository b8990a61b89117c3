package org.mediaenricher.api;

import java.util.UUID;

/** An action's id in a path. What is no UUID is the id of no action. */
public record ActionId(UUID value) {
    /** As JAX-RS reads it from the path. */
    public static ActionId valueOf(String text) {
        return new ActionId(PathId.of(text, "action"));
    }
}
