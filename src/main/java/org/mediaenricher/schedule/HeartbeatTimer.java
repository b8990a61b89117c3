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
import org.mediaenricher.leases.DeadNodes;
import org.mediaenricher.leases.Lifeline;
import org.mediaenricher.leases.ThisNode;
import org.mediaenricher.problems.Repeated;
import org.mediaenricher.tenancy.RowScope;

/** This node lives. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HeartbeatTimer {
    private static final Duration PERIOD = Duration.ofSeconds(5);

    private final Repeated bell = new Repeated("heartbeat");

    @Inject
    private ThisNode node;

    private final Repeated cuttingOff = new Repeated("cutting off dead nodes");

    @Inject
    private Lifeline lifeline;

    @Inject
    private DeadNodes dead;

    @Resource
    private ManagedThreadFactory threads;

    private Rhythm beating;
    private Rhythm watching;

    /**
     * The first beat, and one every five seconds, six times within a lease; a session to be woken by; as often a look at
     * nodes that stand still, for they are to hold no locks.
     */
    @PostConstruct
    public void begin() {
        beat();
        lifeline.begin();
        beating = Rhythm.every(PERIOD, threads, this::beat);
        watching = Rhythm.every(PERIOD, threads, () -> cuttingOff.run(dead::cutOff));
    }

    /** A node that goes frees what it leased at once. */
    @PreDestroy
    public void retire() {
        watching.end();
        beating.end();
        lifeline.end();
        bell.run(() -> RowScope.service().within(() -> {
            node.retire();
            return null;
        }));
    }

    private void beat() {
        bell.run(() -> RowScope.service().within(node::beat));
    }
}
