package org.mediaenricher.limits;

import java.time.Duration;

/**
 * How full a bucket is.
 *
 * @param of its measure
 * @param fullIn when it will be full again if nobody takes from it
 */
public record Level(Allowance of, Duration fullIn) {
    /** Whole tokens in it. */
    public long left() {
        return Math.max(0, of.window().minus(fullIn).toNanos() / of.every().toNanos());
    }
}
