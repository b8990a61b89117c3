package org.mediaenricher.schedule;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
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
    private final Repeated bell = new Repeated("heartbeat");

    @Inject
    private ThisNode node;

    private final Repeated cuttingOff = new Repeated("cutting off dead nodes");

    @Inject
    private Lifeline lifeline;

    @Inject
    private DeadNodes dead;

    /** The first beat, and a session to be woken by. */
    @PostConstruct
    public void begin() {
        beat();
        lifeline.begin();
    }

    /** Every five seconds, six times within a lease. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false, info = "heartbeat")
    public void beat() {
        bell.run(() -> RowScope.service().within(node::beat));
    }

    /** Every five seconds: a node that stands still holds no locks. */
    @Schedule(hour = "*", minute = "*", second = "2/5", persistent = false, info = "dead nodes")
    public void cutOff() {
        cuttingOff.run(dead::cutOff);
    }

    /** A node that goes frees what it leased at once. */
    @PreDestroy
    public void retire() {
        lifeline.end();
        bell.run(() -> RowScope.service().within(() -> {
            node.retire();
            return null;
        }));
    }
}
