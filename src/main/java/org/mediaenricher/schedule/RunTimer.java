package org.mediaenricher.schedule;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
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

    @Resource
    private ManagedThreadFactory threads;

    private Rhythm rhythm;

    /** Every two seconds; a server that is told to end begins no work anew. */
    @PostConstruct
    public void begin() {
        rhythm = Rhythm.every(Duration.ofSeconds(2), threads, () -> bell.run(keeper::keep))
                .untilLastOrders();
    }

    /** Before the beans go that the work needs. */
    @PreDestroy
    public void quiesce() {
        rhythm.end();
        bell.run(keeper::quiesce);
    }
}
