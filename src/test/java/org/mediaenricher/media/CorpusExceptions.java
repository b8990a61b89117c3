package org.mediaenricher.media;

import java.util.List;
import java.util.Optional;

/** Where the answers are not followed, and why: the specification, or a file that no two readers agree on. */
final class CorpusExceptions {
    private record Exempt(String path, String field, String reason) {
        boolean covers(String file, String column) {
            return file.matches(".*" + path) && column.matches(field);
        }
    }

    private static final List<Exempt> ALL = List.of(
            new Exempt("_0.jpg", "Orientation", "0 is none of the eight values (Exif 3.0, 4.6.5.1.6): shown as stored"),
            new Exempt(
                    "ss-motion-photo-shortened.jpg",
                    "GPSLongitude",
                    "a longitude without a latitude is no place (Exif 3.0, 4.6.7)"),
            new Exempt(
                    "pixel-motion-photo-jfif-segment-shortened.jpg",
                    "player_.*",
                    "of the clip appended behind the picture's end; the picture lasts no time"),
            new Exempt("sample_MP.heic", "player_.*", "of the clip in its mpvd box; the picture lasts no time"),
            new Exempt(
                    "HMD_Nokia_8.3_5G.heif",
                    "Orientation",
                    "irot says a quarter turn and overrules Exif (ISO/IEC 23008-12, 6.5.10)"),
            new Exempt(
                    "(IllegalArgument|NegativeArraySize)Exception.HeifReader.processBoxes.heif",
                    ".*",
                    "a box shorter than its header (ISO/IEC 14496-12, 4.2): refused as malformed"),
            new Exempt(
                    "(3gp/bbb_mono_.*.3gp|mp4/audio_init.mp4)",
                    "MIMEType",
                    "sound alone is audio/* (RFC 3839, RFC 4337)"),
            new Exempt(
                    "webm/bbb_1ch_.*.webm",
                    "MIMEType",
                    "the document type says webm (RFC 9559, 27.1), and sound alone is audio/webm"),
            new Exempt(
                    "webm/roadtrip-vp92-10bit.webm",
                    "MIMEType",
                    "the document type says matroska (RFC 9559, 27.1), whatever the name says"),
            new Exempt("mp3/[12]00kB-garbage-prefix.mp3", "MIMEType", "text is no media"),
            new Exempt(
                    "mp3/(bear|test)-.*.mp3",
                    "Duration",
                    "ExifTool divides the file's length by the first bit rate; the encoder's count and the frames say more"),
            new Exempt(
                    "mp3/bear-vbr-no-seek-table.mp3",
                    "player_duration_us",
                    "the player, too, takes the first frame's bit rate for all; counted, there are 117 frames"),
            new Exempt(
                    "ogg/.*vorbis.*.ogg",
                    "Duration",
                    "ExifTool divides by the nominal bit rate; the last page counts the samples (RFC 3533, 6)"),
            new Exempt(
                    "wav/sample_ima_adpcm.wav",
                    "Duration",
                    "ExifTool divides by the average rate; the fact chunk counts the samples, as the player says"),
            new Exempt(
                    "bbb_800x640_.*.mp4",
                    "ImageWidth",
                    "the track header's layout of oblong pixels (ISO/IEC 14496-12, 8.3.2.3); stored are 800"),
            new Exempt(
                    "sample_with_fake_auxiliary_.*.mp4",
                    "ImageWidth|ImageHeight",
                    "its track header lacks the fixed point (ISO/IEC 14496-12, 8.3.2.3); stored are 12x10"),
            new Exempt(
                    "sample_ac4_level4_fragmented.mp4",
                    "player_audio",
                    "21 channels by the stream's table of contents, which is not read; the sample entry says 2"),
            new Exempt(
                    "sample.mp4",
                    "player_audio|player_duration_us",
                    "the player's line is of another file of that name: this one has no sound"),
            new Exempt(
                    "sample_rotate_and_reflect.mp4",
                    "Rotation|player_rotation",
                    "the matrix swaps x and y, which is mirrored and then turned by 270, not by 90 alone"),
            new Exempt(
                    "dolbyVision-hdr.MOV",
                    "CreateDate",
                    "the key com.apple.quicktime.creationdate says when it was filmed, the header when it was edited"));

    private CorpusExceptions() {}

    static Optional<String> reason(String path, String field) {
        return ALL.stream()
                .filter(exception -> exception.covers(path, field))
                .map(Exempt::reason)
                .findFirst();
    }
}
