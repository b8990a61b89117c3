package org.mediaenricher.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mediaenricher.security.Role;

/** The roles an operator can have, as JSON names them. */
final class UserRoles {
    private static final List<Role> ROLES = List.of(Role.VIEWER, Role.OPERATOR, Role.ADMIN);

    private UserRoles() {}

    /** The role, or a sentence among what is wrong. */
    static void check(Map<String, String> wrong, String userRole) {
        if (of(userRole).isEmpty()) {
            wrong.put("user_role", "must be one of viewer, operator, admin");
        }
    }

    static Optional<Role> of(String userRole) {
        return ROLES.stream().filter(role -> role.word().equals(userRole)).findFirst();
    }
}
