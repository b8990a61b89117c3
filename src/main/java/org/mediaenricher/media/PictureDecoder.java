package org.mediaenricher.media;

import java.util.Set;

/** Makes small pictures of large ones, whatever their format. One instance serves all threads. */
public interface PictureDecoder {
    /** The MIME types of pictures that are decoded. */
    Set<String> CONTENT_TYPES = Set.of(
            "image/jpeg",
            "image/png",
            "image/apng",
            "image/gif",
            "image/webp",
            "image/tiff",
            "image/heic",
            "image/heif",
            "image/heic-sequence",
            "image/heif-sequence",
            "image/avif");

    /** Whether a picture of these facts is worth trying. */
    static boolean takes(MediaFacts facts) {
        return CONTENT_TYPES.contains(facts.contentType());
    }

    /**
     * Decodes a picture, the first where there are many.
     *
     * @param object its bytes, read once from the first to the last
     * @param facts what was read of it
     * @param box what the picture fits into as it is shown; it keeps its shape, and a smaller one its size
     * @return a {@link Raster}, upright, or {@link Undecodable}; whatever the bytes do, this process is unharmed
     * @throws RuntimeException only what the source itself threw
     */
    Decoding decode(RangedSource object, MediaFacts facts, Size box);
}
