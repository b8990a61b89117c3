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
                    "player_duration_us",
                    "of the clip appended behind the picture's end; the picture lasts no time"),
            new Exempt(
                    "sample_MP.heic", "player_duration_us", "of the clip in its mpvd box; the picture lasts no time"),
            new Exempt(
                    "HMD_Nokia_8.3_5G.heif",
                    "Orientation",
                    "irot says a quarter turn and overrules Exif (ISO/IEC 23008-12, 6.5.10)"),
            new Exempt(
                    "(IllegalArgument|NegativeArraySize)Exception.HeifReader.processBoxes.heif",
                    ".*",
                    "a box shorter than its header (ISO/IEC 14496-12, 4.2): refused as malformed"),
            new Exempt(
                    "exif-org/(olympus-d320l|sony-powershota5).jpg",
                    "DateTimeOriginal",
                    "from FlashPix property sets (APP2 FPXR), which the Exif standard no longer names"));

    private CorpusExceptions() {}

    static Optional<String> reason(String path, String field) {
        return ALL.stream()
                .filter(exception -> exception.covers(path, field))
                .map(Exempt::reason)
                .findFirst();
    }
}
