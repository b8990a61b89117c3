package org.mediaenricher.media.container;

import java.util.ArrayList;
import java.util.List;

/**
 * One page of an Ogg file (RFC 3533, 6).
 *
 * @param flags 1 continues a packet, 2 first of its stream, 4 last
 * @param position codec's own count up to the last packet that ends in the page; -1 where none ends
 * @param serial of its stream
 * @param content the offset of the packets
 * @param segments the lengths of their pieces; one below 255 ends a packet
 * @param end the offset behind the page
 */
record OggPage(int flags, long position, int serial, long content, List<Integer> segments, long end) {
    /** The bytes before the segment table. */
    static final int HEADER = 27;

    /** The page there, or null when none is. */
    static OggPage at(ByteWindow window, long offset) {
        if (!window.has(offset, HEADER) || !window.matches(offset, "OggS")) {
            return null;
        }
        window.step();
        int count = window.u8(offset + 26);
        long content = offset + HEADER + count;
        List<Integer> segments = new ArrayList<>(count);
        long end = content;
        for (int i = 0; i < count; i++) {
            int length = window.u8(offset + HEADER + i);
            segments.add(length);
            end += length;
        }
        return new OggPage(
                window.u8(offset + 5), window.i64le(offset + 6), window.i32le(offset + 14), content, segments, end);
    }

    /** The page that follows, or null at the end. */
    OggPage next(ByteWindow window) {
        return at(window, end);
    }

    boolean isFirst() {
        return (flags & 2) != 0;
    }
}
