package org.mediaenricher.media.container;

/** Goes from chunk to chunk of a PNG (W3C PNG, 5.3): length, type, content, checksum. */
final class PngChunks {
    private static final int FRAME = 12;

    private final ByteWindow window;
    private long next;
    private int type;
    private long content;
    private long length;

    PngChunks(ByteWindow window, long from) {
        this.window = window;
        this.next = from;
    }

    /** Goes on to the next chunk; false where the file ends. */
    boolean next() {
        if (!window.has(next, 8)) {
            type = 0;
            return false;
        }
        window.step();
        length = window.u32(next);
        type = window.i32(next + 4);
        content = next + 8;
        next = next + FRAME + length;
        if (length > Integer.MAX_VALUE) {
            throw Unreadable.malformed("a PNG chunk longer than the format allows");
        }
        return true;
    }

    boolean is(String name) {
        return type == Box.code(name);
    }

    /** The offset of the content. */
    long content() {
        return content;
    }

    /** The content's length in bytes. */
    long length() {
        return length;
    }

    /** The offset behind the chunk. */
    long end() {
        return next;
    }
}
