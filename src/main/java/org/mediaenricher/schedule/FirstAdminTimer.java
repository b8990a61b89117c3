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
import org.mediaenricher.problems.Repeated;
import org.mediaenricher.security.FirstAdmin;

/** Somebody can sign in. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FirstAdminTimer {
    private final Repeated bell = new Repeated("first admin");

    @Inject
    private FirstAdmin admin;

    @Resource
    private ManagedThreadFactory threads;

    private Rhythm rhythm;

    /** Every two seconds, for the database may be away at the start; after the first success it does nothing. */
    @PostConstruct
    public void begin() {
        rhythm = Rhythm.every(Duration.ofSeconds(2), threads, () -> bell.run(admin::ensure));
    }

    /** With the node. */
    @PreDestroy
    public void end() {
        rhythm.end();
    }
}
