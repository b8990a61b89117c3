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
    private static final int ENTRY = 12;

    private MultiPicture() {}

    /** Reads the index between two offsets, a TIFF structure of its own. */
    static void read(ByteWindow window, long tiff, long end, FactsBuilder facts) {
        TiffLayout.of(window, tiff).filter(layout -> !layout.big()).ifPresent(layout -> {
            long index = layout.firstDirectory(window);
            if (index + 2 <= end && window.has(index, 2)) {
                entries(window, layout, index, end, facts);
            }
        });
    }

    private static void entries(ByteWindow window, TiffLayout layout, long index, long end, FactsBuilder facts) {
        int entries = Math.min(layout.u16(window, index), ENTRIES_AT_MOST);
        for (long entry = index + 2; entries > 0 && entry + ENTRY <= end && window.has(entry, ENTRY); entries--) {
            if (layout.u16(window, entry) == NUMBER_OF_IMAGES) {
                facts.raw("mpf", List.of(new RawValue("images", layout.u32(window, entry + 8))));
            }
            entry += ENTRY;
        }
    }
}
