package org.mediaenricher.media.container;

/** Which properties an item has (ISO/IEC 23008-12, 9.3.2): numbers that count from 1, in the order of use. */
final class HeifAssociations {
    private HeifAssociations() {}

    static int[] of(ByteWindow window, Box properties, long item) {
        Boxes boxes = Boxes.in(window, properties);
        for (Box box = boxes.next(); box != null; box = boxes.next()) {
            int[] found = box.is("ipma") ? in(window, box, item) : new int[0];
            if (found.length > 0) {
                return found;
            }
        }
        return new int[0];
    }

    private static int[] in(ByteWindow window, Box box, long item) {
        int version = window.u8(box.content());
        boolean wide = (window.u24(box.content() + 1) & 1) != 0;
        long count = window.u32(box.content() + 4);
        long at = box.content() + 8;
        for (long i = 0; i < count && at < box.end(); i++) {
            window.step();
            long id = version < 1 ? window.u16(at) : window.u32(at);
            at += version < 1 ? 2 : 4;
            int properties = window.u8(at++);
            if (id == item) {
                return indexes(window, at, properties, wide);
            }
            at += (long) properties * (wide ? 2 : 1);
        }
        return new int[0];
    }

    /** The first bit of each says whether the property is essential. */
    private static int[] indexes(ByteWindow window, long from, int count, boolean wide) {
        int[] indexes = new int[count];
        for (int i = 0; i < count; i++) {
            indexes[i] = wide ? window.u16(from + 2L * i) & 0x7fff : window.u8(from + i) & 0x7f;
        }
        return indexes;
    }
}
