package org.mediaenricher.media.derive;

import java.io.DataOutputStream;
import java.io.IOException;
import org.mediaenricher.media.RangedSource;

/**
 * An object on its way from the store to a decoder. Its first part is fetched before a decoder is asked for, so that no
 * decoder waits for a slow store, and most pictures are no longer than that; the rest follows in parts, for the heap's
 * sake.
 */
final class Feed {
    private static final int PART = 8 << 20;

    private final RangedSource object;
    private final byte[] part;
    private int fetched;

    Feed(RangedSource object) {
        this.object = object;
        part = new byte[(int) Math.min(PART, object.size())];
        fetched = object.read(0, part, 0, part.length);
    }

    /** Whether the store gave less than the object is long. */
    boolean isCutShort() {
        return fetched < part.length;
    }

    /**
     * Writes the object from its first byte to its last. To be called once.
     *
     * @return false when the store gave less than the object is long: what reads there now waits for the rest in vain
     */
    boolean writeTo(DataOutputStream out) throws IOException {
        long written = 0;
        while (true) {
            out.write(part, 0, fetched);
            written += fetched;
            if (written == object.size()) {
                return true;
            }
            int next = (int) Math.min(part.length, object.size() - written);
            fetched = object.read(written, part, 0, next);
            if (fetched < next) {
                return false;
            }
        }
    }

    int length() {
        return Math.toIntExact(object.size());
    }
}
