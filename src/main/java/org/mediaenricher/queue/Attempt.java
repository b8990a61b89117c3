package org.mediaenricher.queue;

import java.time.Duration;
import java.util.List;

/**
 * One attempt while it runs, of one job or of several that share a transaction: who may interrupt it, and who ends it.
 * One that does not end when it is interrupted is abandoned: its thread is left alone, and what it may still do is
 * fenced off by its tokens.
 */
final class Attempt {
    /** Why an attempt was interrupted. */
    enum Interruption {
        NONE,
        TIMEOUT,
        CANCEL,
        STOP
    }

    private final List<ClaimedJob> jobs;
    private final Thread thread;
    private long begun = System.nanoTime();
    private Interruption interruption = Interruption.NONE;
    private long interrupted;
    private boolean over;

    /**
     * An attempt on the current thread.
     *
     * @param jobs at least one
     */
    Attempt(List<ClaimedJob> jobs) {
        this.jobs = List.copyOf(jobs);
        this.thread = Thread.currentThread();
    }

    List<ClaimedJob> jobs() {
        return jobs;
    }

    /** The job, where it is of one. */
    ClaimedJob job() {
        return jobs.get(0);
    }

    boolean isOfMany() {
        return jobs.size() > 1;
    }

    /** Asks it to end. The first reason counts; without effect when it is over. */
    synchronized void interrupt(Interruption why) {
        if (!over && interruption == Interruption.NONE) {
            interruption = why;
            interrupted = System.nanoTime();
            thread.interrupt();
        }
    }

    synchronized Interruption interruption() {
        return interruption;
    }

    boolean cancelled() {
        return interruption() != Interruption.NONE;
    }

    /** For so long everything stood still, which is not its fault and does not count. */
    synchronized void excuse(Duration standstill) {
        begun += standstill.toNanos();
    }

    /** Whether it has run for so long. */
    synchronized boolean hasRunFor(Duration time) {
        return System.nanoTime() - begun > time.toNanos();
    }

    /** Ends it, on its own thread or over its head; answers whether this was the first to do so, and so has a say. */
    synchronized boolean end() {
        boolean first = !over;
        over = true;
        if (Thread.currentThread() == thread) {
            Thread.interrupted(); // whatever interrupted this attempt was not meant for the next one
        }
        return first;
    }

    /** Whether it was interrupted that long ago and has not ended. */
    synchronized boolean ignoresInterruptionFor(Duration time) {
        return !over && interruption != Interruption.NONE && System.nanoTime() - interrupted > time.toNanos();
    }
}
