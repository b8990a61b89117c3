package org.mediaenricher.tenancy;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

/** Tells failures of the database as a whole from those of a statement. */
public final class Outages {
    /** Cut off by an administrator, crashed, starting up (PostgreSQL manual, appendix A). */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03");

    /** No connection; no resources: the disk is full, memory or connections are used up. */
    private static final Set<String> CLASSES = Set.of("08", "53");

    private static final int DEEPEST = 20;

    private Outages() {}

    /** Whether this was thrown because the database was away: what was tried may well go another time. */
    public static boolean caused(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .flatMap(cause -> Stream.concat(Stream.of(cause), Stream.of(cause.getSuppressed())))
                .anyMatch(cause -> cause instanceof SQLException failure && isOutage(failure));
    }

    /** No state at all is a pool that could not get a connection. */
    private static boolean isOutage(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || STATES.contains(state) || CLASSES.stream().anyMatch(state::startsWith);
    }
}
