package org.mediaenricher.schedule;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.mediaenricher.problems.Repeated;
import org.mediaenricher.queue.Queue;

/** Jobs are done. */
@Singleton
@Startup
@DependsOn({"HeartbeatTimer", "RunTimer"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class QueueTimer {
    private static final Duration LAST_JOBS = Duration.ofSeconds(5);

    private final Repeated watching = new Repeated("watch over jobs");
    private final Repeated rescuing = new Repeated("rescue of jobs");

    @Inject
    private Queue queue;

    /** With the node. */
    @PostConstruct
    public void begin() {
        queue.begin();
    }

    /** Every second. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "watch over jobs")
    public void watch() {
        watching.run(queue::watch);
    }

    /** Every five seconds. */
    @Schedule(hour = "*", minute = "*", second = "3/5", persistent = false, info = "rescue of jobs")
    public void rescue() {
        rescuing.run(queue::rescue);
    }

    /** Before the beans go that the work needs. */
    @PreDestroy
    public void end() {
        queue.end(LAST_JOBS);
    }
}
