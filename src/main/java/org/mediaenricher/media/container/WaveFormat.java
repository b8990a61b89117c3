package org.mediaenricher.media.container;

import java.util.Map;

/**
 * The format of RIFF audio, {@code WAVEFORMATEX} and {@code WAVEFORMATEXTENSIBLE} (Microsoft {@code
 * mmreg.h}; tags by RFC 2361, appendix A).
 *
 * @param tag of the codec
 * @param channels how many
 * @param sampleRate a second
 * @param bytesPerSecond on average
 * @param bitsPerSample where the samples are stored whole
 */
record WaveFormat(int tag, int channels, long sampleRate, long bytesPerSecond, int bitsPerSample) {
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xfffe;

    private static final Map<Integer, String> CODECS = Map.ofEntries(
            Map.entry(PCM, "pcm"),
            Map.entry(0x0002, "adpcm"),
            Map.entry(FLOAT, "pcm"),
            Map.entry(0x0006, "pcm_alaw"),
            Map.entry(0x0007, "pcm_mulaw"),
            Map.entry(0x0011, "adpcm"),
            Map.entry(0x0031, "gsm"),
            Map.entry(0x0050, "mp2"),
            Map.entry(0x0055, "mp3"),
            Map.entry(0x0092, "ac3"),
            Map.entry(0x00ff, "aac"),
            Map.entry(0x0160, "wmav1"),
            Map.entry(0x0161, "wmav2"),
            Map.entry(0x0162, "wmapro"),
            Map.entry(0x0163, "wmalossless"),
            Map.entry(0x1600, "aac"),
            Map.entry(0x1610, "aac"),
            Map.entry(0x2000, "ac3"),
            Map.entry(0x2001, "dts"),
            Map.entry(0x674f, "vorbis"),
            Map.entry(0x706d, "aac"),
            Map.entry(0xf1ac, "flac"));

    /**
     * The structure at an offset.
     *
     * @param length of its chunk: 16 or more; from 40 on it may be the extensible one, whose tag stands in a GUID
     */
    static WaveFormat of(ByteWindow window, long at, long length) {
        if (length < 16) {
            throw Unreadable.malformed("the WAVE format is shorter than it must be");
        }
        int tag = window.u16le(at);
        int bits = window.u16le(at + 14);
        boolean extensible = tag == EXTENSIBLE && length >= 40;
        int valid = extensible ? window.u16le(at + 18) : 0;
        return new WaveFormat(
                extensible ? window.u16le(at + 24) : tag,
                window.u16le(at + 2),
                window.u32le(at + 4),
                window.u32le(at + 8),
                valid > 0 && valid <= bits ? valid : bits);
    }

    /** The codec's short name; for an unknown tag the tag in hexadecimal. */
    static String codec(int tag) {
        return CODECS.getOrDefault(tag, "0x" + Integer.toHexString(tag));
    }

    boolean isPcm() {
        return tag == PCM || tag == FLOAT;
    }

    void tell(TrackBuilder track) {
        track.codec(codec(tag)).channels(channels).sampleRate(sampleRate).bitRate(bytesPerSecond * 8);
        track.bitsPerSample(bitsPerSample);
    }
}
