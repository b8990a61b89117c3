package org.mediaenricher.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mediaenricher.storage.StoreUnavailable;

class PatienceTest {
    private final Patience patience = new Patience(4, Duration.ofNanos(1));
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void survives_a_store_that_fails_every_other_call() {
        assertThat(IntStream.range(0, 100).mapToObj(any -> patience.with(() -> failingEvery(2))))
                .hasSize(100);
    }

    @Test
    void gives_up_after_the_last_attempt_with_what_the_store_said() {
        assertThatThrownBy(() -> patience.with(() -> failingEvery(1)))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage("call 4");
        assertThat(calls).hasValue(4);
    }

    @Test
    void tries_nothing_twice_that_another_attempt_would_not_mend() {
        assertThatThrownBy(() -> patience.with(() -> {
                    calls.incrementAndGet();
                    throw new IllegalStateException("a bug");
                }))
                .hasMessage("a bug");
        assertThat(calls).hasValue(1);
    }

    @Test
    void rests_no_longer_when_it_is_interrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> new Patience(4, Duration.ofHours(1)).with(() -> failingEvery(1)))
                .isInstanceOf(StoreUnavailable.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private int failingEvery(int nth) {
        int call = calls.incrementAndGet();
        if (call % nth == 0) {
            throw new StoreUnavailable("call " + call, null);
        }
        return call;
    }
}
