package org.mediaenricher.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediaenricher.problems.BadSetting;
import org.mediaenricher.problems.MapConfig;

/** Which origins an operator may allow. */
class AllowedOriginsTest {
    @Test
    void none_is_allowed_unless_set() {
        assertThat(new AllowedOrigins(new MapConfig(Map.of())).has("https://app.example.org"))
                .isFalse();
    }

    @Test
    void each_is_allowed_as_it_stands_and_nothing_like_it() {
        AllowedOrigins origins = allowed(" https://app.example.org , http://localhost:5173,http://[::1]:8080");
        assertThat(origins.has("https://app.example.org")).isTrue();
        assertThat(origins.has("http://localhost:5173")).isTrue();
        assertThat(origins.has("http://[::1]:8080")).isTrue();
        for (String other : new String[] {
            "http://app.example.org",
            "https://app.example.org:8443",
            "https://app.example.org.evil.example",
            "https://evil.example/https://app.example.org",
            "https://APP.example.org",
            "null",
            ""
        }) {
            assertThat(origins.has(other)).as(other).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "https://*.example.org",
                "https://app.example.org/",
                "https://app.example.org/path",
                "app.example.org",
                "//app.example.org",
                "ftp://app.example.org",
                "https://user@app.example.org",
                "https://app.example.org?x",
                "https://app.example.org#x",
                "https://App.example.org",
                "https://",
                "https://app.example.org:0",
                "https://app.example.org:99999",
                "https://app.example.org:443",
                "http://app.example.org:80",
                "https://app.example.org https://b.example.org",
                "https://ok.example.org,*"
            })
    void what_is_no_origin_is_refused(String text) {
        assertThatThrownBy(() -> allowed(text))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("setting allowed.origins (ALLOWED_ORIGINS): ");
    }

    private static AllowedOrigins allowed(String text) {
        return new AllowedOrigins(new MapConfig(Map.of("allowed.origins", text)));
    }
}
