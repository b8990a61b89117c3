package org.mediaenricher.media.derive.worker;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends this process when a picture is not done in time, whatever native code is doing then. */
record Deadline(Future<?> end) implements AutoCloseable {
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "deadline");
        thread.setDaemon(true);
        return thread;
    });

    static Deadline in(int seconds) {
        return new Deadline(CLOCK.schedule(() -> Runtime.getRuntime().halt(1), seconds, TimeUnit.SECONDS));
    }

    @Override
    public void close() {
        end.cancel(false);
    }
}
