package org.mediaenricher.console;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;

/** JSON as people read it: a member a line. */
final class PrettyJson {
    private PrettyJson() {}

    static String of(String object) {
        try (JsonReader reader = Json.createReader(new StringReader(object))) {
            return of(reader.readObject());
        }
    }

    static String of(JsonObject object) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.write(object);
        }
        return text.toString().strip();
    }
}
