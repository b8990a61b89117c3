package org.mediaenricher.api;

import java.util.UUID;

/** An asset's id in a path. What is no UUID is the id of no asset. */
public record AssetReference(UUID value) {
    /** As JAX-RS reads it from the path. */
    public static AssetReference valueOf(String text) {
        return new AssetReference(PathId.of(text, "asset"));
    }
}
