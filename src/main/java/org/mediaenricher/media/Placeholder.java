package org.mediaenricher.media;

import java.util.Base64;
import java.util.Optional;

/**
 * What is shown of a picture until it is there: the few bytes of its ThumbHash, drawn. The way back from what
 * {@link ThumbHash} writes (https://evanw.github.io/thumbhash/).
 */
public final class Placeholder {
    /** Pixels of the longer side: more than the format has waves, and few, for browsers draw it larger smoothly. */
    static final int SIDE = 16;

    private static final int SHORTEST_HASH = 5;

    private Placeholder() {}

    /**
     * The placeholder as a picture that stands in the page itself: {@code data:image/png;base64,...}.
     *
     * @param thumbHash base64
     * @return empty for what is no ThumbHash
     */
    public static Optional<String> uri(String thumbHash) {
        try {
            byte[] hash = Base64.getDecoder().decode(thumbHash);
            return hash.length < SHORTEST_HASH
                    ? Optional.empty()
                    : Optional.of("data:image/png;base64,"
                            + Base64.getEncoder().encodeToString(PngBytes.of(new ThumbHashPicture(hash).drawn(SIDE))));
        } catch (IllegalArgumentException | IndexOutOfBoundsException noHash) {
            return Optional.empty();
        }
    }
}
