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
import org.mediaenricher.security.TokenKeys;

/** Retired keys are forgotten, new ones learnt. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeyTimer {
    private final Repeated bell = new Repeated("token keys");

    @Inject
    private TokenKeys keys;

    @Resource
    private ManagedThreadFactory threads;

    private Rhythm rhythm;

    /** Every five seconds; how often each source is read is a setting. */
    @PostConstruct
    public void begin() {
        rhythm = Rhythm.every(Duration.ofSeconds(5), threads, () -> bell.run(keys::refresh));
    }

    /** With the node. */
    @PreDestroy
    public void end() {
        rhythm.end();
    }
}
