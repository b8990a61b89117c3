package org.mediaenricher.schedule;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.mediaenricher.batch.BatchHistory;
import org.mediaenricher.problems.Repeated;

/** Old executions of jobs are forgotten. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HistoryTimer {
    private final Repeated bell = new Repeated("history of jobs");

    @Inject
    private BatchHistory history;

    /** Every five minutes. */
    @Schedule(hour = "*", minute = "*/5", second = "43", persistent = false, info = "history of jobs")
    public void forget() {
        bell.run(history::forget);
    }
}
