package org.mediaenricher.media.container;

import java.util.OptionalInt;

/** Counts read from headers. */
final class Counts {
    private Counts() {}

    /** The count, or nothing where it is beyond what an honest file holds. */
    static OptionalInt of(long count) {
        return count >= 0 && count <= Integer.MAX_VALUE ? OptionalInt.of((int) count) : OptionalInt.empty();
    }
}
