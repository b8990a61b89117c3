package org.mediaenricher.media.container;

import java.time.Duration;

/**
 * FLAC's STREAMINFO block (RFC 9639, 8.2).
 *
 * @param sampleRate a second
 * @param channels 1 to 8
 * @param bitsPerSample 4 to 32
 * @param samples of each channel; 0 where it is not known
 */
record FlacStreamInfo(int sampleRate, int channels, int bitsPerSample, long samples) {
    /** The block's length in bytes. */
    static final int LENGTH = 34;

    /** The block's content at an offset. */
    static FlacStreamInfo at(ByteWindow window, long offset) {
        BitReader bits = new BitReader(window.slice(offset, LENGTH)).skip(80);
        int rate = bits.read(20);
        int channels = bits.read(3) + 1;
        int depth = bits.read(5) + 1;
        long samples = (long) bits.read(5) << 31 | bits.read(31);
        return new FlacStreamInfo(rate, channels, depth, samples);
    }

    void tell(TrackBuilder track) {
        track.codec("flac").sampleRate(sampleRate).channels(channels).bitsPerSample(bitsPerSample);
    }

    /** How long it lasts, or null. */
    Duration playTime() {
        return PlayTime.of(samples, sampleRate);
    }
}
