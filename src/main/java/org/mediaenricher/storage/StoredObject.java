package org.mediaenricher.storage;

import java.time.Instant;

/**
 * One object as the store describes it, without its bytes.
 *
 * @param path the key inside its bucket, as in {@link ObjectKey#path()}
 * @param size bytes
 * @param etag an opaque text, without quotes, that changes whenever the content does
 * @param lastModified when the content was last written, by the store's clock
 */
public record StoredObject(String path, long size, String etag, Instant lastModified) {}
