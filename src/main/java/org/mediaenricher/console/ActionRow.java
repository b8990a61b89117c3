package org.mediaenricher.console;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mediaenricher.queue.JobAction;

/**
 * Something done to many dead letters, in a list.
 *
 * @param what was chosen, in words
 * @param settled how many of those expected are dealt with
 */
public record ActionRow(
        String action,
        String what,
        String reason,
        String askedBy,
        Instant askedAt,
        String status,
        long settled,
        long expected,
        long done,
        long leftOut) {
    static ActionRow of(JobAction action) {
        // Letters that came in until it was asked may be some more than were counted for it.
        long settled = action.status.equals("completed") ? action.expected : action.done + action.leftOut;
        return new ActionRow(
                action.action,
                what(action.filter),
                action.reason,
                action.askedBy,
                action.askedAt,
                action.status,
                settled,
                action.expected,
                action.done,
                action.leftOut);
    }

    private static String what(String filter) {
        try (JsonReader reader = Json.createReader(new StringReader(filter))) {
            JsonObject chosen = reader.readObject();
            List<String> words = new ArrayList<>();
            if (chosen.containsKey("kind")) {
                words.add("kind " + chosen.getString("kind"));
            }
            if (chosen.containsKey("text")) {
                words.add("reason with “" + chosen.getString("text") + "”");
            }
            if (chosen.containsKey("ids")) {
                words.add(chosen.getJsonArray("ids").size() + " chosen");
            }
            return words.isEmpty() ? "all" : String.join(", ", words);
        }
    }
}
