package org.mediaenricher.queue;

import java.time.Duration;

/**
 * How long a job waits before it is tried again: twice as long after each attempt, within a margin of chance, so that
 * jobs that failed together do not come back together.
 *
 * @param first after the first attempt
 * @param longest never more than this, before chance
 * @param jitter from 0 for none to below 1: 0.3 for 30 % less to 30 % more
 */
public record RetryPolicy(Duration first, Duration longest, double jitter) {
    /** 1, 2, 4, 8, 16 s and so on up to an hour, give or take 30 %. */
    public static final RetryPolicy USUAL = new RetryPolicy(Duration.ofSeconds(1), Duration.ofHours(1), 0.3);

    private static final int MOST_DOUBLINGS = 30;

    public RetryPolicy {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("delays must be positive and the longest not below the first");
        }
        if (!(jitter >= 0 && jitter < 1)) {
            throw new IllegalArgumentException("jitter must be at least 0 and below 1, not " + jitter);
        }
    }

    /**
     * @param attempt which one failed, from 1
     * @param chance from 0 to 1
     */
    public Duration delayAfter(int attempt, double chance) {
        double doubled = first.toNanos() * Math.pow(2, Math.min(attempt - 1, MOST_DOUBLINGS));
        double margin = 1 + jitter * (2 * chance - 1);
        return Duration.ofNanos((long) (Math.min(doubled, longest.toNanos()) * margin));
    }
}
