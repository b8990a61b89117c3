package org.mediaenricher.api;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.util.Map;

/** JSON as the database has it, to stand within an answer; null for null. The provider is looked for once. */
final class JsonText {
    private static final JsonReaderFactory JSON = Json.createReaderFactory(Map.of());

    private JsonText() {}

    static JsonObject object(String text) {
        if (text == null) {
            return null;
        }
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    static JsonArray array(String text) {
        if (text == null) {
            return null;
        }
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.readArray();
        }
    }
}
