package org.mediaenricher.console;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * What went wrong with a job once.
 *
 * @param attempt counted from 1, 0 where that is not known
 * @param at when, null where that is not known
 * @param node where, empty where that is not known
 * @param error in a sentence
 */
public record JobError(int attempt, Instant at, String node, String error) {
    /**
     * All of them, the first one first.
     *
     * @param errors a JSON array, null for none
     */
    static List<JobError> of(String errors) {
        if (errors == null) {
            return List.of();
        }
        try (JsonReader reader = Json.createReader(new StringReader(errors))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(JobError::of)
                    .toList();
        }
    }

    /** {@code attempt 2}. */
    public String attemptInWords() {
        return attempt == 0 ? "" : "attempt " + attempt;
    }

    private static JobError of(JsonObject error) {
        return new JobError(
                error.getInt("attempt", 0),
                time(error.getString("at", "")),
                error.getString("node", ""),
                error.getString("error", ""));
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
