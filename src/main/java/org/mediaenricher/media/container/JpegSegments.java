package org.mediaenricher.media.container;

/**
 * The marker segments of a JPEG before its first scan (ITU-T T.81, B.1.1). Bytes between segments are
 * passed over, as decoders do, up to a limit.
 */
final class JpegSegments {
    private static final int STRAY_AT_MOST = 64 * 1024;

    private final ByteWindow window;
    private long next = 2;
    private int marker;
    private long content;

    JpegSegments(ByteWindow window) {
        this.window = window;
    }

    /** The marker's second byte. */
    int marker() {
        return marker;
    }

    /** The offset behind the segment's length field. */
    long content() {
        return content;
    }

    /** How many bytes the segment has behind its length field. */
    int length() {
        return (int) (next - content);
    }

    /** Goes on to the next segment; false where the file ends. */
    boolean next() {
        long at = nextMarker();
        if (at < 0) {
            return false;
        }
        window.step();
        marker = window.u8(at);
        content = at + 3;
        if (isBare(marker)) {
            next = at + 1;
            content = next;
            return true;
        }
        if (!window.has(at, 3)) {
            return false;
        }
        int length = window.u16(at + 1);
        if (length < 2) {
            throw Unreadable.malformed("a JPEG segment shorter than its own length field");
        }
        next = at + 1 + length;
        return true;
    }

    /** RSTn, SOI, EOI and TEM stand alone (T.81, B.1.1.3). */
    private static boolean isBare(int marker) {
        return marker >= 0xd0 && marker <= 0xd9 || marker == 0x01;
    }

    /** The offset of the next marker's second byte: after any fill bytes, B.1.1.2. */
    private long nextMarker() {
        long at = next;
        for (int stray = 0; stray < STRAY_AT_MOST; stray++, at++) {
            if (!window.has(at, 2)) {
                return -1;
            }
            int second = window.u8(at + 1);
            if (window.u8(at) == 0xff && second != 0xff && second != 0) {
                return at + 1;
            }
        }
        throw Unreadable.malformed("a JPEG with too many bytes between its segments");
    }
}
