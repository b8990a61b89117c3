package org.mediaenricher.media;

import java.util.Base64;
import java.util.Locale;

/**
 * What a picture looks like, in a few bytes.
 *
 * @param thumbHash a placeholder to show while the picture loads, see {@link ThumbHash}; base64
 * @param dominantColour its most frequent colour, as CSS writes it: {@code #rrggbb}
 * @param perceptualHash 64 bits that differ in few places for pictures that look alike, see {@link PerceptualHash}
 */
public record Look(String thumbHash, String dominantColour, long perceptualHash) {
    /** The box that a picture is decoded into for this: the most that a ThumbHash takes. */
    public static final Size BOX = new Size(100, 100);

    /**
     * @param upright as it is to be shown, no larger than {@link #BOX}
     */
    public static Look of(Raster upright) {
        return new Look(
                Base64.getEncoder().encodeToString(ThumbHash.of(upright)),
                String.format(Locale.ROOT, "#%06x", DominantColour.of(upright)),
                PerceptualHash.of(upright));
    }

    /** In how many bits two perceptual hashes differ (Hamming distance), 0 to 64. */
    public static int distance(long one, long other) {
        return Long.bitCount(one ^ other);
    }
}
