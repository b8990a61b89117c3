package org.mediaenricher.media.container;

/**
 * A view of bytes, not a copy: valid only while its object is being read.
 *
 * @param array where the bytes are, among others that must not be looked at
 * @param from the index of the first
 * @param length how many
 */
record Slice(byte[] array, int from, int length) {
    /** The part from an index on. */
    Slice after(int skipped) {
        return new Slice(array, from + skipped, length - skipped);
    }

    /** The part up to an index. */
    Slice upTo(int end) {
        return new Slice(array, from, end);
    }

    /** One byte, unsigned. */
    int u8(int at) {
        return array[from + at] & 0xff;
    }

    /** Four bytes, big endian. */
    int i32(int at) {
        int i = from + at;
        return array[i] << 24 | (array[i + 1] & 0xff) << 16 | (array[i + 2] & 0xff) << 8 | array[i + 3] & 0xff;
    }

    boolean startsWith(String ascii) {
        if (length < ascii.length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (array[from + i] != (byte) ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
