package org.mediaenricher.api;

import java.time.Duration;
import org.mediaenricher.limits.Admission;
import org.mediaenricher.limits.Level;

/** The header fields of draft-ietf-httpapi-ratelimit-headers-10, and {@code Retry-After}: whole seconds, rounded up. */
final class RateLimitFields {
    private RateLimitFields() {}

    /** {@code RateLimit-Policy}: how many requests ({@code q}) in how many seconds ({@code w}). */
    static String policy(Admission admission) {
        return policy("caller", admission.caller()) + ", " + policy("tenant", admission.tenant());
    }

    /** {@code RateLimit}: how many are left ({@code r}), and in how many seconds all of them are back ({@code t}). */
    static String state(Admission admission) {
        return state("caller", admission.caller()) + ", " + state("tenant", admission.tenant());
    }

    /** At least one: RFC 9110 section 10.2.3 has no fractions, and zero would be an invitation. */
    static long seconds(Duration span) {
        return Math.max(1, span.plusSeconds(1).minusNanos(1).toSeconds());
    }

    private static String policy(String name, Level level) {
        return '"' + name + "\";q=" + level.of().burst() + ";w="
                + seconds(level.of().window());
    }

    private static String state(String name, Level level) {
        return '"' + name + "\";r=" + level.left() + ";t=" + seconds(level.fullIn());
    }
}
