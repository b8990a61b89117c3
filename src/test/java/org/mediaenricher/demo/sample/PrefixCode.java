package org.mediaenricher.demo.sample;

import java.util.Arrays;
import java.util.PriorityQueue;

/** A canonical Huffman code, none longer than 15 bits, as WebP lossless writes it (RFC 9649, section 3.7.2). */
final class PrefixCode {
    private static final int MAX_LENGTH = 15;

    /** In this order stand the lengths of the code that the lengths themselves are written in. */
    private static final int LENGTH_CODES = 19;

    private static final int[] LENGTH_CODE_ORDER = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

    /** Lengths 0 to 15 each get a code of this many bits; the codes for repetition (16 to 18) none. */
    private static final int LENGTH_OF_LENGTHS = 4;

    private final int[] lengths;
    private final int[] codes;
    private final int only;

    private PrefixCode(int[] lengths, int only) {
        this.lengths = lengths;
        this.only = only;
        this.codes = canonical(lengths);
    }

    /** @param counts how often each symbol occurs; at least one does, or symbol 0 stands alone */
    static PrefixCode of(int[] counts) {
        int used = (int) Arrays.stream(counts).filter(count -> count > 0).count();
        int[] flatter = counts.clone();
        int[] lengths = used < 2 ? new int[counts.length] : lengths(flatter);
        while (Arrays.stream(lengths).max().orElse(0) > MAX_LENGTH) {
            Arrays.setAll(flatter, i -> (flatter[i] + 1) / 2);
            lengths = lengths(flatter);
        }
        return new PrefixCode(lengths, used < 2 ? soleSymbol(counts) : -1);
    }

    /** The length of each symbol's code in bits; 0 for those that do not occur and for one that is alone. */
    int[] lengths() {
        return lengths.clone();
    }

    /** Writes the code itself, as it stands before the data. */
    void describe(LowFirstBits bits) {
        if (only >= 0) {
            bits.put(1, 1).put(0, 1).put(1, 1).put(only, 8);
            return;
        }
        bits.put(0, 1).put(LENGTH_CODES - 4, 4);
        for (int length : LENGTH_CODE_ORDER) {
            bits.put(length <= MAX_LENGTH ? LENGTH_OF_LENGTHS : 0, 3);
        }
        bits.put(0, 1);
        for (int length : lengths) {
            bits.put(reversed(length, LENGTH_OF_LENGTHS), LENGTH_OF_LENGTHS);
        }
    }

    void put(LowFirstBits bits, int symbol) {
        bits.put(codes[symbol], lengths[symbol]);
    }

    private static int soleSymbol(int[] counts) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                return i;
            }
        }
        return 0;
    }

    /** A node of the Huffman tree; ties go to the older one, so the same counts give the same code. */
    private record Node(int count, int age, int[] symbols) {}

    private static int[] lengths(int[] counts) {
        PriorityQueue<Node> nodes = new PriorityQueue<>(
                (a, b) -> a.count == b.count ? Integer.compare(a.age, b.age) : Integer.compare(a.count, b.count));
        int[] lengths = new int[counts.length];
        int age = 0;
        for (int symbol = 0; symbol < counts.length; symbol++) {
            if (counts[symbol] > 0) {
                nodes.add(new Node(counts[symbol], age++, new int[] {symbol}));
            }
        }
        while (nodes.size() > 1) {
            Node joined = join(nodes.remove(), nodes.remove(), age++);
            for (int symbol : joined.symbols) {
                lengths[symbol]++;
            }
            nodes.add(joined);
        }
        return lengths;
    }

    private static Node join(Node a, Node b, int age) {
        int[] symbols = Arrays.copyOf(a.symbols, a.symbols.length + b.symbols.length);
        System.arraycopy(b.symbols, 0, symbols, a.symbols.length, b.symbols.length);
        return new Node(a.count + b.count, age, symbols);
    }

    /** Codes count upwards within a length and from shorter to longer; their first bit is written first. */
    private static int[] canonical(int[] lengths) {
        int[] codes = new int[lengths.length];
        int code = 0;
        for (int length = 1; length <= MAX_LENGTH; length++) {
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == length) {
                    codes[symbol] = reversed(code++, length);
                }
            }
            code <<= 1;
        }
        return codes;
    }

    private static int reversed(int code, int length) {
        return Integer.reverse(code) >>> (Integer.SIZE - length);
    }
}
