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

    @Resource
    private ManagedThreadFactory threads;

    private Rhythm watch;
    private Rhythm rescue;

    /** With the node; every second a look at what runs, every five seconds at what dead nodes held. */
    @PostConstruct
    public void begin() {
        queue.begin();
        watch = Rhythm.every(Duration.ofSeconds(1), threads, () -> watching.run(queue::watch));
        rescue = Rhythm.every(Duration.ofSeconds(5), threads, () -> rescuing.run(queue::rescue));
    }

    /** Before the beans go that the work needs. */
    @PreDestroy
    public void end() {
        rescue.end();
        watch.end();
        queue.end(LAST_JOBS);
    }
}
