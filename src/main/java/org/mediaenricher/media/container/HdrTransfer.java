package org.mediaenricher.media.container;

/** Which transfer characteristics of ITU-T H.273 (table 3) carry more than the standard dynamic range. */
final class HdrTransfer {
    private static final int PQ = 16;
    private static final int HLG = 18;

    private HdrTransfer() {}

    static boolean is(int transferCharacteristics) {
        return transferCharacteristics == PQ || transferCharacteristics == HLG;
    }
}
