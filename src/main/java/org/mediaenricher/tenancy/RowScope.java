package org.mediaenricher.tenancy;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What PostgreSQL is told of a transaction: the role it acts in, and the claims its policies read.
 *
 * @param role one of {@code anon}, {@code authenticated}, {@code service_role}
 * @param claims a JSON object as {@code auth.jwt()} answers it
 */
public record RowScope(String role, String claims) {
    private static final RowScope SERVICE = new RowScope("service_role", "{\"role\":\"service_role\"}");

    /** The server's own work on the rows of every tenant: finding what needs doing, and heartbeats. */
    public static RowScope service() {
        return SERVICE;
    }

    /** The server's own work on the rows of one tenant. */
    public static RowScope service(TenantId tenant) {
        return new RowScope(
                "service_role", "{\"role\":\"service_role\",\"app_metadata\":{\"tenant_id\":\"" + tenant + "\"}}");
    }

    private static final ThreadLocal<RowScope> OF_THIS_THREAD = new ThreadLocal<>();

    /**
     * Does work that no request asked for, such as a timer's, in this scope.
     *
     * @return what the work answers
     */
    public <T> T within(Supplier<T> work) {
        RowScope before = OF_THIS_THREAD.get();
        OF_THIS_THREAD.set(this);
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    /** The scope this thread was put in, empty on a thread that serves a caller. */
    static Optional<RowScope> ofThisThread() {
        return Optional.ofNullable(OF_THIS_THREAD.get());
    }

    private static void restore(RowScope before) {
        if (before == null) {
            OF_THIS_THREAD.remove();
        } else {
            OF_THIS_THREAD.set(before);
        }
    }
}
