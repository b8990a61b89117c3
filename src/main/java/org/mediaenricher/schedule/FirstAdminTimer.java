package org.mediaenricher.schedule;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.mediaenricher.problems.Repeated;
import org.mediaenricher.security.FirstAdmin;

/** Somebody can sign in. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FirstAdminTimer {
    private final Repeated bell = new Repeated("first admin");

    @Inject
    private FirstAdmin admin;

    /** Every two seconds, for the database may be away at the start; after the first success it does nothing. */
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false, info = "first admin")
    public void ensure() {
        bell.run(admin::ensure);
    }
}
