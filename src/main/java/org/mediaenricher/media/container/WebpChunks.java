package org.mediaenricher.media.container;

import java.time.Duration;
import java.util.OptionalInt;

/** The chunks of an extended WebP behind its header (RFC 9649, 2.7.1): frames, Exif, XMP. */
final class WebpChunks {
    /** Each frame of a big animation is a hop; beyond these it is only known to be animated. */
    private static final int FRAMES_AT_MOST = 200;

    private final ByteWindow window;
    private final FactsBuilder facts;
    private final boolean animated;
    private int frames;
    private long milliseconds;
    private OptionalInt plays = OptionalInt.empty();

    WebpChunks(ByteWindow window, FactsBuilder facts, boolean animated) {
        this.window = window;
        this.facts = facts;
        this.animated = animated;
    }

    void walk(RiffChunks chunks) {
        boolean whole = true;
        while (whole && chunks.next()) {
            chunk(chunks);
            whole = frames <= FRAMES_AT_MOST && window.affords(0);
        }
        if (animated) {
            facts.frames(whole ? OptionalInt.of(frames) : OptionalInt.empty(), plays, !whole || frames > 1);
        }
        if (animated && whole) {
            facts.duration(Duration.ofMillis(milliseconds));
        }
    }

    private void chunk(RiffChunks chunk) {
        if (chunk.is("ANIM")) {
            plays = OptionalInt.of(window.u16le(chunk.content() + 4));
        } else if (chunk.is("ANMF")) {
            frames++;
            milliseconds += window.u24le(chunk.content() + 12);
        } else if (chunk.is("EXIF")) {
            facts.blocks().exif(window, chunk.content(), chunk.length());
        } else if (chunk.is("XMP ")) {
            facts.blocks().xmp(window, chunk.content(), chunk.length());
        }
    }
}
