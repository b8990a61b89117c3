package org.mediaenricher.harness;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Ends what was started when this JVM is told to stop (Ctrl-C, SIGTERM, System.exit), the youngest first, so
 * that a server goes before its database. One hook, because the order of several is not defined.
 */
public final class EndAtExit {
    private static final Deque<AutoCloseable> RUNNING = new ArrayDeque<>();
    private static boolean ending;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(EndAtExit::endAll, "end-at-exit"));
    }

    private EndAtExit() {}

    /**
     * Starts something and takes charge of it. Told to stop meanwhile, the JVM waits for the start and then
     * ends what came of it, so nothing slips through.
     *
     * @throws IllegalStateException when the JVM is stopping already
     */
    static synchronized <T extends AutoCloseable> T begin(Supplier<T> start) {
        if (ending) {
            throw new IllegalStateException("nothing is started any more: this JVM is stopping");
        }
        T running = start.get();
        RUNNING.push(running);
        return running;
    }

    /** Forgets something that has ended. */
    static synchronized void forget(AutoCloseable ended) {
        RUNNING.removeIf(other -> other == ended);
    }

    /** Whether the JVM is stopping, so that what fails from now on fails for that reason. */
    public static synchronized boolean isEnding() {
        return ending;
    }

    /** Ends everything now, for who is about to leave without the hook. */
    public static void endAll() {
        for (AutoCloseable next = youngest(); next != null; next = youngest()) {
            try {
                next.close();
            } catch (Exception e) {
                System.err.println("could not end " + next + ": " + e);
            }
        }
    }

    private static synchronized AutoCloseable youngest() {
        ending = true;
        return RUNNING.poll();
    }
}
