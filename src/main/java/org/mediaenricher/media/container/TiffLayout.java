package org.mediaenricher.media.container;

import java.util.Optional;

/**
 * How a TIFF structure writes its numbers (TIFF 6.0, section 2; BigTIFF's header says 43 and has
 * offsets of eight bytes).
 *
 * @param start the offset that all others are counted from
 * @param little whether the least significant byte comes first
 * @param big whether it is a BigTIFF
 */
record TiffLayout(long start, boolean little, boolean big) {
    private static final int CLASSIC = 42;
    private static final int BIG = 43;

    static Optional<TiffLayout> of(ByteWindow window, long start) {
        boolean little = window.matches(start, "II");
        if (!little && !window.matches(start, "MM") || !window.has(start, 8)) {
            return Optional.empty();
        }
        int version = little ? window.u16le(start + 2) : window.u16(start + 2);
        return version == CLASSIC || version == BIG
                ? Optional.of(new TiffLayout(start, little, version == BIG))
                : Optional.empty();
    }

    int u16(ByteWindow window, long at) {
        return little ? window.u16le(at) : window.u16(at);
    }

    long u32(ByteWindow window, long at) {
        return little ? window.u32le(at) : window.u32(at);
    }

    long i64(ByteWindow window, long at) {
        return little ? window.i64le(at) : window.i64(at);
    }

    /** An offset or a count: four bytes, in a BigTIFF eight. */
    long word(ByteWindow window, long at) {
        return big ? i64(window, at) : u32(window, at);
    }

    /** The offset of the first directory. */
    long firstDirectory(ByteWindow window) {
        return start + word(window, start + (big ? 8 : 4));
    }
}
