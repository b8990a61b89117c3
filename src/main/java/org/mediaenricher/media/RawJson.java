package org.mediaenricher.media;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The metadata blocks as found, as an object of objects. */
final class RawJson {
    private final JsonGenerator json;

    RawJson(JsonGenerator json) {
        this.json = json;
    }

    void directories(List<RawDirectory> directories) throws IOException {
        json.writeObjectFieldStart("raw");
        Map<String, Integer> seen = new HashMap<>();
        for (RawDirectory directory : directories) {
            directory(name(directory.name(), seen), directory);
        }
        json.writeEndObject();
    }

    /** A name that comes again gets a number: jsonb would keep only the last. */
    private static String name(String name, Map<String, Integer> seen) {
        int times = seen.merge(name, 1, Integer::sum);
        return times == 1 ? name : name + "_" + times;
    }

    private void directory(String name, RawDirectory directory) throws IOException {
        json.writeObjectFieldStart(PlainText.storable(name));
        for (RawValue value : directory.values()) {
            json.writeFieldName(PlainText.storable(value.name()));
            value(value.value());
        }
        json.writeEndObject();
    }

    private void value(Object value) throws IOException {
        if (value instanceof Number number) {
            number(number);
        } else if (value instanceof Boolean yes) {
            json.writeBoolean(yes);
        } else if (value instanceof List<?> list) {
            list(list);
        } else {
            json.writeString(PlainText.storable(value.toString()));
        }
    }

    private void list(List<?> list) throws IOException {
        json.writeStartArray();
        for (Object element : list) {
            value(element);
        }
        json.writeEndArray();
    }

    /** JSON knows no infinity and no NaN. */
    private void number(Number number) throws IOException {
        if (!(number instanceof Double || number instanceof Float)) {
            json.writeNumber(number.longValue());
        } else if (Double.isFinite(number.doubleValue())) {
            json.writeNumber(number.doubleValue());
        } else {
            json.writeNull();
        }
    }
}
