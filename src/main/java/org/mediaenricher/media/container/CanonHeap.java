package org.mediaenricher.media.container;

import org.mediaenricher.media.CaptureTime;

/**
 * What Canon's first cameras wrote into a JPEG's APP0: a heap of values (CIFF Specification 1.0 rev. 4), whose
 * directory stands at its end. Of it the camera and the time, in seconds of the camera's own clock.
 */
final class CanonHeap {
    private static final String TYPE = "HEAPJPGM";
    private static final int TYPE_AT = 6;
    private static final int ENTRY = 10;
    private static final int MOST_ENTRIES = 100;
    private static final int DEEPEST = 4;
    private static final int CAMERA_OBJECT = 0x2807;
    private static final int MAKE_AND_MODEL = 0x080a;
    private static final int CAPTURED = 0x180e;
    private static final int LONGEST_NAMES = 64;

    private final ByteWindow window;
    private String[] names = {};
    private CaptureTime captured;

    private CanonHeap(ByteWindow window) {
        this.window = window;
    }

    /** Whether a segment holds one; the cameras were all little endian. */
    static boolean isAt(ByteWindow window, long at) {
        return window.matches(at, "II") && window.matches(at + TYPE_AT, TYPE);
    }

    static void read(ByteWindow window, long at, int length, MetadataBlocks blocks) {
        if (!window.has(at, length)) {
            return;
        }
        CanonHeap heap = new CanonHeap(window);
        SidePart.read(() -> heap.directory(at + window.u32le(at + 2), at + length, DEEPEST));
        blocks.weakest(heap::tell);
    }

    /** The last four bytes of a heap say where in it its directory begins. */
    private void directory(long start, long end, int depth) {
        if (start < 0 || end - start < ENTRY || depth == 0) {
            return;
        }
        long at = start + window.u32le(end - 4);
        int entries = at + 2 > end ? 0 : Math.min(window.u16le(at), MOST_ENTRIES);
        for (long entry = at + 2; entries > 0 && entry + ENTRY <= end; entry += ENTRY, entries--) {
            window.step();
            long length = window.u32le(entry + 2);
            long value = start + window.u32le(entry + 6);
            if (value + length <= end) {
                value(window.u16le(entry), value, length, depth);
            }
        }
    }

    private void value(int tag, long at, long length, int depth) {
        if (tag == CAMERA_OBJECT) {
            directory(at, at + length, depth - 1);
        } else if (tag == MAKE_AND_MODEL) {
            names = window.latin1(at, (int) Math.min(length, LONGEST_NAMES)).split("\0");
        } else if (tag == CAPTURED && length >= 4) {
            captured = Times.ofCamera(window.u32le(at));
        }
    }

    private void tell(FactsBuilder facts) {
        facts.captured(captured);
        if (names.length >= 2) {
            facts.camera().make(names[0]).model(names[1]);
        }
    }
}
