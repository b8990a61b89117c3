package org.mediaenricher.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.security.Role;

/**
 * What an operator is to be from now on.
 *
 * @param userRole {@code viewer}, {@code operator} or {@code admin}
 * @param disabled whether they are kept out; false when absent
 */
public record OperatorChangeBody(String userRole, boolean disabled) {
    /**
     * @throws Problem INVALID when the role is none
     */
    public OperatorChangeBody {
        Map<String, String> wrong = new LinkedHashMap<>();
        UserRoles.check(wrong, userRole);
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
    }

    Role role() {
        return UserRoles.of(userRole).orElseThrow();
    }
}
