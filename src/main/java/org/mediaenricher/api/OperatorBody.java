package org.mediaenricher.api;

import java.time.Instant;
import java.util.UUID;
import org.mediaenricher.security.NewPassword;
import org.mediaenricher.security.Operator;

/**
 * An operator as JSON.
 *
 * @param password only where one was made up just now
 */
public record OperatorBody(
        UUID id,
        String name,
        String userRole,
        boolean disabled,
        Instant passwordChangedAt,
        Instant createdAt,
        String createdBy,
        String password) {
    static OperatorBody of(Operator operator) {
        return of(operator, null);
    }

    static OperatorBody of(NewPassword made) {
        return of(made.operator(), made.password());
    }

    private static OperatorBody of(Operator operator, String password) {
        return new OperatorBody(
                operator.id,
                operator.name,
                operator.userRole,
                operator.disabled,
                operator.passwordChangedAt,
                operator.createdAt,
                operator.createdBy,
                password);
    }
}
