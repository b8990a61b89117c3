package org.mediaenricher.media.derive;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Kills the processes that take too long. */
final class Watchdog implements AutoCloseable {
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "decoder-watchdog");
        thread.setDaemon(true);
        return thread;
    });

    Watchdog() {
        clock.setRemoveOnCancelPolicy(true);
    }

    /** What was set, to be called off. */
    record Watch(Future<?> killing) {
        /** Calls it off; false when it has been carried out. */
        boolean off() {
            return killing.cancel(false);
        }
    }

    Watch killAfter(Duration patience, DecoderProcess process) {
        return new Watch(clock.schedule(process::kill, patience.toNanos(), TimeUnit.NANOSECONDS));
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
