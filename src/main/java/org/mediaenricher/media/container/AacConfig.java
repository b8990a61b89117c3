package org.mediaenricher.media.container;

/** AAC's decoder configuration, "AudioSpecificConfig" (ISO/IEC 14496-3, 1.6.2.1). */
final class AacConfig {
    private static final int SPECTRAL_BAND_REPLICATION = 5;
    private static final int PARAMETRIC_STEREO = 29;

    /** Sampling frequencies by index (ISO/IEC 14496-3, table 1.18). */
    private static final int[] RATES = {
        96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350
    };

    /** Channels by configuration (table 1.19); 0 where the stream itself says it. */
    private static final int[] CHANNELS = {0, 1, 2, 3, 4, 5, 6, 8, 0, 0, 0, 7, 8, 24, 8};

    private AacConfig() {}

    static void tell(BitReader bits, TrackBuilder track) {
        int type = objectType(bits);
        int rate = rate(bits);
        int configuration = bits.read(4);
        boolean extended = type == SPECTRAL_BAND_REPLICATION || type == PARAMETRIC_STEREO;
        track.sampleRate(extended ? rate(bits) : rate);
        track.channels(type == PARAMETRIC_STEREO ? 2 : channels(configuration));
        if (type >= 32 && type <= 34) {
            track.codec(type == 34 ? "mp3" : type == 33 ? "mp2" : "mp1");
        }
    }

    /** The channels of a configuration, or 0. */
    static int channels(int configuration) {
        return configuration < CHANNELS.length ? CHANNELS[configuration] : 0;
    }

    /** The rate of an index, or 0. */
    static int rate(int index) {
        return index < RATES.length ? RATES[index] : 0;
    }

    private static int objectType(BitReader bits) {
        int type = bits.read(5);
        return type == 31 ? 32 + bits.read(6) : type;
    }

    private static int rate(BitReader bits) {
        int index = bits.read(4);
        return index == 15 ? bits.read(24) : rate(index);
    }
}
