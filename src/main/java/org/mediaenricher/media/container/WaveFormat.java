package org.mediaenricher.media.container;

import java.util.Map;

/** The format tags of RIFF audio (RFC 2361, appendix A; Microsoft {@code mmreg.h}). */
final class WaveFormat {
    private static final Map<Integer, String> CODECS = Map.ofEntries(
            Map.entry(0x0001, "pcm"),
            Map.entry(0x0002, "adpcm"),
            Map.entry(0x0003, "pcm"),
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

    private WaveFormat() {}

    /** The codec's short name; for an unknown tag the tag in hexadecimal. */
    static String codec(int tag) {
        return CODECS.getOrDefault(tag, "0x" + Integer.toHexString(tag));
    }
}
