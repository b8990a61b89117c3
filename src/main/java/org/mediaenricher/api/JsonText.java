package org.mediaenricher.api;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.util.Map;

/** JSON from the database, to stand in an answer as it is. */
final class JsonText {
    /** Kept: finding the provider costs more than reading. */
    private static final JsonReaderFactory JSON = Json.createReaderFactory(Map.of());

    private JsonText() {}

    /** Null for null. */
    static JsonStructure parsed(String text) {
        if (text == null) {
            return null;
        }
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.read();
        }
    }
}
