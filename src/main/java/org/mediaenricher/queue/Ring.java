package org.mediaenricher.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.mediaenricher.leases.Incarnation;
import org.mediaenricher.leases.ThisNode;
import org.mediaenricher.tenancy.Outages;
import org.mediaenricher.tenancy.RowScope;

/** Lets schedules fire whose time has come. Every node rings; each tick is one node's. */
@ApplicationScoped
public class Ring {
    @Inject
    private Ticks ticks;

    @Inject
    private JobKinds kinds;

    @Inject
    private ThisNode node;

    /**
     * One round, every second: one query on an index when nothing is due.
     *
     * @throws RuntimeException what kept one of them from firing; the others have
     */
    public void ring() {
        RowScope.service().within(() -> {
            node.incarnation().map(Incarnation::node).ifPresent(this::fireDue);
            return null;
        });
    }

    private void fireDue(String name) {
        List<Ticks.Due> due = ticks.due(kinds.names());
        Optional<RuntimeException> failed = Optional.empty();
        for (Ticks.Due one : due) {
            try {
                ticks.fire(one, one.timetable().turn(one.next(), one.now()), name);
            } catch (RuntimeException failure) {
                if (Outages.caused(failure)) {
                    throw failure;
                }
                failed = failed.or(() -> Optional.of(failure));
            }
        }
        failed.ifPresent(first -> {
            throw first;
        });
    }
}
