package org.mediaenricher.media.container;

import java.util.Arrays;

/** ID3's scrambling, which keeps sync words out of tags by a zero after each 0xff (ID3v2.4 structure, 6.1). */
final class Unsynchronisation {
    private Unsynchronisation() {}

    /** The bytes as they were before. */
    static byte[] undone(Slice scrambled) {
        byte[] plain = new byte[scrambled.length()];
        int length = 0;
        boolean after = false;
        for (int i = 0; i < scrambled.length(); i++) {
            byte octet = scrambled.array()[scrambled.from() + i];
            if (!after || octet != 0) {
                plain[length++] = octet;
            }
            after = octet == (byte) 0xff;
        }
        return Arrays.copyOf(plain, length);
    }
}
