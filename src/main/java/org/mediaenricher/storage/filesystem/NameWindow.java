package org.mediaenricher.storage.filesystem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The names of a directory from {@code low} on, all of them up to {@code high}. A window and not the
 * whole, so that a directory of ten million files costs no more memory than one of some hundred
 * thousand: it is just read again for the next window.
 *
 * @param low the first possible name, inclusive; empty when the window reaches the beginning
 * @param high the last name, inclusive; empty when the window reaches the end
 */
record NameWindow(byte[] low, byte[] high, SortedNames names) {
    /** Names a window has room for before the later half of them is dropped. */
    static final int ROOM = 400_000;

    private static final byte[] UNBOUNDED = {};

    /** Whether the window tells what follows {@code from}, inclusive. */
    boolean covers(byte[] from) {
        return Arrays.compareUnsigned(low, from) <= 0 && (reachesEnd() || Arrays.compareUnsigned(from, high) <= 0);
    }

    boolean reachesEnd() {
        return high.length == 0;
    }

    /** The smallest possible name behind the window: a NUL is in no name. */
    byte[] next() {
        return Arrays.copyOf(high, high.length + 1);
    }

    /** Collects names in any order, and keeps those that fit the window. */
    static final class Builder {
        private final byte[] from;
        private final int room;
        private byte[] low = UNBOUNDED;
        private byte[] high = UNBOUNDED;
        private List<byte[]> names = new ArrayList<>();

        /**
         * @param from the name the window must cover
         */
        Builder(byte[] from, int room) {
            this.from = from;
            this.room = room;
        }

        void add(byte[] name) {
            boolean fits = Arrays.compareUnsigned(low, name) <= 0
                    && (high.length == 0 || Arrays.compareUnsigned(name, high) <= 0);
            if (!fits) {
                return;
            }
            names.add(name);
            if (names.size() >= room) {
                dropBefore();
                dropBehind();
            }
        }

        NameWindow build() {
            names.sort(Arrays::compareUnsigned);
            return new NameWindow(low, high, new SortedNames(names));
        }

        /** What lies before is kept as long as there is room: the next question may well be for it. */
        private void dropBefore() {
            low = from;
            names.removeIf(name -> Arrays.compareUnsigned(name, low) < 0);
        }

        private void dropBehind() {
            int kept = room / 2;
            if (names.size() > kept) {
                names.sort(Arrays::compareUnsigned);
                names = new ArrayList<>(names.subList(0, kept));
                high = names.get(kept - 1);
            }
        }
    }
}
