package org.mediaenricher.media.container;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Short names of the codecs that movies name by a four-character code (the registration authority's list at mp4ra.org). */
final class MovieCodecs {
    private static final Map<String, String> NAMES = Map.ofEntries(
            entry("avc1", "h264"),
            entry("avc2", "h264"),
            entry("avc3", "h264"),
            entry("avc4", "h264"),
            entry("dva1", "h264"),
            entry("dvav", "h264"),
            entry("hvc1", "hevc"),
            entry("hev1", "hevc"),
            entry("hvc2", "hevc"),
            entry("hev2", "hevc"),
            entry("dvh1", "hevc"),
            entry("dvhe", "hevc"),
            entry("vvc1", "vvc"),
            entry("vvi1", "vvc"),
            entry("evc1", "evc"),
            entry("vp08", "vp8"),
            entry("vp09", "vp9"),
            entry("av01", "av1"),
            entry("dav1", "av1"),
            entry("mp4v", "mpeg4"),
            entry("xvid", "mpeg4"),
            entry("divx", "mpeg4"),
            entry("dx50", "mpeg4"),
            entry("fmp4", "mpeg4"),
            entry("h264", "h264"),
            entry("x264", "h264"),
            entry("hevc", "hevc"),
            entry("h265", "hevc"),
            entry("vp80", "vp8"),
            entry("vp90", "vp9"),
            entry("av10", "av1"),
            entry("mp42", "msmpeg4"),
            entry("mp43", "msmpeg4"),
            entry("div3", "msmpeg4"),
            entry("mjpg", "mjpeg"),
            entry("h263", "h263"),
            entry("s263", "h263"),
            entry("jpeg", "mjpeg"),
            entry("mjpa", "mjpeg"),
            entry("mjpb", "mjpeg"),
            entry("apch", "prores"),
            entry("apcn", "prores"),
            entry("apcs", "prores"),
            entry("apco", "prores"),
            entry("ap4h", "prores"),
            entry("ap4x", "prores"),
            entry("mp4a", "aac"),
            entry(".mp3", "mp3"),
            entry("ac-3", "ac3"),
            entry("ec-3", "eac3"),
            entry("ac-4", "ac4"),
            entry("dtsc", "dts"),
            entry("dtsh", "dts"),
            entry("dtsl", "dts"),
            entry("dtse", "dts"),
            entry("dtsx", "dts"),
            entry("mlpa", "truehd"),
            entry("opus", "opus"),
            entry("flac", "flac"),
            entry("alac", "alac"),
            entry("iamf", "iamf"),
            entry("mha1", "mpegh"),
            entry("mha2", "mpegh"),
            entry("mhm1", "mpegh"),
            entry("mhm2", "mpegh"),
            entry("samr", "amr_nb"),
            entry("sawb", "amr_wb"),
            entry("sqcp", "qcelp"),
            entry("ima4", "adpcm"),
            entry("ulaw", "pcm_mulaw"),
            entry("alaw", "pcm_alaw"),
            entry("tx3g", "mov_text"),
            entry("wvtt", "webvtt"),
            entry("stpp", "ttml"),
            entry("mp4s", "dvd_subtitle"),
            entry("c608", "eia_608"),
            entry("c708", "eia_708"));

    private static final Set<String> PCM =
            Set.of("twos", "sowt", "lpcm", "raw ", "in24", "in32", "fl32", "fl64", "ipcm", "fpcm", "none");

    /** By object type indication (mp4ra.org, "Object types"). */
    private static final Map<Integer, String> OBJECT_TYPES = Map.ofEntries(
            entry(0x20, "mpeg4"),
            entry(0x21, "h264"),
            entry(0x23, "hevc"),
            entry(0x40, "aac"),
            entry(0x60, "mpeg2"),
            entry(0x61, "mpeg2"),
            entry(0x62, "mpeg2"),
            entry(0x63, "mpeg2"),
            entry(0x64, "mpeg2"),
            entry(0x65, "mpeg2"),
            entry(0x66, "aac"),
            entry(0x67, "aac"),
            entry(0x68, "aac"),
            entry(0x69, "mp3"),
            entry(0x6a, "mpeg1"),
            entry(0x6b, "mp3"),
            entry(0x6c, "mjpeg"),
            entry(0xa5, "ac3"),
            entry(0xa6, "eac3"),
            entry(0xa9, "dts"),
            entry(0xaa, "dts"),
            entry(0xab, "dts"),
            entry(0xac, "dts"),
            entry(0xad, "opus"),
            entry(0xdd, "vorbis"),
            entry(0xe0, "dvd_subtitle"),
            entry(0xe1, "qcelp"));

    private MovieCodecs() {}

    /** The name for a four-character code: the code itself, in lower case, where it is not known. */
    static String name(String code) {
        String key = code.toLowerCase(Locale.ROOT);
        return isPcm(code) ? "pcm" : NAMES.getOrDefault(key, key.strip());
    }

    /** Whether a code stands for samples stored whole. */
    static boolean isPcm(String code) {
        return PCM.contains(code.toLowerCase(Locale.ROOT));
    }

    /** The name for an object type, or null. */
    static String ofObjectType(int indication) {
        return OBJECT_TYPES.get(indication);
    }
}
