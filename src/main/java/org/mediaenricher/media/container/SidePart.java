package org.mediaenricher.media.container;

/** A part of a file that may be broken without the rest being worth less: captions, tags, an index. */
final class SidePart {
    private SidePart() {}

    /** Reads a part as far as it goes. */
    static void read(Runnable part) {
        try {
            part.run();
        } catch (Unreadable e) {
            // what was read before the dent stays told; what the part lacks is just not known
        }
    }
}
