package org.mediaenricher.storage;

import java.util.List;

/**
 * One page of a bucket.
 *
 * @param objects in the order of the UTF-8 bytes of their whole paths, as S3 orders them:
 *     {@code a-b}, then {@code a/b}, then {@code ab}
 * @param more whether the store has more behind the last one; then {@code objects} is not empty
 */
public record Listing(List<StoredObject> objects, boolean more) {
    /** Keeps its own copy of the list. */
    public Listing {
        objects = List.copyOf(objects);
    }
}
