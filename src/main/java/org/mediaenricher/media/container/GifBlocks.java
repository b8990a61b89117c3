package org.mediaenricher.media.container;

import java.util.OptionalInt;

/** Walks a GIF's blocks (GIF89a, 15 to 27): descriptors, extensions, and the sub-blocks behind them. */
final class GifBlocks {
    private static final int WALKED_AT_MOST = 4 << 20;
    private static final int FRAMES_AT_MOST = 20_000;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;
    private static final int TRAILER = 0x3b;
    private static final int CONTROL = 0xf9;
    private static final int APPLICATION = 0xff;
    private static final String LOOPS = "NETSCAPE2.0";
    private static final String XMP = "XMP DataXMP";

    /** The bytes behind an XMP packet that lead a walker of sub-blocks to its end (XMP part 3, 1.1.2). */
    private static final int XMP_TRAILER = 258;

    private final ByteWindow window;
    private final FactsBuilder facts;
    private long at;
    private int frames;
    private long hundredths;
    private OptionalInt plays = OptionalInt.empty();

    GifBlocks(ByteWindow window, FactsBuilder facts) {
        this.window = window;
        this.facts = facts;
    }

    /** Goes to the end; false where it is too far or missing. */
    boolean walk() {
        at = 13 + colorTable(window.u8(10));
        while (isWithin(at)) {
            window.step();
            int block = window.u8(at++);
            if (block == EXTENSION) {
                extension();
            } else if (block == IMAGE) {
                image();
            } else {
                return block == TRAILER;
            }
        }
        return false;
    }

    int frames() {
        return frames;
    }

    /** The time all frames take together, in hundredths of a second. */
    long hundredths() {
        return hundredths;
    }

    /** How often it is shown, 0 without end; empty: once. */
    OptionalInt plays() {
        return plays;
    }

    private boolean isWithin(long offset) {
        return offset < WALKED_AT_MOST && window.has(offset, 1);
    }

    private void image() {
        if (++frames > FRAMES_AT_MOST) {
            throw Unreadable.tooLarge("a GIF of more than " + FRAMES_AT_MOST + " frames");
        }
        at += 9 + colorTable(window.u8(at + 8)) + 1; // and the code size
        subBlocks();
    }

    private void extension() {
        int label = window.u8(at++);
        if (label == CONTROL) {
            hundredths += window.u16le(at + 2);
        } else if (label == APPLICATION && window.matches(at + 1, LOOPS)) {
            plays = OptionalInt.of(window.u16le(at + 14));
        } else if (label == APPLICATION && window.matches(at + 1, XMP)) {
            xmp(at + 12);
        }
        subBlocks();
    }

    private void xmp(long from) {
        long start = at;
        subBlocks();
        facts.blocks().xmp(window, from, at - from - XMP_TRAILER);
        at = start;
    }

    private void subBlocks() {
        int length = window.u8(at++);
        while (length != 0 && isWithin(at + length)) {
            window.step();
            at += length;
            length = window.u8(at++);
        }
    }

    /** The bytes of the colour table that a packed field announces (GIF89a, 18 and 20). */
    private static int colorTable(int packed) {
        return (packed & 0x80) == 0 ? 0 : 3 << (packed & 7) + 1;
    }
}
