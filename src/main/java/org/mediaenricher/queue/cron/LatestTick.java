package org.mediaenricher.queue.cron;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Looks back. By halves, with the walk forward alone, so that both ways know the same ticks. */
final class LatestTick {
    /** Leap days are eight years apart around 2100. */
    private static final Duration FARTHEST = Duration.ofDays(9 * 366);

    private final TickWalk walk;

    LatestTick(TickWalk walk) {
        this.walk = walk;
    }

    /** The last tick up to a time, that included. */
    Optional<Instant> atOrBefore(Instant time) {
        Instant without = time.truncatedTo(ChronoUnit.SECONDS);
        Duration span = Duration.ofSeconds(1);
        while (span.compareTo(FARTHEST) < 0 && !hasTick(without.minus(span), time)) {
            span = span.multipliedBy(2);
        }
        Instant with = without.minus(span);
        return hasTick(with, time) ? Optional.of(between(with, without, time)) : Optional.empty();
    }

    /** Narrows it down to the last second behind which a tick comes. */
    private Instant between(Instant with, Instant without, Instant time) {
        Instant low = with;
        Instant high = without;
        while (Duration.between(low, high).toSeconds() > 1) {
            Instant middle = low.plusSeconds(Duration.between(low, high).toSeconds() / 2);
            if (hasTick(middle, time)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return walk.nextAfter(low).orElseThrow();
    }

    private boolean hasTick(Instant after, Instant upTo) {
        return walk.nextAfter(after).filter(tick -> !tick.isAfter(upTo)).isPresent();
    }
}
