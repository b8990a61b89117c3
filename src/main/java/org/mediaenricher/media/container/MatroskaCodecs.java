package org.mediaenricher.media.container;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;

/** Short names of the codecs that Matroska files name (Matroska codec specifications, "Codec Mappings"). */
final class MatroskaCodecs {
    private static final Map<String, String> NAMES = Map.ofEntries(
            entry("V_MPEG4/ISO/AVC", "h264"),
            entry("V_MPEGH/ISO/HEVC", "hevc"),
            entry("V_MPEGI/ISO/VVC", "vvc"),
            entry("V_MPEG4/ISO/SP", "mpeg4"),
            entry("V_MPEG4/ISO/ASP", "mpeg4"),
            entry("V_MPEG4/ISO/AP", "mpeg4"),
            entry("V_MPEG1", "mpeg1"),
            entry("V_MPEG2", "mpeg2"),
            entry("V_UNCOMPRESSED", "raw"),
            entry("A_MPEG/L1", "mp1"),
            entry("A_MPEG/L2", "mp2"),
            entry("A_MPEG/L3", "mp3"),
            entry("S_TEXT/UTF8", "subrip"),
            entry("S_TEXT/ASCII", "subrip"),
            entry("S_TEXT/SSA", "ssa"),
            entry("S_TEXT/ASS", "ass"),
            entry("S_SSA", "ssa"),
            entry("S_ASS", "ass"),
            entry("S_TEXT/WEBVTT", "webvtt"),
            entry("D_WEBVTT/SUBTITLES", "webvtt"),
            entry("D_WEBVTT/CAPTIONS", "webvtt"),
            entry("S_VOBSUB", "dvd_subtitle"),
            entry("S_HDMV/PGS", "hdmv_pgs"),
            entry("S_HDMV/TEXTST", "hdmv_text"),
            entry("S_DVBSUB", "dvb_subtitle"));

    private static final String VIDEO_FOR_WINDOWS = "V_MS/VFW/FOURCC";
    private static final String AUDIO_FOR_WINDOWS = "A_MS/ACM";

    private MatroskaCodecs() {}

    /**
     * The name for a codec's identifier, or null.
     *
     * @param codecPrivate the codec's own header, or null
     */
    static String name(String id, ByteWindow window, Element codecPrivate) {
        if (id.equals(VIDEO_FOR_WINDOWS) && codecPrivate != null && codecPrivate.length() >= 20) {
            return MovieCodecs.name(window.latin1(codecPrivate.content() + 16, 4)); // BITMAPINFOHEADER.biCompression
        }
        if (id.equals(AUDIO_FOR_WINDOWS) && codecPrivate != null && codecPrivate.length() >= 2) {
            return WaveFormat.codec(window.u16le(codecPrivate.content()));
        }
        String known = NAMES.get(id);
        return known != null ? known : shortened(id);
    }

    /** {@code A_DTS/LOSSLESS} is dts, {@code A_PCM/INT/LIT} pcm, {@code V_VP9} vp9. */
    private static String shortened(String id) {
        if (id.length() < 3 || id.charAt(1) != '_') {
            return null;
        }
        int slash = id.indexOf('/');
        return id.substring(2, slash < 3 ? id.length() : slash).toLowerCase(Locale.ROOT);
    }
}
