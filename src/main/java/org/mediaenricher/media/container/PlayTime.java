package org.mediaenricher.media.container;

import java.time.Duration;

/** Durations as media count them: units of which a given number make a second. */
final class PlayTime {
    private static final Duration LONGEST = Duration.ofDays(3660);
    private static final long NANOS = 1_000_000_000L;

    private PlayTime() {}

    /**
     * A number of units.
     *
     * @param units how many; negative is what an unsigned field holds when it means "not known"
     * @param perSecond units a second, below 2<sup>33</sup>
     * @return the duration, or null where it is not known or longer than ten years
     */
    static Duration of(long units, long perSecond) {
        if (units <= 0 || perSecond <= 0) {
            return null;
        }
        return sane(Duration.ofSeconds(units / perSecond, units % perSecond * NANOS / perSecond));
    }

    /** A number of seconds; null where it is none or longer than ten years. */
    static Duration ofSeconds(double seconds) {
        boolean sane = seconds > 0 && seconds <= LONGEST.toSeconds();
        return sane ? Duration.ofNanos(Math.round(seconds * NANOS)) : null;
    }

    private static Duration sane(Duration duration) {
        return duration.isZero() || duration.compareTo(LONGEST) > 0 ? null : duration;
    }
}
