package org.mediaenricher.media.container;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Where the items' bytes lie (ISO/IEC 14496-12, 8.11.3): in the file, or in the description itself. */
final class HeifLocations {
    private static final int EXTENTS_AT_MOST = 64;
    private static final int IN_FILE = 0;
    private static final int IN_DESCRIPTION = 1;

    private final ByteWindow window;
    private final Box locations;
    private final Optional<Box> data;
    private final int version;
    private final int offsetSize;
    private final int lengthSize;
    private final int baseSize;
    private final int indexSize;
    private long at;

    HeifLocations(ByteWindow window, Box locations, Optional<Box> data) {
        this.window = window;
        this.locations = locations;
        this.data = data;
        this.version = window.u8(locations.content());
        int sizes = window.u16(locations.content() + 4);
        this.offsetSize = sizes >> 12;
        this.lengthSize = sizes >> 8 & 0xf;
        this.baseSize = sizes >> 4 & 0xf;
        this.indexSize = version == 0 ? 0 : sizes & 0xf;
    }

    /** An item's bytes; empty where they are elsewhere, scattered too widely, or missing. */
    Optional<Slice> of(long item) {
        at = locations.content() + 6;
        long count = number(version < 2 ? 2 : 4);
        for (long i = 0; i < count && at < locations.end(); i++) {
            window.step();
            long id = number(version < 2 ? 2 : 4);
            int method = version == 0 ? IN_FILE : (int) number(2) & 0xf;
            at += 2; // the data reference
            long base = number(baseSize);
            int extents = (int) number(2);
            if (id == item) {
                return content(method, base, extents);
            }
            at += (long) extents * (indexSize + offsetSize + lengthSize);
        }
        return Optional.empty();
    }

    private Optional<Slice> content(int method, long base, int extents) {
        boolean reachable = method == IN_FILE || method == IN_DESCRIPTION && data.isPresent();
        if (!reachable || extents > EXTENTS_AT_MOST || extents == 0) {
            return Optional.empty();
        }
        long start = base + (method == IN_FILE ? 0 : data.get().content());
        return extents == 1 ? extent(start) : joined(start, extents);
    }

    private Optional<Slice> joined(long start, int extents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < extents && bytes.size() < Limits.BLOCK; i++) {
            extent(start).ifPresent(part -> bytes.write(part.array(), part.from(), part.length()));
        }
        return Optional.of(new Slice(bytes.toByteArray(), 0, bytes.size()));
    }

    private Optional<Slice> extent(long start) {
        at += indexSize;
        long offset = start + number(offsetSize);
        long length = number(lengthSize);
        boolean bounded = length > 0 && length <= Limits.BLOCK && window.has(offset, length);
        return bounded ? Optional.of(window.slice(offset, (int) length)) : Optional.empty();
    }

    private long number(int bytes) {
        long number = switch (bytes) {
            case 0 -> 0;
            case 2 -> window.u16(at);
            case 4 -> window.u32(at);
            case 8 -> window.i64(at);
            default -> throw Unreadable.malformed("an item location with fields of " + bytes + " bytes");
        };
        at += bytes;
        return number;
    }
}
