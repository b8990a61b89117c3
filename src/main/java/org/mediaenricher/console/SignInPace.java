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

/**
 * How often a password may be guessed, over all nodes: for one name ten times at once, and then every twenty seconds; for
 * all names together five times a second, for each guess keeps a core busy for a good part of one.
 */
@ApplicationScoped
class SignInPace {
    private static final Allowance OF_ONE_NAME = new Allowance(Duration.ofSeconds(20), 10);
    private static final Allowance OF_ALL = new Allowance(Duration.ofMillis(200), 50);

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
        take("sign-in " + name.strip(), OF_ONE_NAME, "Too many tries for this name");
        take("sign-in", OF_ALL, "Too many tries at once");
    }

    private void take(String bucket, Allowance allowance, String refusal) {
        Admission admission = limits.admit(NOBODY_S, bucket, allowance);
        if (!admission.granted()) {
            long seconds = admission.retryAfter().toSeconds() + 1;
            throw Problem.tooMany(refusal + "; the next one is granted in " + seconds + " s.", admission.retryAfter());
        }
    }
}
