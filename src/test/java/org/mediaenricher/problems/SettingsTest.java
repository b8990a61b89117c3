package org.mediaenricher.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void gives_typed_values() {
        Settings settings = settings(Map.of(
                "room.text", " a text ",
                "room.word", "red",
                "room.flag", "false",
                "room.number", "10",
                "room.span", "PT1M",
                "room.address", "https://host:9000/path"));
        assertThat(settings.text("text")).isEqualTo("a text");
        assertThat(settings.oneOf("word", List.of("red", "blue"), "blue")).isEqualTo("red");
        assertThat(settings.flag("flag", true)).isFalse();
        assertThat(settings.integer("number", 1, 1, 10)).isEqualTo(10);
        assertThat(settings.duration("span", SECOND, SECOND, MINUTE)).isEqualTo(MINUTE);
        assertThat(settings.httpAddress("address")).contains(URI.create("https://host:9000/path"));
    }

    @Test
    void gives_the_default_for_what_is_not_set_or_empty() {
        Settings settings = settings(Map.of("room.text", "", "room.number", "  "));
        assertThat(settings.text("text", "other")).isEqualTo("other");
        assertThat(settings.oneOf("word", List.of("red", "blue"), "blue")).isEqualTo("blue");
        assertThat(settings.flag("flag", true)).isTrue();
        assertThat(settings.integer("number", 7, 1, 10)).isEqualTo(7);
        assertThat(settings.duration("span", SECOND, SECOND, MINUTE)).isEqualTo(SECOND);
        assertThat(settings.httpAddress("address")).isEmpty();
    }

    @Test
    void names_the_missing_setting_and_its_variable() {
        assertThatThrownBy(() -> settings(Map.of()).text("s3.access-key"))
                .isInstanceOf(BadSetting.class)
                .hasMessage("setting room.s3.access-key (ROOM_S3_ACCESS_KEY): is needed and not set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "11", "1.5", "ten", "99999999999"})
    void refuses_a_number_out_of_range(String value) {
        assertRefused(value, settings -> settings.integer("it", 1, 1, 10))
                .isEqualTo("setting room.it (ROOM_IT): must be a whole number from 1 to 10, not \"" + value + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.5S", "PT61S", "60", "-PT5S", "1 minute"})
    void refuses_a_duration_out_of_range(String value) {
        assertRefused(value, settings -> settings.duration("it", SECOND, SECOND, MINUTE))
                .endsWith("must be an ISO-8601 duration from PT1S to PT1M, not \"" + value + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "TRUE", "1"})
    void refuses_a_flag_that_is_neither(String value) {
        assertRefused(value, settings -> settings.flag("it", false)).contains("true or false");
    }

    @Test
    void refuses_a_word_that_is_not_offered() {
        assertRefused("green", settings -> settings.oneOf("it", List.of("red", "blue"), "red"))
                .endsWith("must be one of red, blue, not \"green\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"host:9000", "ftp://host", "https://", "http://user:hunter2@host", "http://a b"})
    void refuses_an_address_without_repeating_it(String value) {
        assertRefused(value, settings -> settings.httpAddress("it"))
                .isEqualTo("setting room.it (ROOM_IT): must be an address such as https://host:port");
    }

    @Test
    void keeps_to_one_line() {
        assertRefused("a\nb\r\nc", settings -> settings.integer("it", 1, 1, 10)).doesNotContainPattern("\\R");
    }

    @Test
    void does_not_print_a_secret() {
        Secret secret = settings(Map.of("room.key", "hunter2")).secret("key");
        assertThat(secret.value()).isEqualTo("hunter2");
        assertThat(secret).asString().doesNotContain("hunter2");
    }

    private static AbstractStringAssert<?> assertRefused(String value, Function<Settings, Object> reading) {
        Settings settings = settings(Map.of("room.it", value));
        BadSetting refusal = assertThrows(BadSetting.class, () -> reading.apply(settings));
        return assertThat(refusal.getMessage());
    }

    private static Settings settings(Map<String, String> values) {
        return new Settings(new MapConfig(values), "room.");
    }
}
