package org.mediaenricher.media;

import java.util.OptionalInt;

/**
 * What an image file is a sequence of.
 *
 * @param pages pictures to leaf through (TIFF)
 * @param frames pictures shown one after another (GIF, APNG, WebP, AVIF)
 * @param plays how often the frames are shown; 0 is without end
 * @param animated whether it moves: more than one frame
 */
public record Frames(OptionalInt pages, OptionalInt frames, OptionalInt plays, boolean animated) {
    /** Just one picture, or none. */
    public static final Frames SINGLE =
            new Frames(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), false);
}
