package org.mediaenricher.api;

import java.time.Instant;
import org.mediaenricher.assets.AssetLook;

/**
 * What a picture looks like, as JSON.
 *
 * @param thumbHash a placeholder in the ThumbHash format, base64
 * @param dominantColour {@code #rrggbb}
 * @param perceptualHash 16 hexadecimal digits
 * @param sha256 of the whole object
 * @param code why it could not be decoded, absent when it could
 * @param message the same for people
 * @param seenAt when
 */
public record LookBody(
        String thumbHash,
        String dominantColour,
        String perceptualHash,
        String sha256,
        String code,
        String message,
        Instant seenAt) {
    static LookBody of(AssetLook look) {
        return new LookBody(
                look.thumbHash,
                look.dominantColour,
                look.perceptualHash == null ? null : String.format("%016x", look.perceptualHash),
                look.sha256,
                look.failureCode,
                look.failureMessage,
                look.seenAt);
    }
}
