package org.mediaenricher.assets;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is shown of an asset among others.
 *
 * @param bucket the bucket's name
 * @param path the object's key in it
 * @param status one of {@code pending processing ready failed}
 * @param contentType the MIME type, from the bytes; empty where it was never read
 * @param size bytes
 * @param width pixels as shown, 0 where there are none
 * @param height pixels as shown, 0 where there are none
 * @param capturedAt when it was taken, where that is known
 * @param thumbHash its placeholder, base64, where it was looked at
 */
public record AssetTile(
        UUID id,
        String bucket,
        String path,
        String status,
        Optional<String> contentType,
        long size,
        int width,
        int height,
        Optional<Instant> capturedAt,
        List<String> tags,
        Optional<String> thumbHash) {
    AssetTile withThumbHash(String hash) {
        return new AssetTile(
                id,
                bucket,
                path,
                status,
                contentType,
                size,
                width,
                height,
                capturedAt,
                tags,
                Optional.ofNullable(hash));
    }
}
