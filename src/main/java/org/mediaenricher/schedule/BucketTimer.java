package org.mediaenricher.schedule;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.mediaenricher.limits.Limits;
import org.mediaenricher.problems.Repeated;

/** Rate buckets that are full again are swept away. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BucketTimer {
    private final Repeated bell = new Repeated("rate buckets");

    @Inject
    private Limits limits;

    /** Every minute. */
    @Schedule(hour = "*", minute = "*", second = "27", persistent = false, info = "rate buckets")
    public void sweep() {
        bell.run(limits::sweep);
    }
}
