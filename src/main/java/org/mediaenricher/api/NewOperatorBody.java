package org.mediaenricher.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.security.Role;

/**
 * Somebody to be let in.
 *
 * @param name what they will sign in with: up to 100 characters, none of them for control, no blank at either end
 * @param userRole {@code viewer}, {@code operator} or {@code admin}
 */
public record NewOperatorBody(String name, String userRole) {
    private static final int LONGEST = 100;

    /**
     * @throws Problem INVALID naming each field that is missing or wrong
     */
    public NewOperatorBody {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (name == null || !isName(name)) {
            wrong.put("name", "must have 1 to " + LONGEST + " characters, none for control, no blank at either end");
        }
        UserRoles.check(wrong, userRole);
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
    }

    Role role() {
        return UserRoles.of(userRole).orElseThrow();
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && Query.isText(name, LONGEST)
                && name.equals(name.strip())
                && name.chars().noneMatch(Character::isISOControl);
    }
}
