package org.mediaenricher.facts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.mediaenricher.media.FactsJson;
import org.mediaenricher.media.FileSource;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.MediaReader;
import org.mediaenricher.media.MediaReading;
import org.mediaenricher.media.PlainText;
import org.mediaenricher.media.UnreadableMedia;
import org.mediaenricher.media.container.ContainerReader;

/**
 * A file's line: {@code path} and {@code size}, then every fact and the {@code tags}, or a {@code failure} with its
 * {@code code} and {@code sentence}. In ASCII, whatever the locale makes of the rest.
 */
final class FactsLine {
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final char REPLACEMENT = '\uFFFD';

    private final MediaReader reader = new ContainerReader();

    String of(Path file) {
        StringWriter line = new StringWriter(4096);
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("path", name(file));
            write(file, json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    /** Any text in a line of ASCII. */
    static String escaped(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    private void write(Path file, JsonGenerator json) throws IOException {
        MediaReading reading;
        try (FileSource source = new FileSource(file)) {
            json.writeNumberField("size", source.size());
            reading = reader.read(source);
        } catch (IOException | UncheckedIOException e) {
            failure("refused", "the file cannot be read: " + e.getClass().getSimpleName(), json);
            return;
        }
        if (reading instanceof MediaFacts facts) {
            FactsJson.writeFields(facts, json);
            tags(facts, json);
        } else if (reading instanceof UnreadableMedia unreadable) {
            failure(unreadable.code().word(), unreadable.sentence(), json);
        }
    }

    private static void tags(MediaFacts facts, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("tags");
        for (String tag : facts.tags()) {
            json.writeString(PlainText.storable(tag));
        }
        json.writeEndArray();
    }

    private static void failure(String code, String sentence, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("failure");
        json.writeStringField("code", code);
        json.writeStringField("sentence", sentence);
        json.writeEndObject();
    }

    /** As it was given; Java spells names in the locale's charset, so one that it cannot spell is told by its bytes. */
    private static String name(Path file) {
        String name = file.toString();
        boolean spelt = "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding")) || isAscii(name);
        return spelt && name.indexOf(REPLACEMENT) < 0
                ? name
                : URLDecoder.decode(file.toUri().getRawPath().replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
