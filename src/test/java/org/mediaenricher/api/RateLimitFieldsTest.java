package org.mediaenricher.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediaenricher.limits.Admission;
import org.mediaenricher.limits.Allowance;
import org.mediaenricher.limits.Level;

/** The fields as the draft writes them. */
class RateLimitFieldsTest {
    @Test
    void both_buckets_are_told() {
        Level caller = new Level(new Allowance(Duration.ofMillis(10), 200), Duration.ofMillis(1500));
        Level tenant = new Level(new Allowance(Duration.ofNanos(500_000), 4000), Duration.ofMillis(1));
        Admission admission = new Admission(caller, tenant, Duration.ZERO, false);
        assertThat(RateLimitFields.policy(admission)).isEqualTo("\"caller\";q=200;w=2, \"tenant\";q=4000;w=2");
        assertThat(RateLimitFields.state(admission)).isEqualTo("\"caller\";r=50;t=2, \"tenant\";r=3998;t=1");
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 1", "PT0.000001S, 1", "PT1S, 1", "PT1.000001S, 2", "PT1H, 3600"})
    void seconds_are_rounded_up_and_never_zero(Duration span, long seconds) {
        assertThat(RateLimitFields.seconds(span)).isEqualTo(seconds);
    }
}
