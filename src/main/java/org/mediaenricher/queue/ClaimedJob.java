package org.mediaenricher.queue;

import java.util.Optional;
import java.util.UUID;

/**
 * A job that this node holds.
 *
 * @param tenant as the table has it, see {@link Owner}
 * @param version of the payload
 * @param payload JSON text, not yet read
 * @param attempt which one, counted already
 * @param crashes how often its node died while it was claimed
 * @param setbacks how often it was given back because the database was away
 * @param token fences off whoever held the job before
 */
record ClaimedJob(
        UUID tenant,
        long id,
        int version,
        String payload,
        int attempt,
        int maxAttempts,
        int crashes,
        int setbacks,
        Optional<String> correlationId,
        long token) {
    boolean lastAttempt() {
        return attempt >= maxAttempts;
    }

    /** Whether its nodes may have died of it; the claims of {@code liquibase/0016-queue-claim.sql} draw the same line. */
    boolean suspect() {
        return crashes >= 2;
    }

    @Override
    public String toString() {
        return "job " + id;
    }
}
