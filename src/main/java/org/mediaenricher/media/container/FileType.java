package org.mediaenricher.media.container;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What an ISO base media file says it is (ISO/IEC 14496-12, 4.3): not its name, not its first track,
 * but its brand decides the type.
 *
 * @param major the brand it was written for
 * @param compatible the brands whose readers may read it, in the file's order
 */
record FileType(String major, Set<String> compatible) {
    private static final int BRANDS_AT_MOST = 64;

    /** The file's type box; empty where it does not begin with one. */
    static Optional<FileType> of(ByteWindow window) {
        if (!window.matches(4, "ftyp") || !window.has(8, 8)) {
            return Optional.empty();
        }
        long end = Math.min(window.u32(0), window.size());
        Set<String> compatible = new LinkedHashSet<>();
        for (long at = 16; at + 4 <= end && compatible.size() < BRANDS_AT_MOST; at += 4) {
            compatible.add(window.latin1(at, 4));
        }
        return Optional.of(new FileType(window.latin1(8, 4), compatible));
    }

    /** Whether it was written for a brand, or may be read as one. */
    boolean is(String brand) {
        return major.equals(brand) || compatible.contains(brand);
    }
}
