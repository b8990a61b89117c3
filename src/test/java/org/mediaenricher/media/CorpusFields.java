package org.mediaenricher.media;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Facts in the words of the corpus's columns, and how close two values must be to agree. */
final class CorpusFields {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss");

    private CorpusFields() {}

    static Map<String, String> of(MediaReading reading) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (reading instanceof MediaFacts facts) {
            fields.put("MIMEType", facts.contentType());
            facts.appearance().picture().ifPresent(picture -> picture(picture, fields));
            origin(facts.origin(), fields);
            if (!facts.playback().tracks().isEmpty()) {
                facts.origin().captured().ifPresent(captured -> inUtc(captured, fields));
            }
            facts.playback().duration().ifPresent(duration -> duration(duration, fields));
            PlayerWords.video(facts.playback()).ifPresent(words -> fields.put("player_video", words));
            PlayerWords.audio(facts.playback()).ifPresent(words -> fields.put("player_audio", words));
            fields.put("Keywords", list(facts.description().keywords()));
            fields.put("Subject", list(facts.description().keywords()));
        } else if (reading instanceof UnreadableMedia unreadable) {
            fields.put("failure", unreadable.code().word() + ": " + unreadable.sentence());
        }
        return fields;
    }

    private static void picture(Picture picture, Map<String, String> fields) {
        fields.put("ImageWidth", Integer.toString(picture.encoded().width()));
        fields.put("ImageHeight", Integer.toString(picture.encoded().height()));
        fields.put("Orientation", Integer.toString(picture.orientation().exif()));
        String rotation = Integer.toString(picture.orientation().rotation());
        fields.put("Rotation", rotation);
        fields.put("player_rotation", rotation);
    }

    private static void origin(Origin origin, Map<String, String> fields) {
        origin.captured().ifPresent(captured -> {
            fields.put("DateTimeOriginal", captured.local().format(TIME));
            fields.put("CreateDate", captured.local().format(TIME));
            captured.offset()
                    .ifPresent(offset ->
                            fields.put("OffsetTimeOriginal", offset.getId().equals("Z") ? "+00:00" : offset.getId()));
        });
        origin.position().ifPresent(position -> {
            fields.put("GPSLatitude", Double.toString(position.latitude()));
            fields.put("GPSLongitude", Double.toString(position.longitude()));
        });
    }

    /** Movies count in UTC, and ExifTool shows them so. */
    private static void inUtc(CaptureTime captured, Map<String, String> fields) {
        captured.instant()
                .ifPresent(instant -> fields.put(
                        "CreateDate", instant.atOffset(ZoneOffset.UTC).format(TIME)));
    }

    private static void duration(Duration duration, Map<String, String> fields) {
        fields.put("Duration", Double.toString(duration.toNanos() / 1e9));
        fields.put("player_duration_us", Long.toString(duration.toNanos() / 1000));
    }

    private static String list(List<String> words) {
        return words.size() == 1 ? words.get(0) : "['" + String.join("', '", words) + "']";
    }

    /** Whether a value read is the one expected; places to the half metre that five digits tell, durations to 50 ms. */
    static boolean agree(String field, String expected, String read) {
        if (read == null) {
            return false;
        }
        return switch (field) {
            case "GPSLatitude", "GPSLongitude" -> near(expected, read, 6e-6);
            case "Duration" -> near(expected, read, 0.05);
            case "player_duration_us" -> near(expected, read, 50_000);
            case "Rotation" -> degrees(expected) == Integer.parseInt(read);
            case "player_video", "player_audio" -> PlayerWords.agree(expected, read);
            case "DateTimeOriginal", "CreateDate" -> expected.startsWith(read);
            default -> expected.equals(read);
        };
    }

    /** In HEIF files quarter turns are counted, and counter-clockwise (ISO/IEC 23008-12, 6.5.10). */
    private static int degrees(String rotation) {
        int value = Integer.parseInt(rotation);
        return value < 4 ? (4 - value) % 4 * 90 : value;
    }

    private static boolean near(String expected, String read, double tolerance) {
        return Math.abs(Double.parseDouble(expected) - Double.parseDouble(read)) <= tolerance;
    }
}
