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
import org.mediaenricher.problems.Repeated;
import org.mediaenricher.queue.Ring;

/** Schedules fire. */
@Singleton
@Startup
@DependsOn("HeartbeatTimer")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ScheduleTimer {
    private final Repeated bell = new Repeated("schedules");

    @Inject
    private Ring ring;

    @Resource
    private ManagedThreadFactory threads;

    private Rhythm rhythm;

    /** Every second. */
    @PostConstruct
    public void begin() {
        rhythm = Rhythm.every(Duration.ofSeconds(1), threads, () -> bell.run(ring::ring));
    }

    /** With the node. */
    @PreDestroy
    public void end() {
        rhythm.end();
    }
}
