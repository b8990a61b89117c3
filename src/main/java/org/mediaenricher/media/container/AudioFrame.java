package org.mediaenricher.media.container;

/**
 * One frame of a stream that has no container: what its header says.
 *
 * @param length in bytes, header included, at least 1
 * @param samples of each channel in it
 * @param sampleRate a second
 * @param channels how many
 * @param bitRate bits a second, 0 where the header does not say
 * @param codec its short name
 */
record AudioFrame(int length, int samples, int sampleRate, int channels, int bitRate, String codec) {
    /** Whether another frame can belong to the same stream. */
    boolean goesWith(AudioFrame other) {
        return sampleRate == other.sampleRate && codec.equals(other.codec);
    }

    void tell(TrackBuilder track) {
        track.codec(codec).sampleRate(sampleRate).channels(channels);
    }
}
