package org.mediaenricher.api;

import java.util.Map;
import java.util.Optional;
import org.mediaenricher.problems.Problem;

/** The header under which a client may send the same request twice and have it done once. */
public record IdempotencyKey(String value) {
    private static final int LONGEST = 255;

    /** As JAX-RS reads it from the header. */
    public static IdempotencyKey valueOf(String value) {
        if (value.isBlank() || value.length() > LONGEST) {
            throw Problem.invalid(Map.of("Idempotency-Key", "must have 1 to " + LONGEST + " characters"));
        }
        return new IdempotencyKey(value);
    }

    static Optional<String> text(IdempotencyKey key) {
        return Optional.ofNullable(key).map(IdempotencyKey::value);
    }
}
