package org.mediaenricher.media.container;

import java.util.List;
import org.mediaenricher.media.RawValue;

/**
 * The index of a multi-picture file (CIPA DC-007, 5.2): how many pictures follow each other. They are
 * views, previews or gain maps of one photo and no pages, so this stays among the raw values.
 */
final class MultiPicture {
    private static final int NUMBER_OF_IMAGES = 0xb001;
    private static final int ENTRIES_AT_MOST = 64;

    private MultiPicture() {}

    static void read(ByteWindow window, long tiff, long end, FactsBuilder facts) {
        boolean little = window.matches(tiff, "II");
        if (!little && !window.matches(tiff, "MM") || tiff + 8 > end) {
            return;
        }
        long index = tiff + u32(window, tiff + 4, little);
        if (index + 2 > end || !window.has(index, 2)) {
            return;
        }
        int entries = Math.min(little ? window.u16le(index) : window.u16(index), ENTRIES_AT_MOST);
        for (long entry = index + 2; entries > 0 && entry + 12 <= end && window.has(entry, 12); entries--) {
            if ((little ? window.u16le(entry) : window.u16(entry)) == NUMBER_OF_IMAGES) {
                facts.raw("mpf", List.of(new RawValue("images", u32(window, entry + 8, little))));
            }
            entry += 12;
        }
    }

    private static long u32(ByteWindow window, long offset, boolean little) {
        return little ? window.u32le(offset) : window.u32(offset);
    }
}
