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
    private static final String[] METADATA = {"eXIf", "iTXt", "tEXt", "zTXt"};

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
        for (int i = 4; i < tail.length() - 4; i++) {
            if (isMetadata(tail.after(i)) && leadsToEnd(window, start + i - 4)) {
                return Optional.of(new PngChunks(window, start + i - 4));
            }
        }
        return Optional.empty();
    }

    private static boolean isMetadata(Slice slice) {
        for (String type : METADATA) {
            if (slice.startsWith(type)) {
                return true;
            }
        }
        return false;
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
