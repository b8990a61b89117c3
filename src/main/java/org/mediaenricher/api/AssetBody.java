package org.mediaenricher.api;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.mediaenricher.assets.Asset;
import org.mediaenricher.assets.SeenAsset;

/** An asset as JSON; the names are those of the columns. */
public record AssetBody(
        UUID id,
        String bucket,
        String path,
        String status,
        long sizeBytes,
        String etag,
        String contentType,
        Integer width,
        Integer height,
        Integer orientation,
        Integer rotation,
        Instant capturedAt,
        LocalDateTime capturedLocal,
        String capturedOffset,
        String capturedFrom,
        Double latitude,
        Double longitude,
        Double altitude,
        String cameraMake,
        String cameraModel,
        Long durationMs,
        String videoCodec,
        String audioCodec,
        Double frameRate,
        Integer audioChannels,
        Integer pageCount,
        List<String> tags,
        JsonObject metadata,
        Instant enrichedAt,
        LookBody look) {
    static AssetBody of(SeenAsset seen) {
        Asset asset = seen.asset();
        return new AssetBody(
                asset.id,
                asset.bucket,
                asset.path,
                asset.status,
                asset.sizeBytes,
                asset.etag,
                asset.contentType,
                asset.width,
                asset.height,
                asset.orientation,
                asset.rotation,
                asset.capturedAt,
                asset.capturedLocal,
                asset.capturedOffset,
                asset.capturedFrom,
                asset.latitude,
                asset.longitude,
                asset.altitude,
                asset.cameraMake,
                asset.cameraModel,
                asset.durationMs,
                asset.videoCodec,
                asset.audioCodec,
                asset.frameRate,
                asset.audioChannels,
                asset.pageCount,
                asset.tags,
                JsonText.object(asset.metadata),
                asset.enrichedAt,
                seen.look().map(LookBody::of).orElse(null));
    }
}
