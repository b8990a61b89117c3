package org.mediaenricher.harness;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps libraries that tell every step at level INFO from talking over a test or the demo. */
final class QuietLogs {
    /** Held here, for the log manager itself holds loggers weakly and would forget their level. */
    private static final List<Logger> HELD = List.of(Logger.getLogger("liquibase"), Logger.getLogger("io.zonky"));

    private QuietLogs() {}

    static void set() {
        HELD.forEach(logger -> logger.setLevel(Level.WARNING));
    }
}
