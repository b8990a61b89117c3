package org.mediaenricher.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.mediaenricher.limits.Admission;
import org.mediaenricher.limits.Allowance;
import org.mediaenricher.limits.Limits;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.tenancy.TenantId;

/** How often a password may be guessed: ten times at once, and then every twenty seconds, over all nodes. */
@ApplicationScoped
class SignInPace {
    private static final Allowance GUESSES = new Allowance(Duration.ofSeconds(20), 10);

    /** Whoever signs in has no tenant yet. */
    private static final TenantId NOBODY_S = new TenantId(new UUID(0, 0));

    private Limits limits;

    /** For the container's proxy only. */
    SignInPace() {}

    @Inject
    SignInPace(Limits limits) {
        this.limits = limits;
    }

    /** Refuses, with {@link Problem.Kind#TOO_MANY}, who has guessed too often for this name. */
    void keep(String name) {
        Admission admission = limits.admit(NOBODY_S, "sign-in " + name.strip(), GUESSES);
        if (!admission.granted()) {
            throw Problem.tooMany(
                    "Too many tries for this name; the next one is granted in "
                            + (admission.retryAfter().toSeconds() + 1) + " s.",
                    admission.retryAfter());
        }
    }
}
