package org.mediaenricher.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediaenricher.problems.BadSetting;
import org.mediaenricher.problems.MapConfig;

/** Rates as operators write them. */
class AllowanceTest {
    @Test
    void without_settings_a_caller_has_a_hundred_a_second() {
        LimitsSettings settings = new LimitsSettings(new MapConfig(Map.of()));
        assertThat(settings.caller()).isEqualTo(new Allowance(Duration.ofMillis(10), 200));
        assertThat(settings.admin()).isEqualTo(new Allowance(Duration.ofMillis(1), 2000));
        assertThat(settings.tenant()).isEqualTo(new Allowance(Duration.ofNanos(500_000), 4000));
    }

    @ParameterizedTest
    @CsvSource({"1/s, PT1S", "3/s, PT0.333333S", "30/min, PT2S", "5/h, PT12M", "1000000/s, PT0.000001S"})
    void a_rate_is_how_long_a_token_takes(String rate, Duration every) {
        assertThat(caller(rate, "7")).isEqualTo(new Allowance(every, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/s", "100", "-1/s", "1.5/s", "1/d", "s", "1000001/s", "99999999999/s", "1/s/s"})
    void what_is_no_rate_is_named(String rate) {
        assertThatThrownBy(() -> caller(rate, "7"))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("mediaenricher.limits.caller-rate")
                .hasMessageContaining(rate);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", "1000001"})
    void what_is_no_burst_is_named(String burst) {
        assertThatThrownBy(() -> caller("1/s", burst))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("mediaenricher.limits.caller-burst");
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 200", "PT0.01S, 199", "PT0.015S, 198", "PT2S, 0", "PT3S, 0"})
    void a_level_counts_whole_tokens(Duration fullIn, long left) {
        assertThat(new Level(new Allowance(Duration.ofMillis(10), 200), fullIn).left())
                .isEqualTo(left);
    }

    private static Allowance caller(String rate, String burst) {
        return new LimitsSettings(new MapConfig(
                        Map.of("mediaenricher.limits.caller-rate", rate, "mediaenricher.limits.caller-burst", burst)))
                .caller();
    }
}
