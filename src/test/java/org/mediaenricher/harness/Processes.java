package org.mediaenricher.harness;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The end of a process, within bounds. */
final class Processes {
    private static final Duration LONGEST_DEATH = Duration.ofSeconds(10);

    private Processes() {}

    /** Asks the process to end, and kills it when it has not after the given time. Answers whether it went by itself. */
    static boolean stop(ProcessHandle process, Duration patience) {
        process.destroy();
        return isGoneWithin(process, patience) || !kill(process);
    }

    /** Kills the process. Answers true once it is gone. */
    static boolean kill(ProcessHandle process) {
        process.destroyForcibly();
        if (!isGoneWithin(process, LONGEST_DEATH)) {
            throw new IllegalStateException("process " + process.pid() + " does not die");
        }
        return true;
    }

    /** Waits for the process's end. */
    static boolean isGoneWithin(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
