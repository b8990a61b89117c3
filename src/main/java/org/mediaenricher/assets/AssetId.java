package org.mediaenricher.assets;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ids that ascend with time, so that new rows fall on the same few index pages: UUID version 7 (RFC 9562 section 5.7).
 */
final class AssetId {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private AssetId() {}

    static UUID next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long time = System.currentTimeMillis() << 16;
        return new UUID(
                time | VERSION_7 | random.nextInt(1 << 12), VARIANT | (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL));
    }
}
