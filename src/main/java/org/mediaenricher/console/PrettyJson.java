package org.mediaenricher.console;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;

/** JSON as people read it: a member a line. */
final class PrettyJson {
    private static final JsonWriterFactory WRITERS =
            Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    /** What a page can bear, in characters. */
    private static final int LONGEST = 200_000;

    private PrettyJson() {}

    /** An object over several lines, cut where it is very long; as it is when it cannot be read. */
    static String of(String object) {
        try (JsonReader reader = Json.createReader(new StringReader(object))) {
            return of(reader.readObject());
        } catch (JsonException unreadable) {
            return object;
        }
    }

    /** The same of one that was read already. */
    static String of(JsonObject object) {
        StringWriter pretty = new StringWriter();
        try (JsonWriter writer = WRITERS.createWriter(pretty)) {
            writer.write(object);
        }
        String text = pretty.toString().strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\n… cut here";
    }
}
