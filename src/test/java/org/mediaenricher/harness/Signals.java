package org.mediaenricher.harness;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals that {@link ProcessHandle} does not know. POSIX systems only. */
final class Signals {
    private Signals() {}

    /**
     * Sends a signal.
     *
     * @param name without SIG, such as {@code STOP}
     */
    static void send(String name, ProcessHandle process) {
        try {
            int code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("could not send SIG" + name + " to process " + process.pid());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
