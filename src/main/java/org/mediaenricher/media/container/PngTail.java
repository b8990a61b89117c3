package org.mediaenricher.media.container;

import java.util.Optional;

/**
 * Finds the chunks behind a PNG's pixels without walking the pixels: image data comes in thousands of
 * chunks, so hopping through it would read the whole file. The file's last bytes are searched for a
 * chunk from which whole chunks lead to the end chunk.
 */
final class PngTail {
    private static final int SEARCHED = 32 * 1024;
    private static final int HOPS = 2;
    private static final int LENGTH_AND_TYPE = 8;
    private static final int EXIF = Box.code("eXIf");
    private static final int XMP = Box.code("iTXt");
    private static final int TEXT = Box.code("tEXt");
    private static final int COMPRESSED_TEXT = Box.code("zTXt");

    private PngTail() {}

    /** The chunks behind the last image data, from the first that carries metadata on. */
    static Optional<PngChunks> chunks(ByteWindow window, PngChunks pixels) {
        for (int i = 0; i < HOPS; i++) {
            if (!window.has(pixels.end(), 8)) {
                return Optional.empty();
            }
            if (!window.matches(pixels.end() + 4, "IDAT")) {
                return Optional.of(new PngChunks(window, pixels.end()));
            }
            pixels.next();
        }
        return searched(window, pixels.end());
    }

    private static Optional<PngChunks> searched(ByteWindow window, long from) {
        long start = Math.max(from, window.size() - SEARCHED);
        if (!window.has(start, window.size() - start) || !window.affords(SEARCHED)) {
            return Optional.empty();
        }
        Slice tail = window.slice(start, (int) (window.size() - start));
        int last = 0;
        for (int i = 0; i < tail.length(); i++) {
            last = last << 8 | tail.u8(i);
            if (isMetadata(last) && i >= LENGTH_AND_TYPE - 1 && leadsToEnd(window, start + i - LENGTH_AND_TYPE + 1)) {
                return Optional.of(new PngChunks(window, start + i - LENGTH_AND_TYPE + 1));
            }
        }
        return Optional.empty();
    }

    /** Asked for each of thousands of bytes, hence of the last four as one number. */
    private static boolean isMetadata(int type) {
        return type == EXIF || type == XMP || type == TEXT || type == COMPRESSED_TEXT;
    }

    private static boolean leadsToEnd(ByteWindow window, long from) {
        PngChunks chunks = new PngChunks(window, from);
        while (chunks.next() && window.has(chunks.content(), chunks.length() + 4)) {
            if (chunks.is("IEND")) {
                return true;
            }
        }
        return false;
    }
}
