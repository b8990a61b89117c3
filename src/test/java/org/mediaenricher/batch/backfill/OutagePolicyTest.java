package org.mediaenricher.batch.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutagePolicyTest {
    private final OutagePolicy policy = new OutagePolicy(Duration.ofSeconds(1), 3);

    @Test
    void rests_twice_as_long_after_each_outage() {
        assertThat(policy.restAfter(1)).contains(Duration.ofSeconds(1));
        assertThat(policy.restAfter(2)).contains(Duration.ofSeconds(2));
        assertThat(policy.restAfter(3)).contains(Duration.ofSeconds(4));
    }

    @Test
    void gives_up_after_the_last() {
        assertThat(policy.restAfter(4)).isEmpty();
    }
}
