package org.mediaenricher.media.container;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One directory of a TIFF structure (TIFF 6.0, section 2, "Image File Directory"): its entries, none of them followed. */
final class TiffDirectory {
    private static final int ENTRIES_AT_MOST = 1000;
    private static final int SUBFILE_TYPE = 254;
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int ORIENTATION = 274;
    private static final int SUB_DIRECTORIES = 330;
    private static final int SUB_DIRECTORIES_AT_MOST = 16;

    /** Those above, XMP, IPTC, Photoshop's resources, and the mark of a DNG; there may be thousands of others. */
    private static final Set<Integer> KEPT =
            Set.of(SUBFILE_TYPE, WIDTH, HEIGHT, ORIENTATION, SUB_DIRECTORIES, 700, 33723, 34377, 50706);

    /** Bytes a value of each type takes (TIFF 6.0, p. 15; BigTIFF adds 16 to 18). */
    private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    private final ByteWindow window;
    private final TiffLayout layout;
    private final Map<Integer, Entry> entries = new HashMap<>();
    private final long next;

    private TiffDirectory(ByteWindow window, TiffLayout layout, long at) {
        this.window = window;
        this.layout = layout;
        long count = layout.big() ? layout.i64(window, at) : layout.u16(window, at);
        int length = layout.big() ? 20 : 12;
        if (count < 0 || count > ENTRIES_AT_MOST) {
            throw Unreadable.malformed("a TIFF directory of " + count + " entries");
        }
        long entry = at + (layout.big() ? 8 : 2);
        for (long i = 0; i < count; i++, entry += length) {
            window.step();
            read(entry);
        }
        this.next = layout.word(window, entry);
    }

    static TiffDirectory at(ByteWindow window, TiffLayout layout, long offset) {
        return new TiffDirectory(window, layout, offset);
    }

    private void read(long entry) {
        int tag = layout.u16(window, entry);
        int type = layout.u16(window, entry + 2);
        long count = layout.word(window, entry + 4);
        int size = type < SIZES.length ? SIZES[type] : 0;
        if (!KEPT.contains(tag) || size == 0 || count < 0 || count > window.size()) {
            return;
        }
        long field = entry + (layout.big() ? 12 : 8);
        boolean inline = count * size <= (layout.big() ? 8 : 4);
        long offset = inline ? field : layout.start() + layout.word(window, field);
        entries.putIfAbsent(tag, new Entry(offset, size, count));
    }

    boolean has(int tag) {
        return entries.containsKey(tag);
    }

    Optional<Entry> entry(int tag) {
        return Optional.ofNullable(entries.get(tag));
    }

    long width() {
        return number(WIDTH);
    }

    long height() {
        return number(HEIGHT);
    }

    long orientation() {
        return number(ORIENTATION);
    }

    /** A full picture: no reduced one (bit 0) and no mask (bit 2). */
    boolean isPicture() {
        return (number(SUBFILE_TYPE) & 5) == 0 && has(WIDTH) && has(HEIGHT);
    }

    /** The offset of the next directory in the chain; empty at its end. */
    Optional<Long> next() {
        return next == 0 ? Optional.empty() : Optional.of(layout.start() + next);
    }

    /** The offsets of directories below this one. */
    List<Long> subDirectories() {
        List<Long> offsets = new ArrayList<>();
        entry(SUB_DIRECTORIES).ifPresent(entry -> {
            for (int i = 0; i < Math.min(entry.count(), SUB_DIRECTORIES_AT_MOST); i++) {
                offsets.add(layout.start() + number(entry, i));
            }
        });
        return offsets;
    }

    private long number(int tag) {
        return entry(tag)
                .filter(entry -> entry.count() > 0)
                .map(entry -> number(entry, 0))
                .orElse(0L);
    }

    private long number(Entry entry, int index) {
        long at = entry.offset() + (long) index * entry.size();
        return switch (entry.size()) {
            case 1 -> window.u8(at);
            case 2 -> layout.u16(window, at);
            case 4 -> layout.u32(window, at);
            default -> layout.i64(window, at);
        };
    }

    /**
     * A field of a directory.
     *
     * @param offset of its first value
     * @param size of one value in bytes
     * @param count of values
     */
    record Entry(long offset, int size, long count) {
        /** How many bytes all values take. */
        long bytes() {
            return size * count;
        }
    }
}
