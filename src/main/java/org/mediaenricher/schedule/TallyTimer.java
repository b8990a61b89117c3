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

    @Resource
    private ManagedThreadFactory threads;

    private Rhythm rhythm;

    /** Every five minutes. */
    @PostConstruct
    public void begin() {
        rhythm = Rhythm.every(
                Duration.ofMinutes(5),
                threads,
                () -> bell.run(() -> RowScope.service().within(usage::fold)));
    }

    /** With the node. */
    @PreDestroy
    public void end() {
        rhythm.end();
    }
}
