package org.mediaenricher.schedule;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.mediaenricher.batch.RunKeeper;
import org.mediaenricher.problems.Repeated;

/** Runs are kept moving. */
@Singleton
@Startup
@DependsOn("HeartbeatTimer")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RunTimer {
    private final Repeated bell = new Repeated("run keeper");

    @Inject
    private RunKeeper keeper;

    /** Every two seconds. */
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false, info = "run keeper")
    public void keep() {
        bell.run(keeper::keep);
    }

    /** Before the beans go that the work needs. */
    @PreDestroy
    public void quiesce() {
        bell.run(keeper::quiesce);
    }
}
