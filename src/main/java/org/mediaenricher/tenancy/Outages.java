package org.mediaenricher.tenancy;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;

/** Tells failures of the database as a whole from those of a statement. */
public final class Outages {
    /** Cut off by an administrator, crashed, starting up (PostgreSQL manual, appendix A). */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03");

    /** No connection; no resources: the disk is full, memory or connections are used up. */
    private static final Set<String> CLASSES = Set.of("08", "53");

    private static final int DEEPEST = 20;

    private Outages() {}

    /**
     * Whether this was thrown because the database was away: what was tried may well go another time. A commit whose
     * answer was lost names its reason only among what is suppressed.
     */
    public static boolean caused(Throwable thrown) {
        return caused(thrown, DEEPEST);
    }

    private static boolean caused(Throwable thrown, int depth) {
        if (thrown == null || depth == 0) {
            return false;
        }
        return thrown instanceof SQLException failure && isOutage(failure)
                || caused(thrown.getCause(), depth - 1)
                || Arrays.stream(thrown.getSuppressed()).anyMatch(cause -> caused(cause, depth - 1));
    }

    /** No state at all is a pool that could not get a connection. */
    private static boolean isOutage(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || STATES.contains(state) || CLASSES.stream().anyMatch(state::startsWith);
    }
}
