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

    @Resource
    private ManagedThreadFactory threads;

    private Rhythm rhythm;

    /** Every minute. */
    @PostConstruct
    public void begin() {
        rhythm = Rhythm.every(Duration.ofMinutes(1), threads, () -> bell.run(limits::sweep));
    }

    /** With the node. */
    @PreDestroy
    public void end() {
        rhythm.end();
    }
}
