package org.mediaenricher.media;

import java.util.Optional;

/**
 * How an object looks.
 *
 * @param picture its size and orientation; empty for audio
 * @param frames what it is a sequence of
 * @param hdr whether it says that it holds more than the standard dynamic range
 */
public record Appearance(Optional<Picture> picture, Frames frames, boolean hdr) {}
