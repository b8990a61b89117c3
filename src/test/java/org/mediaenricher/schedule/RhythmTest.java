package org.mediaenricher.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RhythmTest {
    private static final Duration SHORT = Duration.ofMillis(1);

    private final Semaphore rings = new Semaphore(0);

    @Test
    void a_bell_that_breaks_is_rung_again() throws InterruptedException {
        Rhythm rhythm = Rhythm.every(SHORT, Executors.defaultThreadFactory(), () -> {
            rings.release();
            throw new NoClassDefFoundError("as when memory is exhausted");
        });
        assertThat(rings.tryAcquire(3, 1, TimeUnit.MINUTES)).isTrue();
        rhythm.end();
    }

    @Test
    void nothing_rings_once_the_end_has_been_waited_for() throws InterruptedException {
        AtomicReference<Thread> ringing = new AtomicReference<>();
        Rhythm rhythm = Rhythm.every(SHORT, Executors.defaultThreadFactory(), () -> {
            ringing.set(Thread.currentThread());
            rings.release();
        });
        assertThat(rings.tryAcquire(1, TimeUnit.MINUTES)).isTrue();
        rhythm.end();
        ringing.get().join(Duration.ofMinutes(1).toMillis());
        assertThat(ringing.get().isAlive()).isFalse();
    }
}
