package org.mediaenricher.media;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Facts as one JSON object, keys in snake_case, unknown facts left out. Every string in it can be
 * stored in a PostgreSQL {@code jsonb} column, see {@link PlainText}.
 */
public final class FactsJson {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private final JsonGenerator json;

    private FactsJson(JsonGenerator json) {
        this.json = json;
    }

    /** The facts as text on one line. */
    public static String text(MediaFacts facts) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(4096);
        try (JsonGenerator json = JSON.createGenerator(text, JsonEncoding.UTF8)) {
            write(facts, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    /** Writes the facts as one object into a document being written. */
    public static void write(MediaFacts facts, JsonGenerator json) throws IOException {
        json.writeStartObject();
        writeFields(facts, json);
        json.writeEndObject();
    }

    /** Writes the facts into an object being written. */
    public static void writeFields(MediaFacts facts, JsonGenerator json) throws IOException {
        new FactsJson(json).facts(facts);
    }

    private void facts(MediaFacts facts) throws IOException {
        json.writeStringField("content_type", facts.contentType());
        appearance(facts.appearance());
        origin(facts.origin());
        playback(facts.playback());
        description(facts.description());
        new RawJson(json).directories(facts.raw());
    }

    private void appearance(Appearance appearance) throws IOException {
        if (appearance.picture().isPresent()) {
            picture(appearance.picture().get());
        }
        number("pages", appearance.frames().pages());
        number("frames", appearance.frames().frames());
        number("plays", appearance.frames().plays());
        json.writeBooleanField("animated", appearance.frames().animated());
        json.writeBooleanField("hdr", appearance.hdr());
    }

    private void picture(Picture picture) throws IOException {
        json.writeNumberField("width", picture.shown().width());
        json.writeNumberField("height", picture.shown().height());
        json.writeNumberField("encoded_width", picture.encoded().width());
        json.writeNumberField("encoded_height", picture.encoded().height());
        orientation(picture.orientation());
        json.writeStringField("orientation_source", picture.orientationSource().word());
    }

    private void orientation(Orientation orientation) throws IOException {
        json.writeNumberField("orientation", orientation.exif());
        json.writeNumberField("rotation", orientation.rotation());
        json.writeBooleanField("mirrored", orientation.mirrored());
    }

    private void origin(Origin origin) throws IOException {
        if (origin.captured().isPresent()) {
            captured(origin.captured().get());
        }
        if (origin.position().isPresent()) {
            position(origin.position().get());
        }
        camera(origin.camera());
        exposure(origin.exposure());
    }

    private void captured(CaptureTime captured) throws IOException {
        json.writeObjectFieldStart("captured");
        json.writeStringField("local", captured.local().toString());
        if (captured.offset().isPresent()) {
            json.writeStringField("offset", captured.offset().get().toString());
            json.writeStringField("instant", captured.instant().orElseThrow().toString());
        }
        json.writeStringField("resolved_by", captured.resolvedBy().word());
        json.writeEndObject();
    }

    private void position(GpsPosition position) throws IOException {
        json.writeObjectFieldStart("gps");
        json.writeNumberField("latitude", position.latitude());
        json.writeNumberField("longitude", position.longitude());
        number("altitude", position.altitude());
        json.writeEndObject();
    }

    private void camera(Camera camera) throws IOException {
        json.writeObjectFieldStart("camera");
        string("make", camera.make());
        string("model", camera.model());
        string("lens", camera.lens());
        string("software", camera.software());
        json.writeEndObject();
    }

    private void exposure(Exposure exposure) throws IOException {
        json.writeObjectFieldStart("exposure");
        number("seconds", exposure.seconds());
        number("aperture", exposure.aperture());
        number("iso", exposure.iso());
        number("focal_length_mm", exposure.focalLength());
        json.writeEndObject();
    }

    private void playback(Playback playback) throws IOException {
        duration(playback.duration());
        json.writeArrayFieldStart("tracks");
        for (Track track : playback.tracks()) {
            track(track);
        }
        json.writeEndArray();
    }

    private void track(Track track) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", track.kind().word());
        string("codec", track.codec());
        string("language", track.language());
        number("bit_rate", track.bitRate());
        duration(track.duration());
        if (track.video().isPresent()) {
            video(track.video().get());
        }
        if (track.audio().isPresent()) {
            audio(track.audio().get());
        }
        json.writeEndObject();
    }

    private void video(VideoShape video) throws IOException {
        if (video.encoded().isPresent()) {
            json.writeNumberField("width", video.encoded().get().width());
            json.writeNumberField("height", video.encoded().get().height());
        }
        orientation(video.orientation());
        number("frame_rate", video.frameRate());
        json.writeBooleanField("hdr", video.hdr());
    }

    private void audio(AudioShape audio) throws IOException {
        number("channels", audio.channels());
        number("sample_rate", audio.sampleRate());
        number("bits_per_sample", audio.bitsPerSample());
    }

    private void description(Description description) throws IOException {
        strings("keywords", description.keywords());
        strings("subjects", description.subjects());
        string("title", description.title());
        string("caption", description.caption());
        number("rating", description.rating());
    }

    private void duration(Optional<Duration> duration) throws IOException {
        if (duration.isPresent()) {
            json.writeNumberField(
                    "duration_seconds",
                    duration.get().getSeconds() + duration.get().getNano() / 1e9);
        }
    }

    private void strings(String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(PlainText.storable(value));
        }
        json.writeEndArray();
    }

    private void string(String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, PlainText.storable(value.get()));
        }
    }

    private void number(String name, OptionalInt value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(name, value.getAsInt());
        }
    }

    private void number(String name, OptionalLong value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(name, value.getAsLong());
        }
    }

    private void number(String name, OptionalDouble value) throws IOException {
        if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
            json.writeNumberField(name, value.getAsDouble());
        }
    }
}
