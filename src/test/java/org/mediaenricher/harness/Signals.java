package org.mediaenricher.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;

/** Signals that {@link ProcessHandle} does not know. POSIX systems only. */
final class Signals {
    private Signals() {}

    /**
     * Sends a signal; to a process that has just ended it makes no difference.
     *
     * @param name without SIG, such as {@code STOP}
     */
    static void send(String name, ProcessHandle process) {
        try {
            int code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (code != 0 && process.isAlive()) {
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
