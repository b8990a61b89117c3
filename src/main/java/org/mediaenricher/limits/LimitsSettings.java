package org.mediaenricher.limits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;
import org.mediaenricher.problems.Settings;
import org.mediaenricher.problems.StartCheck;

/**
 * How fast callers may be: {@code mediaenricher.limits.*}. {@code caller-rate} and {@code caller-burst} are an
 * ordinary user's, {@code admin-rate} and {@code admin-burst} those of an admin or a service, {@code tenant-rate} and
 * {@code tenant-burst} what all callers of a tenant share.
 */
@ApplicationScoped
public class LimitsSettings implements StartCheck {
    private Allowance caller;
    private Allowance admin;
    private Allowance tenant;

    /** For the container's proxy only. */
    LimitsSettings() {}

    /**
     * @throws org.mediaenricher.problems.BadSetting when a rate or a burst is wrong
     */
    @Inject
    public LimitsSettings(Config config) {
        Settings settings = new Settings(config, "mediaenricher.limits.");
        caller = Allowance.from(settings, "caller", "100/s", 200);
        admin = Allowance.from(settings, "admin", "1000/s", 2000);
        tenant = Allowance.from(settings, "tenant", "2000/s", 4000);
    }

    /** Reading them was the check. */
    @Override
    public void check() {}

    /** An ordinary user's. */
    public Allowance caller() {
        return caller;
    }

    /** An admin's or a service's. */
    public Allowance admin() {
        return admin;
    }

    /** What all callers of a tenant share. */
    public Allowance tenant() {
        return tenant;
    }
}
