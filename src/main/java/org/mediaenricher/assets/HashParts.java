package org.mediaenricher.assets;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds near hashes by an index on equality (multi-index hashing: M. Norouzi, A. Punjani, D. Fleet, "Fast Search in
 * Hamming Space with Multi-Index Hashing", 2012): of two hashes of four parts that differ in d bits, one part differs in
 * d / 4 at the most, so it is enough to look up each part with that many bits flipped.
 */
final class HashParts {
    static final int COUNT = 4;
    private static final int BITS = 16;
    private static final int MASK = (1 << BITS) - 1;

    private HashParts() {}

    /** All values a part of a hash within this distance may have, as PostgreSQL writes an array. */
    static String near(long hash, int part, int distance) {
        List<Integer> near = new ArrayList<>();
        flip((int) (hash >>> part * BITS) & MASK, 0, distance / COUNT, near);
        return near.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private static void flip(int value, int firstBit, int flips, List<Integer> near) {
        near.add(value);
        for (int bit = firstBit; flips > 0 && bit < BITS; bit++) {
            flip(value ^ 1 << bit, bit + 1, flips - 1, near);
        }
    }
}
