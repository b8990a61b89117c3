package org.mediaenricher.limits;

import java.time.Duration;

/**
 * Whether a request may go on.
 *
 * @param caller the caller's bucket after it
 * @param tenant the bucket of the caller's tenant after it
 * @param retryAfter when there will be a token in both; zero when one was taken now
 * @param firstRefusal whether it is a refusal, and the caller had none within the last minute
 */
public record Admission(Level caller, Level tenant, Duration retryAfter, boolean firstRefusal) {
    /** Whether a token was taken. */
    public boolean granted() {
        return retryAfter.isZero();
    }
}
