package org.mediaenricher.schedule;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
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

    @Resource
    private ManagedThreadFactory threads;

    private Rhythm rhythm;

    /** Every five minutes. */
    @PostConstruct
    public void begin() {
        rhythm = Rhythm.every(Duration.ofMinutes(5), threads, () -> bell.run(history::forget));
    }

    /** With the node. */
    @PreDestroy
    public void end() {
        rhythm.end();
    }
}
