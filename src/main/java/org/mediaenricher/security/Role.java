package org.mediaenricher.security;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Who may do what: the one table of rights. The doors ask it by {@code @RolesAllowed}, for the rights of a caller are
 * among the groups of their principal; PostgreSQL asks the same table, {@code enricher.rights}, in its policies.
 */
public enum Role {
    /** Nobody in particular: health, and signing in. */
    ANON("anon"),
    /** Any user of a tenant. */
    AUTHENTICATED("authenticated", Rights.READ),
    /** Reads, in the console too. */
    VIEWER("viewer", Rights.READ, Rights.USE_CONSOLE),
    /** Starts, stops and retries. */
    OPERATOR("operator", Rights.READ, Rights.USE_CONSOLE, Rights.STEER_RUNS, Rights.STEER_QUEUE, Rights.EDIT_ASSETS),
    /** All of their tenant. */
    ADMIN(
            "admin",
            Rights.READ,
            Rights.USE_CONSOLE,
            Rights.STEER_RUNS,
            Rights.STEER_QUEUE,
            Rights.MANAGE_SCHEDULES,
            Rights.EDIT_ASSETS,
            Rights.READ_AUDIT,
            Rights.MANAGE_USERS),
    /** A server's peer: acts for the tenant it names with each call. */
    SERVICE(
            "service_role",
            Rights.READ,
            Rights.STEER_RUNS,
            Rights.STEER_QUEUE,
            Rights.MANAGE_SCHEDULES,
            Rights.EDIT_ASSETS,
            Rights.READ_AUDIT,
            Rights.MANAGE_USERS);

    private final String word;
    private final Set<String> rights;

    Role(String word, String... rights) {
        this.word = word;
        this.rights = Set.of(rights);
    }

    /** As tokens and tables write it. */
    public String word() {
        return word;
    }

    /** Words of {@link Rights}. */
    public Set<String> rights() {
        return rights;
    }

    /** The role a word stands for, empty when for none. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
    }
}
