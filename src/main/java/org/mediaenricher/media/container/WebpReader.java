package org.mediaenricher.media.container;

/**
 * WebP (RFC 9649): the simple files with one VP8 or VP8L chunk, and the extended ones, whose header
 * says whether Exif and XMP follow; they stand behind the pixels, so those are hopped over.
 */
final class WebpReader implements FormatReader {
    private static final int FIRST_CHUNK = 12;
    private static final int ANIMATION = 0x02;
    private static final int XMP = 0x04;
    private static final int EXIF = 0x08;

    @Override
    public boolean recognises(ByteWindow window) {
        return window.matches(0, "RIFF") && window.matches(8, "WEBP");
    }

    @Override
    public void read(ByteWindow window, FactsBuilder facts) {
        RiffChunks chunks = new RiffChunks(window, FIRST_CHUNK, window.size());
        if (!chunks.next()) {
            throw Unreadable.truncated("a WebP without a chunk");
        }
        facts.contentType("image/webp");
        if (chunks.is("VP8X")) {
            extended(window, chunks, facts);
        } else if (chunks.is("VP8 ")) {
            lossy(window, chunks.content(), facts);
        } else if (chunks.is("VP8L")) {
            lossless(window, chunks.content(), facts);
        } else {
            throw Unreadable.malformed("a WebP that begins with an unknown chunk");
        }
    }

    /** RFC 6386, 9.1: a key frame's start code, then 14 bits a side. */
    private static void lossy(ByteWindow window, long content, FactsBuilder facts) {
        if (window.u24(content + 3) != 0x9d012a) {
            throw Unreadable.malformed("a WebP without a VP8 key frame");
        }
        facts.encoded(window.u16le(content + 6) & 0x3fff, window.u16le(content + 8) & 0x3fff);
    }

    /** RFC 9649, 3.4: a signature byte, then 14 bits a side, less one. */
    private static void lossless(ByteWindow window, long content, FactsBuilder facts) {
        if (window.u8(content) != 0x2f) {
            throw Unreadable.malformed("a WebP without a VP8L signature");
        }
        int bits = window.i32le(content + 1);
        facts.encoded((bits & 0x3fff) + 1L, (bits >>> 14 & 0x3fff) + 1L);
    }

    /** RFC 9649, 2.7: flags, then 24 bits a side of the canvas, less one. */
    private static void extended(ByteWindow window, RiffChunks chunks, FactsBuilder facts) {
        int flags = window.u8(chunks.content());
        facts.encoded(window.u24le(chunks.content() + 4) + 1L, window.u24le(chunks.content() + 7) + 1L);
        if ((flags & (ANIMATION | XMP | EXIF)) != 0) {
            new WebpChunks(window, facts, (flags & ANIMATION) != 0).walk(chunks);
        }
    }
}
