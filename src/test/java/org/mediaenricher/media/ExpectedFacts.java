package org.mediaenricher.media;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of the corpus's answers.
 *
 * @param path of the file, within the corpus
 * @param fields column to value, without the empty ones and those that are no facts
 */
record ExpectedFacts(String path, Map<String, String> fields) {
    private static final List<String> COMPARED = List.of(
            "MIMEType",
            "ImageWidth",
            "ImageHeight",
            "Orientation",
            "DateTimeOriginal",
            "CreateDate",
            "OffsetTimeOriginal",
            "GPSLatitude",
            "GPSLongitude",
            "Duration",
            "Keywords",
            "Subject",
            "Rotation",
            "player_duration_us",
            "player_video",
            "player_audio",
            "player_rotation");

    static ExpectedFacts of(List<String> columns, String line) {
        String[] values = line.split("\t", -1);
        Map<String, String> fields = new LinkedHashMap<>();
        for (String column : COMPARED) {
            String value = values[columns.indexOf(column)];
            if (!value.isEmpty()) {
                fields.put(column, value);
            }
        }
        return new ExpectedFacts(values[columns.indexOf("path")], meaningful(fields));
    }

    /**
     * What is no answer: an empty clock, a duration of 0, which says that a fragmented movie's header does
     * not tell it, and the second date where the first one is the capture time.
     */
    private static Map<String, String> meaningful(Map<String, String> fields) {
        fields.values().removeIf(value -> value.startsWith("0000:00:00") || value.equals("UNSET TIME"));
        fields.remove("Duration", "0");
        fields.remove("player_duration_us", "0");
        if (fields.containsKey("DateTimeOriginal")) {
            fields.remove("CreateDate");
        }
        return fields;
    }
}
