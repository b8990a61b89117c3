package org.mediaenricher.schedule;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.mediaenricher.assets.Usage;
import org.mediaenricher.problems.Repeated;
import org.mediaenricher.tenancy.RowScope;

/** The tallies of what tenants have are added up. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TallyTimer {
    private final Repeated bell = new Repeated("tallies of assets");

    @Inject
    private Usage usage;

    /** Every five minutes. */
    @Schedule(hour = "*", minute = "*/5", second = "17", persistent = false, info = "tallies of assets")
    public void fold() {
        bell.run(() -> RowScope.service().within(usage::fold));
    }
}
