package org.mediaenricher.schedule;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.mediaenricher.leases.ThisNode;
import org.mediaenricher.tenancy.RowScope;

/** This node lives. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HeartbeatTimer {
    private final Bell bell = new Bell("heartbeat");

    @Inject
    private ThisNode node;

    /** Every five seconds, six times within a lease. */
    @PostConstruct
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false, info = "heartbeat")
    public void beat() {
        bell.ring(() -> RowScope.service().within(node::beat));
    }

    /** A node that goes frees what it leased at once. */
    @PreDestroy
    public void retire() {
        bell.ring(() -> RowScope.service().within(() -> {
            node.retire();
            return null;
        }));
    }
}
