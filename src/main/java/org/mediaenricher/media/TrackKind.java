package org.mediaenricher.media;

import java.util.Locale;

/** What a track carries. */
public enum TrackKind {
    VIDEO,
    AUDIO,
    SUBTITLE,
    /** Timed metadata, chapters, anything else. */
    OTHER;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** As stored and shown: {@code video}, {@code audio}, {@code subtitle}, {@code other}. */
    public String word() {
        return word;
    }
}
