package org.mediaenricher.media.container;

/** Goes from chunk to chunk of a RIFF file (Microsoft/IBM RIFF 1.0): a code, a length, an even number of bytes. */
final class RiffChunks {
    private final ByteWindow window;
    private final long end;
    private long next;
    private String type = "";
    private long content;
    private long length;

    /**
     * The chunks between two offsets.
     *
     * @param from behind the form's own type, 12 for the file's own
     */
    RiffChunks(ByteWindow window, long from, long end) {
        this.window = window;
        this.next = from;
        this.end = Math.min(end, window.size());
    }

    /** Goes on to the next chunk; false where the form ends. */
    boolean next() {
        if (next > end - 8) {
            return false;
        }
        window.step();
        type = window.latin1(next, 4);
        length = window.u32le(next + 4);
        content = next + 8;
        next = content + length + (length & 1);
        return true;
    }

    boolean is(String code) {
        return type.equals(code);
    }

    long content() {
        return content;
    }

    /** The chunk's code. */
    String type() {
        return type;
    }

    /** Sets where the next chunk begins, for a chunk whose own length is wrong. */
    void goTo(long offset) {
        next = offset;
    }

    /** The content's length in bytes as the chunk claims it; the file may end before. */
    long length() {
        return length;
    }
}
