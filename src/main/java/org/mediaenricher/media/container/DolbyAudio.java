package org.mediaenricher.media.container;

/** Channels and rate of AC-3 and E-AC-3 as MP4 files describe them (ETSI TS 102 366, annex F). */
final class DolbyAudio {
    /** Full-bandwidth channels by audio coding mode (ETSI TS 102 366, table 4.3). */
    private static final int[] CHANNELS = {2, 1, 2, 3, 3, 4, 4, 5};

    private static final int[] RATES = {48000, 44100, 32000, 0};

    private DolbyAudio() {}

    /** F.4: fscod 2 bits, bsid 5, bsmod 3, acmod 3, lfeon 1. */
    static void ac3(Slice box, TrackBuilder track) {
        BitReader bits = new BitReader(box);
        track.sampleRate(RATES[bits.read(2)]);
        track.channels(channels(bits.skip(8)));
    }

    /** F.6: data rate 13 bits, substreams 3; of the first fscod 2, bsid 5, reserved 1, asvc 1, bsmod 3, acmod 3, lfeon 1. */
    static void eac3(Slice box, TrackBuilder track) {
        BitReader bits = new BitReader(box);
        track.bitRate(bits.read(13) * 1000L);
        track.sampleRate(RATES[bits.skip(3).read(2)]);
        track.channels(channels(bits.skip(10)));
    }

    private static int channels(BitReader bits) {
        return CHANNELS[bits.read(3)] + bits.read(1);
    }
}
