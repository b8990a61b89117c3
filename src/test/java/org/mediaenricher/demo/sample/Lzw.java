package org.mediaenricher.demo.sample;

import java.util.HashMap;
import java.util.Map;

/** The variable-length-code LZW compression of GIF89a, Appendix F. */
final class Lzw {
    private static final int MAX_CODES = 4096;

    private final int clear;
    private final int rootBits;
    private final LowFirstBits bits = new LowFirstBits();
    private final Map<Integer, Integer> codes = new HashMap<>();
    private int next;
    private int width;

    private Lzw(int rootBits) {
        this.rootBits = rootBits;
        this.clear = 1 << rootBits;
    }

    /** @param rootBits bits of the largest value, at least 2 */
    static byte[] compress(int[] values, int rootBits) {
        return new Lzw(rootBits).compress(values);
    }

    private byte[] compress(int[] values) {
        startOver();
        int string = values[0];
        for (int i = 1; i < values.length; i++) {
            Integer longer = codes.get(string << 8 | values[i]);
            if (longer != null) {
                string = longer;
            } else {
                put(string);
                learn(string << 8 | values[i]);
                string = values[i];
            }
        }
        put(string);
        put(clear + 1);
        return bits.toByteArray();
    }

    /** The reader learns each string one code later, so codes grow only after the code has been put. */
    private void put(int code) {
        bits.put(code, width);
        if (next == 1 << width && width < 12) {
            width++;
        }
    }

    private void learn(int string) {
        if (next < MAX_CODES) {
            codes.put(string, next++);
        } else {
            startOver();
        }
    }

    private void startOver() {
        bits.put(clear, width == 0 ? rootBits + 1 : width);
        codes.clear();
        next = clear + 2;
        width = rootBits + 1;
    }
}
