package org.mediaenricher.media.container;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * GIF (CompuServe GIF89a): the screen's size, and how many frames for how long. The format has no
 * index, so frames are counted by walking all blocks; past a few megabytes the count stays unknown.
 */
final class GifReader implements FormatReader {
    @Override
    public boolean recognises(ByteWindow window) {
        return window.matches(0, "GIF87a") || window.matches(0, "GIF89a");
    }

    @Override
    public void read(ByteWindow window, FactsBuilder facts) {
        facts.contentType("image/gif");
        facts.encoded(window.u16le(6), window.u16le(8));
        GifBlocks blocks = new GifBlocks(window, facts);
        boolean whole = blocks.walk();
        boolean animated = blocks.frames() > 1;
        OptionalInt frames = whole ? OptionalInt.of(blocks.frames()) : OptionalInt.empty();
        facts.frames(frames, animated ? blocks.plays() : OptionalInt.empty(), animated);
        if (whole && animated) {
            facts.duration(Duration.ofMillis(10L * blocks.hundredths()));
        }
    }
}
