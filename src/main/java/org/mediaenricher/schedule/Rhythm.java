package org.mediaenricher.schedule;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Rings a bell again and again on a thread of its own, by the time that passes and not by the machine's clock. The
 * container's timers go by the clock: set an hour back, they would stand still for an hour, heartbeat and all.
 */
final class Rhythm {
    private static final Logger LOG = Logger.getLogger(Rhythm.class);
    private static final Duration LAST_RING = Duration.ofSeconds(2);

    private final Runnable bell;
    private final ScheduledExecutorService thread;
    private final Thread lastOrders = new Thread(this::pause, "last orders");
    private volatile boolean paused;

    private Rhythm(ThreadFactory threads, Runnable bell) {
        this.bell = bell;
        this.thread = Executors.newSingleThreadScheduledExecutor(threads);
    }

    /**
     * Begins to ring.
     *
     * @param period between the end of one ring and the next, which is the first one too
     */
    static Rhythm every(Duration period, ThreadFactory threads, Runnable bell) {
        Rhythm rhythm = new Rhythm(threads, bell);
        rhythm.thread.scheduleWithFixedDelay(rhythm::ring, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
        return rhythm;
    }

    /** The same, and is still from the moment the server is told to end, while it waits for the work in hand. */
    Rhythm untilLastOrders() {
        Runtime.getRuntime().addShutdownHook(lastOrders);
        return this;
    }

    /** Rings no more; a ring that is under way may end within two seconds, then it is interrupted. */
    void end() {
        forgetLastOrders();
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LAST_RING.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException hurry) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void pause() {
        paused = true;
    }

    /** Whatever one ring came to, even an Error, the next one comes. */
    private void ring() {
        if (paused) {
            return;
        }
        try {
            bell.run();
        } catch (Throwable failure) {
            LOG.error("A bell broke; it is rung again", failure);
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
}
