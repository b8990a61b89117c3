package org.mediaenricher.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.mediaenricher.leases.Lifeline;
import org.mediaenricher.leases.ThisNode;
import org.mediaenricher.tenancy.RowScope;

/** This node's part in the queue, from its start to its end. */
@ApplicationScoped
public class Queue {
    private static final Logger LOG = Logger.getLogger(Queue.class);

    /** A look at what runs that comes so late has waited for the database, or for the whole process to go on. */
    private static final Duration LATE = Duration.ofSeconds(3);

    /** How long a handler may take to end that was interrupted. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    @Inject
    private Dispatcher dispatcher;

    /** A server told to end first waits for requests and chunks; claims stop at once. */
    private final Thread lastOrders = new Thread(() -> dispatcher.close(), "last orders");

    @Inject
    private Upkeep upkeep;

    @Inject
    private Lifeline lifeline;

    @Inject
    private ThisNode node;

    @Inject
    private QueueSettings settings;

    private long lastWatch = System.nanoTime();

    /** Begins to do jobs, unless this node is not to. */
    public void begin() {
        if (settings.works()) {
            dispatcher.begin();
            lifeline.listen(Jobs.CHANNEL, this::told);
            Runtime.getRuntime().addShutdownHook(lastOrders);
        }
    }

    /** Interrupts jobs that take too long or were called off; every second. */
    public void watch() {
        excuseStandstill();
        for (Lane lane : dispatcher.lanes()) {
            lane.overdue(GRACE).forEach(attempt -> dispatcher.abandon(lane, attempt));
            if (lane.kind().limited()) {
                dispatcher.wake(lane.kind().name()); // nobody tells when a place becomes free on another node
            }
        }
        if (dispatcher.lanes().stream().anyMatch(lane -> !lane.running().isEmpty())) {
            RowScope.service().within(this::interruptCalledOff);
        }
    }

    /** Frees what dead nodes held; every few seconds, on every node. */
    public void rescue() {
        Upkeep.Rescue found = RowScope.service().within(upkeep::rescue);
        if (found.rescued() + found.buried() > 0) {
            LOG.warnf("Rescued %d jobs of dead nodes, %d more had no attempt left", found.rescued(), found.buried());
        }
    }

    /**
     * Ends this node's part: claims stop at once, running jobs may end within {@code patience}, then they are
     * interrupted. What has not ended even so goes back, its attempt unused.
     */
    public void end(Duration patience) {
        if (!settings.works()) {
            return;
        }
        forgetLastOrders();
        dispatcher.close();
        if (!dispatcher.awaitLastOnes(patience)) {
            running().forEach(attempt -> attempt.interrupt(Attempt.Interruption.STOP));
            dispatcher.awaitLastOnes(Duration.ofSeconds(2));
        }
        dispatcher.lanes().forEach(lane -> lane.running().forEach(attempt -> dispatcher.abandon(lane, attempt)));
        dispatcher.end();
    }

    /** No job is to blame for the time in which the database answered nobody. */
    private void excuseStandstill() {
        Duration since = Duration.ofNanos(System.nanoTime() - lastWatch);
        lastWatch = System.nanoTime();
        if (since.compareTo(LATE) > 0) {
            running().forEach(attempt -> attempt.excuse(since));
        }
    }

    /** Where it is under way it has done its work, and cannot be removed. */
    private void forgetLastOrders() {
        try {
            Runtime.getRuntime().removeShutdownHook(lastOrders);
        } catch (IllegalStateException underWay) {
            LOG.debug("The process is ending");
        }
    }

    private void told(Optional<String> what) {
        if (what.isEmpty()) {
            dispatcher.poll();
        } else if (what.get().equals(Jobs.TO_COME)) {
            dispatcher.lookForDue();
        } else {
            dispatcher.wake(what.get());
        }
    }

    private Void interruptCalledOff() {
        Optional<Set<Long>> calledOff = node.incarnation().map(upkeep::calledOff);
        calledOff.ifPresent(ids -> running().stream()
                .filter(attempt -> attempt.jobs().stream().anyMatch(job -> ids.contains(job.id())))
                .forEach(attempt -> attempt.interrupt(Attempt.Interruption.CANCEL)));
        return null;
    }

    private List<Attempt> running() {
        return dispatcher.lanes().stream()
                .flatMap(lane -> lane.running().stream())
                .toList();
    }
}
