package org.mediaenricher.assets;

import org.mediaenricher.storage.ObjectReader;

/**
 * A picture as it lies in the store, opened.
 *
 * @param contentType its MIME type, from its bytes
 * @param size bytes
 * @param etag changes whenever the bytes do
 * @param bytes to be closed by whoever asked
 */
public record OriginalPicture(String contentType, long size, String etag, ObjectReader bytes) implements AutoCloseable {
    @Override
    public void close() {
        bytes.close();
    }
}
