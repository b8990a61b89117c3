package org.mediaenricher.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactsJsonTest {
    @Test
    void known_facts_are_written_and_unknown_ones_left_out() throws JsonProcessingException {
        JsonNode json = json(Facts.picture(4, 3));
        assertThat(json.get("content_type").asText()).isEqualTo("image/jpeg");
        assertThat(json.get("width").asInt()).isEqualTo(4);
        assertThat(json.get("encoded_height").asInt()).isEqualTo(3);
        assertThat(json.get("orientation_source").asText()).isEqualTo("none");
        assertThat(json.has("captured")).isFalse();
        assertThat(json.has("duration_seconds")).isFalse();
    }

    @Test
    void tracks_tell_what_their_kind_has() throws JsonProcessingException {
        JsonNode json = json(Facts.sound());
        assertThat(json.has("width")).isFalse();
        assertThat(json.get("duration_seconds").asDouble()).isEqualTo(1.5);
        assertThat(json.at("/tracks/0/codec").asText()).isEqualTo("opus");
        assertThat(json.at("/tracks/0/channels").asInt()).isEqualTo(2);
        assertThat(json.at("/tracks/0").has("width")).isFalse();
    }

    @Test
    void nothing_in_it_is_refused_by_jsonb() throws JsonProcessingException {
        String text = FactsJson.text(Facts.raw(
                new RawDirectory("a\0", List.of(new RawValue("k\ud800", "v\0\udc00"), new RawValue("n", Double.NaN)))));
        assertThat(text).doesNotContain("\\u0000").doesNotContain("\\uD800").doesNotContain("\\uDC00");
        JsonNode raw = new ObjectMapper().readTree(text).get("raw");
        assertThat(raw.at("/a/k\ufffd").asText()).isEqualTo("v\ufffd");
        assertThat(raw.at("/a/n").isNull()).isTrue();
    }

    @Test
    void directories_of_the_same_name_are_numbered() throws JsonProcessingException {
        JsonNode json = json(Facts.raw(
                new RawDirectory("xmp", List.of(new RawValue("a", 1))),
                new RawDirectory("xmp", List.of(new RawValue("a", List.of(2, "x", true))))));
        assertThat(json.at("/raw/xmp/a").asInt()).isEqualTo(1);
        assertThat(json.at("/raw/xmp_2/a/0").asInt()).isEqualTo(2);
        assertThat(json.at("/raw/xmp_2/a/2").asBoolean()).isTrue();
    }

    private static JsonNode json(MediaFacts facts) throws JsonProcessingException {
        return new ObjectMapper().readTree(FactsJson.text(facts));
    }
}
