package org.mediaenricher.media.container;

import java.util.Set;

/**
 * MP4, M4A, QuickTime and 3GPP movies: ISO base media files (ISO/IEC 14496-12) that hold a movie box.
 * Pictures in the same container are read elsewhere.
 */
final class MovieReader implements FormatReader {
    /** With what a QuickTime file older than the file type box may begin. */
    private static final Set<String> QUICKTIME_STARTS = Set.of("moov", "mdat", "wide", "free", "skip", "pnot");

    /** With what segments begin that were cut from a stream. */
    private static final Set<String> SEGMENT_STARTS = Set.of("styp", "moof", "sidx");

    @Override
    public boolean recognises(ByteWindow window) {
        if (!window.has(0, 12)) {
            return false;
        }
        long length = window.u32(0);
        String first = window.latin1(4, 4);
        if (first.equals("ftyp")) {
            return !MovieBrands.isPicture(window.latin1(8, 4));
        }
        return isPlausible(length) && (QUICKTIME_STARTS.contains(first) || SEGMENT_STARTS.contains(first));
    }

    /** A box's own length: 0 to the end, 1 told elsewhere, else at least its header's. */
    private static boolean isPlausible(long length) {
        return length < 2 || length >= 8;
    }

    @Override
    public void read(ByteWindow window, FactsBuilder facts) {
        new MovieFile(window, facts).read();
    }
}
