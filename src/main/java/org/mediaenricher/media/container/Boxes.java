package org.mediaenricher.media.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Walks boxes of an ISO base media file (ISO/IEC 14496-12, 4.2): 32-bit sizes, 64-bit sizes (1), and
 * boxes that reach to the end (0). A box that claims more than its parent has is cut at its parent's
 * end, as players do.
 */
final class Boxes {
    private static final int FREE = Box.code("free");

    private final ByteWindow window;
    private final long end;
    private long next;

    private Boxes(ByteWindow window, long from, long end) {
        this.window = window;
        this.next = from;
        this.end = end;
    }

    /** The boxes of the file itself. */
    static Boxes ofFile(ByteWindow window) {
        return new Boxes(window, 0, window.size());
    }

    /** The boxes between two offsets. */
    static Boxes between(ByteWindow window, long from, long end) {
        return new Boxes(window, from, Math.min(end, window.size()));
    }

    /** The boxes right in a box. */
    static Boxes in(ByteWindow window, Box parent) {
        return between(window, parent.content(), parent.end());
    }

    /** The boxes in a full box, behind its version and flags (ISO/IEC 14496-12, 4.2). */
    static Boxes inFull(ByteWindow window, Box parent) {
        return between(window, parent.content() + 4, parent.end());
    }

    /** The first child of a type. */
    static Optional<Box> child(ByteWindow window, Box parent, String type) {
        return in(window, parent).first(type);
    }

    /** All that follow, at once. */
    List<Box> all() {
        List<Box> boxes = new ArrayList<>();
        for (Box box = next(); box != null; box = next()) {
            boxes.add(box);
        }
        return boxes;
    }

    /** The first of a type among those that follow. */
    Optional<Box> first(String type) {
        for (Box box = next(); box != null; box = next()) {
            if (box.is(type)) {
                return Optional.of(box);
            }
        }
        return Optional.empty();
    }

    /** The next box, or null when fewer than eight bytes are left; hops over the content. */
    Box next() {
        if (next > end - 8) {
            return null;
        }
        window.step();
        Box box = boxAt(next);
        next = box.end();
        return box;
    }

    private Box boxAt(long start) {
        long length = window.u32(start);
        int type = window.i32(start + 4);
        if (length == 1) {
            return box(type, start, 16, window.i64(start + 8));
        }
        return box(type, start, 8, length == 0 ? end - start : length);
    }

    private Box box(int type, long start, int header, long length) {
        if (length < header && type == FREE) {
            return new Box(type, start, start + header, start + header); // filled in by writers who do not count
        }
        if (length < header) {
            throw Unreadable.malformed("a box at byte " + start + " is shorter than its own header");
        }
        return new Box(type, start, Math.min(start + header, end), length > end - start ? end : start + length);
    }
}
