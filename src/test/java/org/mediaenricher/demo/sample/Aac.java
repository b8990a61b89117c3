package org.mediaenricher.demo.sample;

/** Silence in AAC-LC, one channel at 48 kHz: ISO/IEC 14496-3. */
final class Aac {
    static final int SAMPLE_RATE = 48_000;
    static final int SAMPLES_PER_FRAME = 1024;

    private static final int AAC_LC = 2;
    private static final int RATE_INDEX_48_KHZ = 3;
    private static final int END_OF_FRAME = 7;

    private Aac() {}

    /** AudioSpecificConfig, 1.6.2.1. */
    static byte[] configuration() {
        return new HighFirstBits()
                .put(AAC_LC, 5)
                .put(RATE_INDEX_48_KHZ, 4)
                .put(1, 4)
                .put(0, 3)
                .toByteArray();
    }

    /** A raw_data_block, 4.4.2.1: one channel whose highest scale factor band is none at all. */
    static byte[] silentFrame() {
        return new HighFirstBits()
                .put(0, 3) // single_channel_element
                .put(0, 4) // its tag
                .put(0, 8) // global_gain
                .put(0, 1 + 2 + 1) // one long window
                .put(0, 6) // max_sfb
                .put(0, 1) // no predictor
                .put(0, 3) // no pulses, no noise shaping, no gain control
                .put(END_OF_FRAME, 3)
                .toByteArray();
    }
}
