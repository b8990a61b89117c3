package org.mediaenricher.media;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Tracks in the words of a media player's extractor: {@code video/avc 1080x720}, {@code audio/ac3 6ch 48000}. */
final class PlayerWords {
    private static final Map<String, List<String>> TYPES = Map.ofEntries(
            entry("h264", List.of("video/avc")),
            entry("hevc", List.of("video/hevc", "video/mv-hevc", "video/dolby-vision")),
            entry("vvc", List.of("video/vvc")),
            entry("av1", List.of("video/av01")),
            entry("vp9", List.of("video/x-vnd.on2.vp9")),
            entry("aac", List.of("audio/mp4a-latm")),
            entry("ac3", List.of("audio/ac3")),
            entry("ac4", List.of("audio/ac4")),
            entry("eac3", List.of("audio/eac3-joc")),
            entry("dts", List.of("audio/vnd.dts", "audio/vnd.dts.hd")),
            entry("flac", List.of("audio/flac")),
            entry("iamf", List.of("audio/iamf")),
            entry("mpegh", List.of("audio/mha1", "audio/mhm1")),
            entry("mp3", List.of("audio/mpeg")),
            entry("mp2", List.of("audio/mpeg-L2")),
            entry("opus", List.of("audio/opus")),
            entry("vorbis", List.of("audio/vorbis")),
            entry("pcm", List.of("audio/raw")),
            entry("adpcm", List.of("audio/raw")));

    private PlayerWords() {}

    static Optional<String> video(Playback playback) {
        return playback.first(TrackKind.VIDEO).map(track -> track.codec().orElse("") + " " + size(track));
    }

    static Optional<String> audio(Playback playback) {
        return playback.first(TrackKind.AUDIO).map(track -> track.codec().orElse("") + " " + shape(track));
    }

    private static String size(Track track) {
        return track.video()
                .flatMap(VideoShape::encoded)
                .map(size -> size.width() + "x" + size.height())
                .orElse("");
    }

    /** What is not known the player leaves out or calls 0. */
    private static String shape(Track track) {
        AudioShape audio = track.audio().orElseThrow();
        return known(audio.channels()) + "ch " + known(audio.sampleRate());
    }

    private static String known(OptionalInt value) {
        return value.isPresent() ? Integer.toString(value.getAsInt()) : "";
    }

    /** Whether both describe the same track. */
    static boolean agree(String expected, String read) {
        String[] player = expected.split(" ", 2);
        String[] ours = read.split(" ", 2);
        boolean sameCodec = TYPES.getOrDefault(ours[0], List.of()).contains(player[0]);
        return sameCodec && player[1].replaceFirst("^0ch", "ch").equals(ours[1]);
    }
}
