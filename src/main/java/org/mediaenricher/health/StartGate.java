package org.mediaenricher.health;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.mediaenricher.problems.BadSetting;
import org.mediaenricher.problems.StartCheck;

/**
 * Refuses to start with a bad setting: one line naming it, and the process ends with code 78. An application server
 * would stay up without its application, and whoever started it would not learn of it.
 */
@ApplicationScoped
class StartGate {
    /** EX_CONFIG of sysexits(3). */
    private static final int BAD_CONFIGURATION = 78;

    private static final Logger LOG = Logger.getLogger(StartGate.class);

    void check(@Observes @Priority(1) Startup start, @Any Instance<StartCheck> checks) {
        long bad = checks.stream()
                .map(StartGate::line)
                .flatMap(Optional::stream)
                .peek(LOG::fatal)
                .count();
        if (bad > 0) {
            // An orderly exit would interrupt the boot, whose every operation then logs a stack trace below our line.
            // Nothing is done yet that would need an order.
            Runtime.getRuntime().halt(BAD_CONFIGURATION);
        }
    }

    private static Optional<String> line(StartCheck check) {
        try {
            check.check();
            return Optional.empty();
        } catch (RuntimeException failure) {
            return Optional.of(badSetting(failure).orElseThrow(() -> failure).getMessage());
        }
    }

    private static Optional<BadSetting> badSetting(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(BadSetting.class::isInstance)
                .map(BadSetting.class::cast)
                .findFirst();
    }
}
