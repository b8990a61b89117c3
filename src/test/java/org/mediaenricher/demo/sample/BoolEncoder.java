package org.mediaenricher.demo.sample;

import java.util.Arrays;

/** The boolean entropy encoder of VP8: RFC 6386, section 7.3. */
final class BoolEncoder {
    private byte[] out = new byte[256];
    private int size;
    private int range = 255;
    private long bottom;
    private int bitsToByte = 24;

    /** @param probability of zero, in 256ths */
    void put(int probability, boolean bit) {
        int split = 1 + ((range - 1) * probability >> 8);
        if (bit) {
            bottom += split;
            range -= split;
        } else {
            range = split;
        }
        while (range < 128) {
            range <<= 1;
            shift();
        }
    }

    /** Ends the encoding: pushes out all that is still held. */
    byte[] toByteArray() {
        for (int i = 0; i < 32; i++) {
            shift();
        }
        return Arrays.copyOf(out, size);
    }

    private void shift() {
        if ((bottom & 1L << 31) != 0) {
            carry();
        }
        bottom = bottom << 1 & 0xFFFFFFFFL;
        if (--bitsToByte == 0) {
            append((byte) (bottom >>> 24));
            bottom &= 0xFFFFFFL;
            bitsToByte = 8;
        }
    }

    private void append(byte value) {
        if (size == out.length) {
            out = Arrays.copyOf(out, 2 * size);
        }
        out[size++] = value;
    }

    private void carry() {
        int at = size - 1;
        while (out[at] == (byte) 255) {
            out[at--] = 0;
        }
        out[at]++;
    }
}
