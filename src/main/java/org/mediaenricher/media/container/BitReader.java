package org.mediaenricher.media.container;

/** Reads bits, the first in a byte's highest place, as codec headers are written. */
final class BitReader {
    private final Slice slice;
    private int bit;

    BitReader(Slice slice) {
        this.slice = slice;
    }

    /** How many bits are left. */
    int left() {
        return slice.length() * 8 - bit;
    }

    /**
     * The next bits as a number.
     *
     * @param count 1 to 31
     * @throws Unreadable truncated when there are fewer
     */
    int read(int count) {
        if (left() < count) {
            throw Unreadable.truncated("a codec's header ends too early");
        }
        int value = 0;
        for (int i = 0; i < count; i++, bit++) {
            int octet = slice.array()[slice.from() + (bit >> 3)];
            value = value << 1 | octet >> (7 - (bit & 7)) & 1;
        }
        return value;
    }

    boolean flag() {
        return read(1) == 1;
    }

    BitReader skip(int count) {
        if (left() < count) {
            throw Unreadable.truncated("a codec's header ends too early");
        }
        bit += count;
        return this;
    }
}
