package org.mediaenricher.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.mediaenricher.problems.Repeated;
import org.mediaenricher.tenancy.Outages;
import org.mediaenricher.tenancy.RowScope;

/**
 * Endings on their way to the database. One thread takes all that have come in meanwhile and writes them together, so
 * under load many share a commit, and alone none waits for company. What could not be written for want of the database
 * is kept and tried again.
 */
@ApplicationScoped
class Reports {
    private static final Logger LOG = Logger.getLogger(Reports.class);
    private static final int MOST_AT_ONCE = 1000;
    private static final Duration REST = Duration.ofMillis(500);

    @Inject
    private Endings endings;

    private final BlockingQueue<Ending> waiting = new LinkedBlockingQueue<>();
    private final Repeated writing = new Repeated("ends of jobs");
    private volatile boolean open = true;

    void add(Ending ending) {
        waiting.add(ending);
    }

    /** To be run by a thread of its own; ends when closed and everything is written. */
    void write(Consumer<List<Ending>> afterwards) {
        List<Ending> inHand = new ArrayList<>();
        while (open || !waiting.isEmpty() || !inHand.isEmpty()) {
            try {
                if (inHand.isEmpty() && !take(inHand)) {
                    continue;
                }
                if (writing.run(() -> write(inHand))) {
                    afterwards.accept(inHand);
                    inHand.clear();
                } else {
                    TimeUnit.MILLISECONDS.sleep(REST.toMillis());
                }
            } catch (InterruptedException stop) {
                LOG.warnf("%d ends of jobs are not written down; their jobs are rescued", inHand.size());
                return;
            }
        }
    }

    /** Writes what is there, and no more comes. */
    void close() {
        open = false;
    }

    private boolean take(List<Ending> inHand) throws InterruptedException {
        Ending first = waiting.poll(100, TimeUnit.MILLISECONDS);
        if (first == null) {
            return false;
        }
        inHand.add(first);
        waiting.drainTo(inHand, MOST_AT_ONCE - 1);
        return true;
    }

    private void write(List<Ending> inHand) {
        try {
            inService(inHand);
        } catch (RuntimeException failure) {
            if (Outages.caused(failure)) {
                throw failure;
            }
            inHand.forEach(this::writeAlone);
        }
    }

    /** One that cannot be written must not hold up the others; its job is rescued when the claim has run out. */
    private void writeAlone(Ending ending) {
        try {
            inService(List.of(ending));
        } catch (RuntimeException failure) {
            if (Outages.caused(failure)) {
                throw failure;
            }
            LOG.errorf("The end of %s cannot be written down: %s", ending.job(), failure);
        }
    }

    private void inService(List<Ending> some) {
        RowScope.service().within(() -> {
            endings.write(some);
            return null;
        });
    }
}
