package org.mediaenricher.media;

import java.util.List;

/**
 * Everything read from one object.
 *
 * @param contentType the MIME type, from the bytes alone
 * @param appearance how it looks: size, frames, pages
 * @param origin when, where and with what it was made
 * @param playback how long it lasts and what plays in it
 * @param description what its author wrote into it
 * @param raw the metadata blocks as found, name by name
 */
public record MediaFacts(
        String contentType,
        Appearance appearance,
        Origin origin,
        Playback playback,
        Description description,
        List<RawDirectory> raw)
        implements MediaReading {
    public MediaFacts {
        raw = List.copyOf(raw);
    }

    /** The author's keywords, normalised, and what follows from the facts, such as {@code landscape}; no doubles. */
    public List<String> tags() {
        return Tags.of(this);
    }
}
