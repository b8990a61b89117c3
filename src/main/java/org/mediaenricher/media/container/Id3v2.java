package org.mediaenricher.media.container;

/**
 * The tag before an audio stream (ID3v2.2, 2.3 and 2.4, id3.org). Frames are hopped over one by one, so
 * pictures are never fetched; a tag scrambled as a whole is unscrambled first.
 */
final class Id3v2 {
    static final int HEADER = 10;
    private static final int UNSYNCHRONISED = 0x80;
    private static final int EXTENDED = 0x40;
    private static final int FOOTER = 0x10;
    private static final int MOST_UNSCRAMBLED = 256 * 1024;
    private static final int MOST_FETCHES = 2;

    private final ByteWindow window;
    private final long start;
    private final int version;
    private final int flags;
    private final long length;

    private Id3v2(ByteWindow window, long start) {
        this.window = window;
        this.start = start;
        this.version = window.u8(start + 3);
        this.flags = window.u8(start + 5);
        this.length = synchsafe(window.i32(start + 6));
    }

    /** Whether a tag stands there (ID3v2.4 structure, 3.1). */
    static boolean isAt(ByteWindow window, long offset) {
        return window.has(offset, HEADER)
                && window.matches(offset, "ID3")
                && window.u8(offset + 3) < 0xff
                && (window.i32(offset + 6) & 0x8080_8080) == 0;
    }

    /** Four bytes of seven bits. */
    static int synchsafe(int raw) {
        return (raw & 0x7f) | (raw >> 8 & 0x7f) << 7 | (raw >> 16 & 0x7f) << 14 | (raw >> 24 & 0x7f) << 21;
    }

    /** Tells the tag's facts, and where it ends. */
    static long read(ByteWindow window, long offset, FactsBuilder facts) {
        Id3v2 tag = new Id3v2(window, offset);
        Id3Words words = new Id3Words(facts);
        SidePart.read(() -> tag.frames(words));
        words.tell();
        boolean footer = tag.version == 4 && (tag.flags & FOOTER) != 0;
        return offset + HEADER + tag.length + (footer ? HEADER : 0);
    }

    private void frames(Id3Words words) {
        long content = start + HEADER;
        if ((flags & UNSYNCHRONISED) != 0 && version < 4) {
            unscrambled(content, words);
        } else {
            frames(window, content, content + length, words);
        }
    }

    /** Up to version 2.3 zeros are inserted into the whole, and lengths count without them (ID3v2.3, 5). */
    private void unscrambled(long content, Id3Words words) {
        long known = Math.min(Math.min(length, window.size() - content), MOST_UNSCRAMBLED);
        byte[] bytes = Unsynchronisation.undone(window.slice(content, (int) Math.max(known, 0)));
        ByteWindow inner = new ByteWindow(new ArraySource(bytes), new BlockPool(), Limits.DEFAULT);
        frames(inner, 0, bytes.length, words);
    }

    private void frames(ByteWindow in, long from, long end, Id3Words words) {
        Id3Frames frames = new Id3Frames(in, version, from + extendedHeader(in, from), end);
        int fetches = 0;
        while (frames.next()) {
            words.frame(frames);
            if (!in.isNear(frames.end()) && ++fetches > MOST_FETCHES) {
                return;
            }
        }
    }

    /** Its length: in version 2.3 without its own four bytes, in 2.4 with them and synchsafe. */
    private long extendedHeader(ByteWindow in, long at) {
        if ((flags & EXTENDED) == 0 || version < 3) {
            return 0;
        }
        return version == 3 ? 4 + in.u32(at) : synchsafe(in.i32(at));
    }
}
